package org.servanda.report.answer;

import java.util.stream.Collectors;
import org.servanda.study.repair.Binding;
import org.servanda.study.repair.Measured;
import org.servanda.study.repair.PartyAccount;
import org.servanda.study.repair.Repair;
import org.servanda.study.repair.RepairFindings;
import org.servanda.study.statistic.Share;

/// What a search for repairs has found, in sentences: the terminal and the report say the same
/// things.
///
/// @param findings what came out
public record RepairWords(RepairFindings findings) {

  /// {@return what is changed}
  public static String changes(Repair repair) {
    String words = repair.changes().stream().map(c -> c.words()).collect(Collectors.joining("; "));
    return PlainText.clean(
        words.isEmpty()
            ? "As drafted"
            : Character.toUpperCase(words.charAt(0)) + words.substring(1));
  }

  /// {@return how large a change is, such as `2 steps`}
  public static String steps(Repair repair) {
    return repair.steps() == 1 ? "1 step" : repair.steps() + " steps";
  }

  /// {@return what came of the search in one sentence; empty if single changes reach the target}
  public String outcome() {
    if (findings.unneeded()) {
      return "The agreement as drafted reaches the target; it needs no repair.";
    }
    if (findings.closest() != null) {
      return "Nothing that was tried reaches the target.";
    }
    return findings.single().isEmpty()
        ? "No change of one clause reaches the target; combinations do, see below."
        : "";
  }

  /// {@return in how many worlds a repair lasts long enough, as a sentence}
  public String reached(Repair repair) {
    var fresh = repair.fresh();
    return "long enough in %s of worlds%s."
        .formatted(
            share(repair.found().reaching()),
            fresh == null
                ? "; not verified"
                : ", in %s of fresh ones: %s".formatted(share(fresh.reaching()), verdict(repair)));
  }

  /// {@return what fresh worlds say of a repair}
  public String verdict(Repair repair) {
    var fresh = repair.fresh();
    boolean found = repair.found().reaches(findings.target());
    return switch (repair.verdict()) {
      case HOLDS -> found ? "holds" : "reached in fresh ones only";
      case NOT_SHOWN -> found ? "short of it, perhaps by chance" : "short of it";
      case FAILS -> {
        String plain = found ? "does not hold" : "short of it";
        yield fresh != null && fresh.endures(findings.target()) ? "somebody would refuse" : plain;
      }
      case NOT_VERIFIED -> "not verified";
    };
  }

  /// {@return a share with its interval, such as `80% (70% to 88%)`}
  public static String share(Share share) {
    return "%s (%s to %s)"
        .formatted(
            Numbers.percent(share.value()),
            Numbers.percent(share.wilson().low()),
            Numbers.percent(share.wilson().high()));
  }

  /// {@return where a repair is looked at: fresh worlds are the better witness, as a search picks
  /// what looks good in its own}
  public static Measured witness(Repair repair) {
    var fresh = repair.fresh();
    return fresh == null ? repair.found() : fresh;
  }

  /// {@return whether a party would accept}
  public static String consent(PartyAccount account) {
    return account.asked() == PartyAccount.Asked.BYSTANDER
        ? "not asked"
        : account.accepts() ? "accepts" : "would refuse";
  }

  /// {@return the name of a party}
  ///
  /// @param party its key
  public String name(String party) {
    return PlainText.clean(findings.scenario().party(party).name());
  }

  /// {@return what is in the way, as a sentence}
  public String binding(Binding binding) {
    return switch (binding) {
      case Binding.Durability(var best) ->
          "What is in the way is durability: nothing that was tried lasts long enough in more than"
              + " %s of worlds.".formatted(Numbers.percent(best));
      case Binding.Participation(var account) ->
          "What is in the way is the consent of "
              + name(account.party())
              + ": beside refusing it gains %s stakes on average, and it is no worse off in %s of worlds."
                  .formatted(
                      Numbers.signed(account.againstRefusing()),
                      Numbers.percent(account.better().value()));
    };
  }

  /// {@return what was tried, as a sentence}
  public String effort() {
    var effort = findings.effort();
    return "%,d changes of one clause and %,d combinations were tried in %,d experiments; shares with the interval that holds in nine samples of ten; values in stakes, in fresh worlds where there are some."
        .formatted(effort.changes(), effort.combinations(), effort.experiments());
  }
}
