package org.servanda.report.export;

import static org.servanda.report.export.AnswerJson.object;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.study.finding.Band;
import org.servanda.study.proposition.Criterion;
import org.servanda.study.proposition.Evidence;
import org.servanda.study.proposition.Proposition;
import org.servanda.study.proposition.Verdict;
import org.servanda.study.proposition.VerdictWords;
import org.servanda.study.statistic.Share;

/// Verdicts on propositions as JSON; keys come in a fixed order, numbers with all their digits.
public final class PropositionsJson {
  /// Version of the keys, raised when one changes its meaning or goes away.
  public static final int FORMAT = 1;

  private PropositionsJson() {}

  /// {@return the verdicts in UTF-8, ending in a line feed}
  ///
  /// @param seed of the worlds
  public static byte[] of(List<Verdict> verdicts, long seed) {
    return AnswerJson.bytes(
        object(
            "format",
            FORMAT,
            "seed",
            seed,
            "propositions",
            verdicts.stream().map(PropositionsJson::verdict).toList()));
  }

  private static SequencedMap<String, @Nullable Object> verdict(Verdict verdict) {
    Proposition proposition = verdict.proposition();
    Criterion criterion = proposition.criterion();
    return object(
        "id", proposition.id(),
        "name", proposition.name(),
        "claim", proposition.claim(),
        "counterClaim", proposition.counterClaim(),
        "note", proposition.note(),
        "ruling", word(verdict.ruling()),
        "spread", word(verdict.spread()),
        "worlds", verdict.solved() + verdict.unsolved(),
        "unsolved", verdict.unsolved(),
        "holds", share(verdict.holds()),
        "reversed", share(verdict.reversed()),
        "effect", effect(verdict.effect(), criterion),
        "accords", verdict.accords().stream().map(PropositionsJson::accord).toList(),
        "drivers", verdict.drivers().stream().map(PropositionsJson::driver).toList(),
        "flip", flip(verdict.flip()),
        "failures", verdict.failures().stream().map(PropositionsJson::failure).toList(),
        "sentence", VerdictWords.sentence(verdict));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable Object share(@Nullable Share share) {
    return share == null
        ? null
        : object(
            "share", share.value(),
            "low", share.wilson().low(),
            "high", share.wilson().high(),
            "level", share.wilson().level());
  }

  private static @Nullable Object effect(@Nullable Band band, Criterion criterion) {
    return band == null
        ? null
        : object(
            "is", criterion.words(),
            "unit", criterion.unit().word(),
            "low", band.low(),
            "middle", band.middle(),
            "high", band.high(),
            "bound", word(criterion.bound()),
            "limit", criterion.limit());
  }

  private static Object accord(Verdict.OfAccord accord) {
    Band band = accord.effect();
    return object(
        "accord",
        accord.accord(),
        "ruling",
        word(accord.ruling()),
        "holds",
        share(accord.holds()),
        "low",
        band == null ? null : band.low(),
        "middle",
        band == null ? null : band.middle(),
        "high",
        band == null ? null : band.high());
  }

  private static Object driver(Verdict.Decider driver) {
    return object(
        "estimate", driver.name(),
        "delta", driver.delta(),
        "low", driver.low(),
        "high", driver.high(),
        "direction", driver.direction());
  }

  private static @Nullable Object flip(Verdict.@Nullable Flip flip) {
    return flip == null
        ? null
        : object("estimate", flip.name(), "at", flip.at(), "holds", word(flip.holds()));
  }

  private static Object failure(Evidence.Failure failure) {
    return object("side", failure.side(), "world", failure.world(), "reason", failure.reason());
  }
}
