package org.servanda.study.discovery;

/// Which box of a trajectory is taken.
public sealed interface BoxChoice {

  /// {@return how good a box is; more is better}
  ///
  /// @param hits cases in the box, at least 0
  /// @param worlds worlds in the box, at least 1
  /// @param cases all cases, at least 1
  double score(int hits, int worlds, int cases);

  /// The largest harmonic mean of coverage and density: neither can be bought at any price.
  record Balanced() implements BoxChoice {
    @Override
    public double score(int hits, int worlds, int cases) {
      return 2.0 * hits / (worlds + cases);
    }
  }

  /// The largest coverage among boxes of a least density; the densest if none reaches it.
  ///
  /// @param density in (0, 1]
  record Dense(double density) implements BoxChoice {
    public Dense {
      if (!(density > 0 && density <= 1)) {
        throw new IllegalArgumentException(
            "density is %s, must be above 0 and at most 1\nTry: 0.8".formatted(density));
      }
    }

    @Override
    public double score(int hits, int worlds, int cases) {
      double met = (double) hits / worlds;
      return met >= density ? 1 + (double) hits / cases : met;
    }
  }
}
