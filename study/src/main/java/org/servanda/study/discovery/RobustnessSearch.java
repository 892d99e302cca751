package org.servanda.study.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.descriptive.Quantile;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.statistic.Share;
import org.servanda.study.table.Table;

/// Compares alternatives over the worlds in which all of them were solved.
///
/// The worst value and the largest regret are those of the worlds looked at and grow with their
/// number; no interval is given for them.
public final class RobustnessSearch {

  private static final double USUAL = 0.9;

  private final Alternatives alternatives;
  private final Better better;
  private final double satisfactory;
  private final Resampling resampling;
  private final double[][] regrets;
  private final int[][] samples;

  private RobustnessSearch(
      Alternatives alternatives, Better better, double satisfactory, Resampling resampling) {
    this.alternatives = alternatives;
    this.better = better;
    this.satisfactory = satisfactory;
    this.resampling = resampling;
    this.regrets = regrets(alternatives.values, alternatives.size());
    this.samples = resampling.bootstrapPlaces(alternatives.size());
  }

  /// {@return how the alternatives stand}
  ///
  /// @param values one row per world, one column per alternative; finite, or NaN if not solved
  /// @param better which values are better
  /// @param satisfactory a value that is just good enough, finite
  /// @param resampling seed and number of draws for the intervals
  /// @throws IllegalArgumentException if there is no column, or a number is infinite
  public static Robustness compare(
      Table values, Better better, double satisfactory, Resampling resampling) {
    if (!Double.isFinite(satisfactory)) {
      throw new IllegalArgumentException(
          "satisfactory is %s, must be finite\nTry: a value between the outputs"
              .formatted(satisfactory));
    }
    var alternatives = new Alternatives(values, better);
    var caveats = alternatives.caveats(1);
    if (alternatives.size() == 0) {
      return new Robustness(List.of(), List.of(), alternatives.leftOut(), caveats);
    }
    var search = new RobustnessSearch(alternatives, better, satisfactory, resampling);
    return new Robustness(
        search.standings(), search.differences(), alternatives.leftOut(), caveats);
  }

  private static double[][] regrets(double[][] values, int worlds) {
    var regrets = new double[values.length][worlds];
    for (int i = 0; i < worlds; i++) {
      double best = Double.NEGATIVE_INFINITY;
      for (var value : values) {
        best = Math.max(best, value[i]);
      }
      for (int a = 0; a < values.length; a++) {
        regrets[a][i] = best - values[a][i];
      }
    }
    return regrets;
  }

  private List<Robustness.Standing> standings() {
    var standings = new ArrayList<Robustness.Standing>();
    for (int a = 0; a < regrets.length; a++) {
      standings.add(standing(a, List.of()));
    }
    var judged = new ArrayList<Robustness.Standing>();
    for (int a = 0; a < regrets.length; a++) {
      judged.add(standing(a, merits(standings, standings.get(a))));
    }
    return judged;
  }

  private Robustness.Standing standing(int a, List<Robustness.Merit> merits) {
    var values = alternatives.values[a];
    double bound = better.upward(satisfactory);
    int satisfied = (int) Arrays.stream(values).filter(v -> v >= bound).count();
    double worst = Arrays.stream(values).min().orElseThrow();
    double largest = Arrays.stream(regrets[a]).max().orElseThrow();
    return new Robustness.Standing(
        alternatives.names.get(a),
        Share.of(satisfied, values.length, resampling.level()),
        turned(bootstrap(values, RobustnessSearch::mean)),
        better.upward(worst),
        largest,
        bootstrap(regrets[a], RobustnessSearch::usual),
        merits,
        alternatives.unsolved.get(a));
  }

  /// The criteria by which none of the standings is better than one of them.
  private List<Robustness.Merit> merits(
      List<Robustness.Standing> standings, Robustness.Standing one) {
    var merits = new ArrayList<Robustness.Merit>();
    for (var merit : Robustness.Merit.values()) {
      double mark = mark(merit, one);
      if (standings.stream().allMatch(s -> mark(merit, s) <= mark)) {
        merits.add(merit);
      }
    }
    return merits;
  }

  private double mark(Robustness.Merit merit, Robustness.Standing standing) {
    return switch (merit) {
      case SATISFIED -> standing.satisfied().hits();
      case MEAN -> better.upward(standing.mean().value());
      case WORST -> better.upward(standing.worst());
      case LARGEST_REGRET -> -standing.largestRegret();
      case USUAL_REGRET -> -standing.usualRegret().value();
    };
  }

  private List<Robustness.Difference> differences() {
    var differences = new ArrayList<Robustness.Difference>();
    int n = alternatives.size();
    for (int a = 0; a < regrets.length; a++) {
      for (int b = a + 1; b < regrets.length; b++) {
        var gaps = new double[n];
        for (int i = 0; i < n; i++) {
          gaps[i] = alternatives.values[a][i] - alternatives.values[b][i];
        }
        int ahead = (int) Arrays.stream(gaps).filter(g -> g > 0).count();
        int behind = (int) Arrays.stream(gaps).filter(g -> g < 0).count();
        differences.add(
            new Robustness.Difference(
                alternatives.names.get(a),
                alternatives.names.get(b),
                turned(bootstrap(gaps, RobustnessSearch::mean)),
                Share.of(ahead, n, resampling.level()),
                Share.of(behind, n, resampling.level())));
      }
    }
    return differences;
  }

  private Estimate bootstrap(double[] values, ToDoubleFunction<double[]> statistic) {
    var replicates = new double[samples.length];
    var drawn = new double[values.length];
    for (int b = 0; b < samples.length; b++) {
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = values[samples[b][i]];
      }
      replicates[b] = statistic.applyAsDouble(drawn);
    }
    return new Estimate(statistic.applyAsDouble(values), resampling.percentiles(replicates));
  }

  /// An estimate of values that were turned upward, in the unit of the values.
  private Estimate turned(Estimate upward) {
    return better == Better.HIGHER ? upward : upward.negated();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double usual(double[] regrets) {
    return Quantile.withDefaults().withCopy(true).evaluate(regrets, USUAL);
  }
}
