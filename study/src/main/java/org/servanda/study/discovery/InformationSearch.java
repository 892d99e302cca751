package org.servanda.study.discovery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Interval;
import org.servanda.study.statistic.Replicates;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.statistic.SolvedWorlds;
import org.servanda.study.table.Table;

/// Finds which assumption it would pay to research before choosing among alternatives.
///
/// Who knows a column chooses the alternative that is best on average given that column; the mean
/// values given the column are fitted curves. Chance alone makes such curves cross, so that gains
/// are a little too large; the threshold says how much of a gain is nothing else.
///
/// @source Strong, Oakley and Brennan (2014); Raiffa and Schlaifer (1961)
public final class InformationSearch {

  private static final int LEAST = 32;

  private final double[][] lags;
  private final CurveBasis[] bases;
  private final Resampling resampling;
  private final int[] all;
  private final int[][] samples;
  private final int[][] shuffles;

  private InformationSearch(double[][] columns, double[][] lags, Resampling resampling) {
    this.lags = lags;
    this.resampling = resampling;
    this.bases = new CurveBasis[columns.length];
    for (int c = 0; c < columns.length; c++) {
      bases[c] = new CurveBasis(columns[c]);
    }
    int n = columns[0].length;
    this.all = IntStream.range(0, n).toArray();
    this.samples = resampling.bootstrapPlaces(n);
    this.shuffles = resampling.shuffles(n);
  }

  /// {@return the value of knowing everything, and of knowing each column}
  ///
  /// @param worlds one row per world, one column per uncertain estimate; finite or NaN
  /// @param values one row per world, one column per alternative; finite, or NaN if not solved
  /// @param better which values are better
  /// @param resampling seed and number of draws
  /// @throws IllegalArgumentException if the numbers of rows differ, there is no column, or a
  ///   number is infinite
  public static Information information(
      Table worlds, Table values, Better better, Resampling resampling) {
    if (values.rows() != worlds.rows()) {
      throw new IllegalArgumentException(
          "values have %d rows, must have %d\nTry: one per world, NaN if not solved"
              .formatted(values.rows(), worlds.rows()));
    }
    var alternatives = new Alternatives(values, better);
    // A world is marked by its row where all alternatives were solved: so one filter leaves out
    // both.
    var marks = new double[worlds.rows()];
    Arrays.fill(marks, Double.NaN);
    for (int i = 0; i < alternatives.size(); i++) {
      marks[alternatives.places[i]] = alternatives.places[i];
    }
    var solved = SolvedWorlds.of(worlds, marks);
    var caveats = new ArrayList<>(solved.caveats());
    if (solved.size() < LEAST) {
      caveats.add(new Caveat.TooFew(solved.size(), LEAST));
      return new Information(null, null, List.of(), solved.size(), solved.leftOut(), caveats);
    }
    var kept = values.select(Arrays.stream(solved.output()).mapToInt(m -> (int) m).toArray());
    var common = new Alternatives(kept, better);
    int best = common.best();
    var columns = new double[solved.names().size()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = solved.column(c);
    }
    var search = new InformationSearch(columns, lags(common, best), resampling);
    return new Information(
        common.names.get(best),
        search.perfect(),
        search.columns(solved.names()),
        solved.size(),
        solved.leftOut(),
        caveats);
  }

  /// By how much each other alternative is ahead of the chosen one.
  private static double[][] lags(Alternatives alternatives, int best) {
    var lags = new double[alternatives.values.length - 1][alternatives.size()];
    for (int a = 0, t = 0; a < alternatives.values.length; a++) {
      if (a != best) {
        for (int i = 0; i < lags[t].length; i++) {
          lags[t][i] = alternatives.values[a][i] - alternatives.values[best][i];
        }
        t++;
      }
    }
    return lags;
  }

  private Estimate perfect() {
    var replicates = new double[samples.length];
    for (int b = 0; b < samples.length; b++) {
      replicates[b] = perfect(samples[b]);
    }
    double value = perfect(all);
    return new Estimate(value, atLeastZero(resampling.around(value, replicates)));
  }

  private double perfect(int[] places) {
    double sum = 0;
    var means = new double[lags.length];
    for (int i : places) {
      double most = 0;
      for (int t = 0; t < lags.length; t++) {
        most = Math.max(most, lags[t][i]);
        means[t] += lags[t][i];
      }
      sum += most;
    }
    return (sum - most(means)) / places.length;
  }

  private static double most(double[] ahead) {
    double most = 0;
    for (double lag : ahead) {
      most = Math.max(most, lag);
    }
    return most;
  }

  private static Interval atLeastZero(Interval interval) {
    return interval.within(0, Double.MAX_VALUE);
  }

  private List<Information.Column> columns(List<String> names) {
    var plain = new double[bases.length];
    var bootstraps = new double[bases.length][samples.length];
    var shuffled = new double[bases.length][shuffles.length];
    for (int c = 0; c < bases.length; c++) {
      var fit = new LeastSquares(bases[c].functions, lags.length);
      fit.fitAll(lags, all);
      plain[c] = gain(fit, all);
      for (int b = 0; b < samples.length; b++) {
        fit.fit(lags, samples[b]);
        bootstraps[c][b] = gain(fit, samples[b]);
      }
      for (int p = 0; p < shuffles.length; p++) {
        fit.fitAll(lags, shuffles[p]);
        shuffled[c][p] = gain(fit, all);
      }
    }
    var replicates = new Replicates(plain, bootstraps, shuffled);
    return IntStream.range(0, bases.length)
        .mapToObj(c -> column(names.get(c), replicates, c))
        .sorted(Comparator.comparingDouble((Information.Column c) -> c.gain().value()).reversed())
        .toList();
  }

  private Information.Column column(String name, Replicates replicates, int c) {
    double gain = replicates.plain(c);
    var interval = atLeastZero(resampling.around(gain, replicates.bootstraps(c)));
    return new Information.Column(name, new Estimate(gain, interval), replicates.threshold(c));
  }

  /// Mean of the best fitted lead in each world, less the best mean lead.
  private double gain(LeastSquares fit, int[] inputs) {
    double sum = 0;
    var means = new double[lags.length];
    for (int i : inputs) {
      double most = 0;
      for (int t = 0; t < lags.length; t++) {
        double lead = fit.at(i, t);
        most = Math.max(most, lead);
        means[t] += lead;
      }
      sum += most;
    }
    return Math.max(0, (sum - most(means)) / inputs.length);
  }
}
