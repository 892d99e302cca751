package org.servanda.model.measure;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.TimeFrame;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.Progress;
import org.servanda.model.compile.StateOfTheWorld;

/// How survival moves when one estimate goes to either end of its range, the others at their modes.
///
/// Two variations of every uncertain estimate are solved, on a coarser grid and for fewer years
/// than the headline.
///
/// @param base the headline, solved
record SensitivityMeasure(
    Play base, AssessOptions options, Stages stages, Cancellation cancellation) {
  private static final double YEARS = 10;

  /// {@return one swing per estimate, the largest first, and the variations that did not solve}
  Attempts<Assessment.Sensitivity> swings() {
    var uncertain = base.compiled().used().values().stream().filter(e -> e.isUncertain()).toList();
    var variation = new Variation(followed(), years());
    double headline = lasting(base.survival(), variation.years());
    var coarse = Attempt.of("the variations' own base", () -> survival(variation, base.world()));
    if (coarse.result() == null) {
      return Attempts.of(List.of(new Attempt<>(null, coarse.omission())));
    }
    double origin = coarse.result();
    var attempts =
        Workers.beside(base, options, cancellation)
            .map(uncertain, e -> swing(variation, e, headline, origin), stages, "sensitivity");
    var all = Attempts.of(attempts);
    var sorted = new ArrayList<>(all.results());
    sorted.sort(
        Comparator.comparingDouble(Assessment.Sensitivity::swing)
            .reversed()
            .thenComparing(s -> s.estimate().key()));
    return new Attempts<>(sorted, all.omissions());
  }

  /// What is solved for each variation.
  ///
  /// @param scenario followed for as many years as are compared
  /// @param years after which survival is compared
  private record Variation(Scenario scenario, double years) {}

  private Attempt<Assessment.Sensitivity> swing(
      Variation variation, Estimate estimate, double headline, double coarse) {
    var low = end(variation, estimate, estimate.low());
    var high = end(variation, estimate, estimate.high());
    if (low.result() == null || high.result() == null) {
      return new Attempt<>(null, low.omission() != null ? low.omission() : high.omission());
    }
    return new Attempt<>(
        new Assessment.Sensitivity(
            estimate,
            base.signed() ? "breach" : "clash",
            variation.years(),
            shifted(headline, coarse, low.result()),
            shifted(headline, coarse, high.result())),
        null);
  }

  private Attempt<Double> end(Variation variation, Estimate estimate, double value) {
    return Attempt.of(
        "%s at %s".formatted(estimate.key(), value),
        () -> survival(variation, base.world().with(estimate.key(), value)));
  }

  private double survival(Variation variation, StateOfTheWorld moved) {
    var grain = Grain.of(options).forSensitivity();
    var play =
        Play.of(
            variation.scenario(), base.agreement(), moved, grain, Progress.none(), cancellation);
    return lasting(play.survival(), variation.years());
  }

  /// Ten years, in whole periods, or the horizon if it is shorter.
  private double years() {
    var time = base.scenario().time();
    double periods = Math.floor(YEARS / time.yearsPerPeriod() + 1e-9);
    return Math.min(periods * time.yearsPerPeriod(), time.years());
  }

  /// The same scenario followed for fewer years, which costs less.
  private Scenario followed() {
    var whole = base.scenario();
    var time = whole.time();
    int months = (int) Math.round(12 * years());
    return new Scenario(
        whole.title(),
        whole.summary(),
        new TimeFrame(time.start(), time.step(), Period.ofMonths(months)),
        whole.parties(),
        whole.balance(),
        whole.issue(),
        whole.agreement(),
        whole.record(),
        whole.alternatives(),
        whole.plausibility(),
        whole.history(),
        whole.sources(),
        whole.written());
  }

  private static double lasting(Survival survival, double years) {
    var breach = survival.breach();
    return (breach == null ? survival.clash() : breach).at(years);
  }

  /// Variations are solved on a coarser grid whose survival differs a little from the headline. So
  /// it is the change of the log odds there that is carried over: what changes nothing on the
  /// coarse grid changes nothing here, and a probability stays one.
  static double shifted(double headline, double coarse, double moved) {
    boolean inside = headline > 0 && headline < 1 && coarse > 0 && coarse < 1;
    if (!inside || moved <= 0 || moved >= 1) {
      return moved;
    }
    double odds = headline / (1 - headline) * (moved / (1 - moved)) / (coarse / (1 - coarse));
    return moved == coarse ? headline : odds / (1 + odds);
  }
}
