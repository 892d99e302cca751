package org.servanda.report.export;

import static org.servanda.report.export.AnswerJson.object;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.scenario.ClauseText;
import org.servanda.report.answer.RepairManifest;
import org.servanda.study.repair.Binding;
import org.servanda.study.repair.Change;
import org.servanda.study.repair.Measured;
import org.servanda.study.repair.PartyAccount;
import org.servanda.study.repair.Repair;
import org.servanda.study.repair.RepairFindings;
import org.servanda.study.statistic.Interval;
import org.servanda.study.statistic.Share;

/// Findings of a search for repairs as JSON; keys are listed in `docs/guide/repair.md`.
public final class RepairJson {
  /// Raised when a key changes its meaning or goes away.
  public static final int FORMAT = 1;

  private RepairJson() {}

  /// {@return the findings in UTF-8, ending in a line feed}
  public static byte[] of(RepairFindings findings, RepairManifest manifest) {
    var target = findings.target();
    var effort = findings.effort();
    var binding = findings.binding();
    var closest = findings.closest();
    return AnswerJson.bytes(
        object(
            "format", FORMAT,
            "title", findings.scenario().title(),
            "target",
                object(
                    "text", target,
                    "clock", target.clock().key(),
                    "years", target.years(),
                    "survival", target.survival(),
                    "share", target.share()),
            "draft", repair(findings.draft()),
            "single", repairs(findings.single()),
            "unconfirmed", repairs(findings.unconfirmed()),
            "front", repairs(findings.front()),
            "closest", closest == null ? null : repair(closest),
            "binding", binding == null ? null : binding(binding),
            "effort",
                object(
                    "changes", effort.changes(),
                    "dropped", effort.dropped(),
                    "combinations", effort.combinations(),
                    "worlds", effort.worlds(),
                    "frontWorlds", effort.frontWorlds(),
                    "freshWorlds", effort.fresh(),
                    "experiments", effort.experiments()),
            "failures",
                findings.failures().stream()
                    .map(f ->
                        object(
                            "agreement", f.agreement(), "worlds", f.worlds(), "reason", f.reason()))
                    .toList(),
            "manifest", manifest(manifest)));
  }

  private static List<SequencedMap<String, @Nullable Object>> repairs(List<Repair> repairs) {
    return repairs.stream().map(RepairJson::repair).toList();
  }

  private static SequencedMap<String, @Nullable Object> repair(Repair repair) {
    var fresh = repair.fresh();
    return object(
        "changes", repair.changes().stream().map(RepairJson::change).toList(),
        "steps", repair.steps(),
        "costToGuarantors", repair.cost(),
        "verdict", repair.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "found", measured(repair.found()),
        "fresh", fresh == null ? null : measured(fresh));
  }

  private static SequencedMap<String, @Nullable Object> change(Change change) {
    return object(
        "words", change.words(),
        "lever", change.lever(),
        "steps", change.steps(),
        "from", clause(change.from()),
        "to", clause(change.to()));
  }

  private static @Nullable String clause(@Nullable Clause clause) {
    return clause == null ? null : ClauseText.of(clause);
  }

  private static SequencedMap<String, @Nullable Object> measured(Measured measured) {
    return object(
        "reaching", share(measured.reaching()),
        "unsolved", measured.unsolved(),
        "survival", measured.survival(),
        "parties", measured.parties().stream().map(RepairJson::party).toList());
  }

  private static SequencedMap<String, @Nullable Object> party(PartyAccount account) {
    return object(
        "party", account.party(),
        "asked", account.asked() == PartyAccount.Asked.MUST_ACCEPT ? "must accept" : "bystander",
        "accepts", account.accepts() ? "yes" : "no",
        "againstDraft", account.againstDraft(),
        "againstRefusing", account.againstRefusing(),
        "notWorseThanRefusing", share(account.better()));
  }

  private static SequencedMap<String, @Nullable Object> share(Share share) {
    return object(
        "worlds", share.hits(),
        "of", share.total(),
        "share", share.value(),
        "wilson", interval(share.wilson()),
        "exact", interval(share.exact()));
  }

  private static SequencedMap<String, @Nullable Object> interval(Interval interval) {
    return object("low", interval.low(), "high", interval.high(), "level", interval.level());
  }

  private static SequencedMap<String, @Nullable Object> binding(Binding binding) {
    return switch (binding) {
      case Binding.Durability(var best) -> object("kind", "durability", "best", best);
      case Binding.Participation(var account) ->
          object("kind", "participation", "party", party(account));
    };
  }

  private static SequencedMap<String, @Nullable Object> manifest(RepairManifest manifest) {
    var options = manifest.options();
    return object(
        "version", manifest.version(),
        "file", manifest.file(),
        "sha256", manifest.sha256(),
        "worlds", options.worlds(),
        "fresh", options.fresh(),
        "combinations", options.combinations(),
        "seed", options.seed(),
        "resolution", options.grain().resolution(),
        "balanceSteps", options.grain().balanceSteps());
  }
}
