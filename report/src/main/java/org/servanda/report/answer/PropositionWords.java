package org.servanda.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.study.finding.Band;
import org.servanda.study.proposition.Criterion;
import org.servanda.study.proposition.Evidence;
import org.servanda.study.proposition.Verdict;
import org.servanda.study.proposition.VerdictWords;

/// A verdict on a proposition in sentences: the terminal and the report say the same things.
///
/// @param verdict what is said
public record PropositionWords(Verdict verdict) {

  /// {@return the ruling as a word}
  public static String word(Verdict.Ruling ruling) {
    return switch (ruling) {
      case HOLDS -> "holds";
      case FAILS -> "fails";
      case OPEN -> "open";
      case UNSOLVED -> "not solved";
    };
  }

  /// {@return in how many worlds the claim holds; empty if none solved}
  public String holds() {
    var holds = verdict.holds();
    var reversed = verdict.reversed();
    return holds == null
        ? ""
        : "%s of %,d worlds (%s to %s)%s"
            .formatted(
                VerdictWords.percent(holds.value()),
                holds.total(),
                VerdictWords.percent(holds.wilson().low()),
                VerdictWords.percent(holds.wilson().high()),
                reversed == null
                    ? ""
                    : ", the opposite in " + VerdictWords.percent(reversed.value()));
  }

  /// {@return the share of an accord's worlds in which the claim holds}
  public static String share(Verdict.OfAccord accord) {
    var holds = accord.holds();
    return holds == null ? "-" : VerdictWords.percent(holds.value());
  }

  /// {@return the effect in an accord}
  public static String effect(Verdict.OfAccord accord) {
    var band = accord.effect();
    return band == null ? "not solved" : VerdictWords.number(band.middle()) + "  " + ends(band);
  }

  private static String ends(Band band) {
    return "(%s to %s)"
        .formatted(VerdictWords.number(band.low()), VerdictWords.number(band.high()));
  }

  /// {@return how large the effect is and what the claim needs; empty if no world solved}
  public String effect() {
    var effect = verdict.effect();
    var criterion = verdict.proposition().criterion();
    return effect == null
        ? ""
        : "%s %s in the middle %s: %s; the claim needs %s %s"
            .formatted(
                VerdictWords.number(effect.middle()),
                criterion.unit().word(),
                ends(effect),
                criterion.words(),
                criterion.bound() == Criterion.Bound.ABOVE ? "more than" : "less than",
                VerdictWords.number(criterion.limit()));
  }

  /// {@return what decides, strongest first; one line that says so if nothing is told}
  public List<String> drivers() {
    if (verdict.drivers().isEmpty()) {
      return List.of("none that can be told from estimates that do nothing");
    }
    return verdict.drivers().stream()
        .map(d ->
            "%s (%.2f): the effect %s".formatted(estimate(d.name()), d.delta(), way(d.direction())))
        .toList();
  }

  /// Which way an effect goes with an estimate.
  ///
  /// @param correlation of the two; if its square is below a hundredth, hardly any of the effect
  ///   goes one way
  private static String way(double correlation) {
    if (Math.abs(correlation) < 0.1) {
      return "moves with it, in no one direction";
    }
    return correlation > 0 ? "grows with it" : "falls with it";
  }

  /// {@return where the claim stops holding; empty if nothing decides}
  public String flips() {
    var flip = verdict.flip();
    if (flip == null) {
      return verdict.drivers().isEmpty() ? "" : "nowhere along the first driver";
    }
    return "holds in most worlds with %s %s %s"
        .formatted(
            estimate(flip.name()),
            flip.holds() == Criterion.Bound.ABOVE ? "above" : "below",
            String.format(Locale.ROOT, "%.3g", flip.at()));
  }

  /// {@return what an estimate is; roles stand for parties}
  public static String estimate(String name) {
    return switch (name) {
      case "balance.now" -> "strength of the challenger relative to the protected side";
      case "balance.drift" -> "yearly drift of strength towards the challenger";
      case "initiative" -> "how often the challenger moves first";
      default -> {
        var parameters = Parameters.standard();
        yield parameters.has(name) ? parameters.parameter(name).about() : name.replace("$", "the ");
      }
    };
  }

  /// {@return the worlds that did not solve, and why for the first ones; empty if all did}
  ///
  /// @param most reasons at most
  public List<String> unsolved(int most) {
    var lines = new ArrayList<String>();
    if (verdict.unsolved() > 0) {
      lines.add("%,d worlds, left out above".formatted(verdict.unsolved()));
      verdict.failures().stream().limit(most).map(PropositionWords::reason).forEach(lines::add);
    }
    return lines;
  }

  private static String reason(Evidence.Failure failure) {
    return "world %d, %s: %s"
        .formatted(
            failure.world(),
            failure.side(),
            PlainText.clean(failure.reason().lines().findFirst().orElse("")));
  }
}
