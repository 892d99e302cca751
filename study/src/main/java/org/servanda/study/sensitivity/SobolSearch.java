package org.servanda.study.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Resampling;

/// Estimates Sobol' indices from the outputs of a Saltelli design.
///
/// The columns must be independent; otherwise the shares have no meaning.
public final class SobolSearch {

  private static final int LEAST_PAIRS = 16;

  private final SaltelliRows rows;
  private final double[] output;
  private final Resampling resampling;
  private final boolean constant;

  private SobolSearch(SaltelliRows rows, double[] output, Resampling resampling) {
    this.rows = rows;
    this.resampling = resampling;
    var solved = Arrays.stream(output).filter(y -> !Double.isNaN(y)).toArray();
    double mean = solved.length > 0 ? Arrays.stream(solved).sum() / solved.length : 0;
    this.constant = Arrays.stream(solved).allMatch(y -> y == solved[0]);
    this.output = Arrays.stream(output).map(y -> y - mean).toArray();
  }

  /// {@return the indices of every column}
  ///
  /// @param rows where which point of the design stands
  /// @param output shape `[rows]`, finite, or NaN for a world that did not solve
  /// @param resampling seed and number of draws
  /// @throws IllegalArgumentException if the length differs or a number is infinite
  public static SobolIndices indices(SaltelliRows rows, double[] output, Resampling resampling) {
    int leftOut = Outputs.countUnsolved(output, rows.rows());
    var caveats = new ArrayList<Caveat>();
    if (leftOut > 0) {
      caveats.add(new Caveat.LeftOut(leftOut, output.length));
    }
    var search = new SobolSearch(rows, output, resampling);
    int columns = rows.columns().size();
    var pairs = IntStream.range(0, columns).mapToObj(search::pairs).toList();
    int fewest = pairs.stream().mapToInt(p -> p.length).min().orElseThrow();
    if (fewest < LEAST_PAIRS) {
      caveats.add(new Caveat.TooFew(fewest, LEAST_PAIRS));
      var size = new SampleSize(fewest, LEAST_PAIRS);
      return new SobolIndices(List.of(), size, leftOut, caveats);
    }
    if (search.constant) {
      Arrays.stream(output)
          .filter(y -> !Double.isNaN(y))
          .limit(1)
          .forEach(y -> caveats.add(new Caveat.ConstantOutput(y)));
    }
    var indices = IntStream.range(0, columns).mapToObj(c -> search.index(c, pairs.get(c))).toList();
    double spread = 0;
    for (var index : indices) {
      spread = Math.max(spread, index.first().interval().halfWidth());
      spread = Math.max(spread, index.total().interval().halfWidth());
    }
    var size = SampleSize.of(fewest, spread, DriverSearch.PRECISION);
    if (!size.enough()) {
      caveats.add(new Caveat.SmallSample(size.worlds(), size.needed()));
    }
    return new SobolIndices(indices, size, leftOut, caveats);
  }

  /// The pairs whose worlds for a column solved.
  private int[] pairs(int column) {
    return IntStream.range(0, rows.pairs()).filter(i -> solved(i, column)).toArray();
  }

  private boolean solved(int pair, int column) {
    double sum =
        output[rows.first(pair)] + output[rows.second(pair)] + output[rows.mixed(pair, column)];
    if (rows.order() == SaltelliRows.Order.BOTH_WAYS) {
      sum += output[rows.reverse(pair, column)];
    }
    return !Double.isNaN(sum);
  }

  private SobolIndices.SobolIndex index(int column, int[] pairs) {
    var firsts = new double[resampling.bootstraps()];
    var totals = new double[firsts.length];
    var interactions = new double[firsts.length];
    var samples = resampling.bootstrapPlaces(pairs.length);
    var drawn = new int[pairs.length];
    for (int b = 0; b < firsts.length; b++) {
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = pairs[samples[b][i]];
      }
      var both = firstAndTotal(column, drawn);
      firsts[b] = both[0];
      totals[b] = both[1];
      interactions[b] = both[1] - both[0];
    }
    var both = firstAndTotal(column, pairs);
    return new SobolIndices.SobolIndex(
        rows.columns().get(column),
        estimate(both[0], firsts),
        estimate(both[1], totals),
        estimate(both[1] - both[0], interactions),
        pairs.length);
  }

  private Estimate estimate(double value, double[] replicates) {
    return new Estimate(value, resampling.around(value, replicates));
  }

  /// First and total index over some pairs, with the variance over the same pairs.
  ///
  /// @source Saltelli et al. (2010), table 2, (b) for the first and (f) for the total index, the
  ///   latter by Jansen (1999)
  private double[] firstAndTotal(int column, int[] pairs) {
    double first = 0;
    double total = 0;
    double sum = 0;
    double squares = 0;
    boolean bothWays = rows.order() == SaltelliRows.Order.BOTH_WAYS;
    for (int i : pairs) {
      double a = output[rows.first(i)];
      double b = output[rows.second(i)];
      double mixed = output[rows.mixed(i, column)];
      first += b * (mixed - a);
      total += (a - mixed) * (a - mixed);
      if (bothWays) {
        double reverse = output[rows.reverse(i, column)];
        first += a * (reverse - b);
        total += (b - reverse) * (b - reverse);
      }
      sum += a + b;
      squares += a * a + b * b;
    }
    int n = pairs.length;
    double mean = sum / (2 * n);
    double variance = squares / (2 * n) - mean * mean;
    if (!(variance > 0) || constant) {
      return new double[2];
    }
    double uses = bothWays ? 2.0 * n : n;
    return new double[] {first / uses / variance, total / (2 * uses) / variance};
  }
}
