package org.servanda.study.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Resampling;

/// Reads elementary effects off the outputs of a [MorrisDesign].
public final class MorrisSearch {
  private MorrisSearch() {}

  /// {@return the effects of every column}
  ///
  /// @param design where the outputs were taken
  /// @param output shape `[rows of the design]`, finite, or NaN for a world that did not solve
  /// @param resampling seed and number of draws
  /// @throws IllegalArgumentException if the length differs or a number is infinite
  public static MorrisEffects effects(MorrisDesign design, double[] output, Resampling resampling) {
    int leftOut = Outputs.countUnsolved(output, design.points().rows());
    var caveats = new ArrayList<Caveat>();
    if (leftOut > 0) {
      caveats.add(new Caveat.LeftOut(leftOut, output.length));
    }
    int columns = design.columns().size();
    var byWalk = new double[design.walks()][columns];
    for (int w = 0; w < byWalk.length; w++) {
      design.effects(w, output, byWalk[w]);
    }
    var effects = new ArrayList<MorrisEffects.MorrisEffect>();
    int fewest = design.walks();
    for (int c = 0; c < columns; c++) {
      int column = c;
      var known =
          Arrays.stream(byWalk).mapToDouble(e -> e[column]).filter(e -> !Double.isNaN(e)).toArray();
      fewest = Math.min(fewest, known.length);
      if (known.length >= 2) {
        effects.add(effect(design.columns().get(c), known, resampling));
      }
    }
    if (fewest < 2) {
      caveats.add(new Caveat.TooFew(fewest, 2));
    }
    return new MorrisEffects(effects, design.walks(), leftOut, caveats);
  }

  private static MorrisEffects.MorrisEffect effect(
      String column, double[] effects, Resampling resampling) {
    int n = effects.length;
    double mean = Arrays.stream(effects).sum() / n;
    double size = Arrays.stream(effects).map(Math::abs).sum() / n;
    double squares = Arrays.stream(effects).map(e -> (e - mean) * (e - mean)).sum();
    var replicates = new double[resampling.bootstraps()];
    var samples = resampling.bootstrapPlaces(n);
    for (int b = 0; b < replicates.length; b++) {
      replicates[b] = Arrays.stream(samples[b]).mapToDouble(i -> Math.abs(effects[i])).sum() / n;
    }
    return new MorrisEffects.MorrisEffect(
        column,
        new Estimate(size, resampling.percentiles(replicates)),
        mean,
        Math.sqrt(squares / (n - 1)),
        n);
  }
}
