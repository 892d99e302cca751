package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.Progress;
import org.servanda.model.compile.StateOfTheWorld;

/// How well the defaults reproduce how long peace lasts after wars between states.
public final class Calibration {
  /// A base rate.
  ///
  /// @param years after the settlement
  /// @param survival share of dyads without a fatal dispute until then
  public record BaseRate(double years, double survival) {}

  /// A base rate and what the population does under the defaults.
  ///
  /// @param survival mean probability of no clash until then over the population
  public record Row(BaseRate base, double survival) {
    /// {@return model minus base rate}
    public double difference() {
      return survival - base.survival();
    }
  }

  /// Shares of dyads without a fatal dispute after wars between states since 1946: 115 dyad-wars,
  /// Correlates of War wars and Gibler-Miller-Little disputes.
  public static final List<BaseRate> BASE_RATES =
      List.of(
          new BaseRate(1, 0.87),
          new BaseRate(5, 0.70),
          new BaseRate(10, 0.59),
          new BaseRate(20, 0.52));

  /// Fatal disputes per year in the years 0-2, 2-5, 5-10 and 10-20, same count.
  public static final List<Double> BASE_HAZARDS = List.of(0.107, 0.046, 0.033, 0.013);

  /// Largest difference from any base rate that counts as a fit.
  ///
  /// With 115 dyad-wars the standard error of a share near .6 is .046, so a closer fit than this
  /// would fit noise.
  public static final double TOLERANCE = 0.04;

  /// Spread of the reference population, chosen together with the precision and the frictions.
  public static final ReferencePopulation.Spread SPREAD =
      new ReferencePopulation.Spread(1.8, 0.05, 0.06, 0.6, 0.05, 0.95, 0.15, 0.85);

  /// Years followed: those of the last base rate.
  public static final int YEARS = 20;

  /// Members whose mean is compared.
  public static final int MEMBERS = 64;

  private Calibration() {}

  /// {@return survival without a clash of each member of the reference population}
  ///
  /// @param members how many, at least 1
  /// @param years followed, 20 to 60
  /// @param balanceSteps steps of strength followed on either side, at least 1
  /// @param assumptions estimates by key that replace defaults in every member
  /// @param threads solves at the same time, at least 1; the result does not depend on it
  /// @throws Unsolved if a member could not be solved
  public static List<Survival.Curve> population(
      int members,
      int years,
      int balanceSteps,
      SequencedMap<String, Estimate> assumptions,
      int threads,
      Stages stages) {
    var cancellation = new Cancellation();
    var standard = Grain.of(AssessOptions.standard().withBalanceSteps(balanceSteps));
    return new Workers(threads, cancellation)
        .map(
            ReferencePopulation.members(SPREAD, members, years, assumptions),
            dyad ->
                Play.of(
                        dyad,
                        dyad.agreement(),
                        StateOfTheWorld.modes(),
                        standard,
                        Progress.none(),
                        cancellation)
                    .survival()
                    .clash(),
            stages,
            "population");
  }

  /// {@return the mean of curves that have the same years}
  ///
  /// @param curves at least one
  public static Survival.Curve mean(List<Survival.Curve> curves) {
    var points = new ArrayList<Survival.Point>();
    int n = curves.getFirst().points().size();
    for (int p = 0; p < n; p++) {
      double sum = 0;
      for (var curve : curves) {
        sum += curve.points().get(p).probability();
      }
      points.add(
          new Survival.Point(curves.getFirst().points().get(p).years(), sum / curves.size()));
    }
    return new Survival.Curve(points);
  }

  /// {@return each base rate beside the mean curve}
  public static List<Row> rows(Survival.Curve mean) {
    return BASE_RATES.stream().map(base -> new Row(base, mean.at(base.years()))).toList();
  }

  /// {@return yearly hazards of a mean curve between the given years, in the order of the
  /// intervals}
  ///
  /// @param curve survival
  /// @param bounds years ascending, at least two
  public static List<Double> hazards(Survival.Curve curve, List<Double> bounds) {
    var hazards = new ArrayList<Double>();
    for (int i = 1; i < bounds.size(); i++) {
      double length = bounds.get(i) - bounds.get(i - 1);
      double ratio = curve.at(bounds.get(i)) / curve.at(bounds.get(i - 1));
      hazards.add(-Math.log(ratio) / length);
    }
    return hazards;
  }
}
