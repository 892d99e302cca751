package org.servanda.study.design;

import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TriangularDistribution;

/// How plausible the values of an uncertain number are, given by its quantiles.
public sealed interface Distribution {

  /// {@return the value below which a share of the plausibility lies}
  ///
  /// @param share in [0, 1]
  double quantile(double share);

  /// Every value of a range is as plausible as any other.
  record Uniform(double low, double high) implements Distribution {
    @Override
    public double quantile(double share) {
      return low + share * (high - low);
    }
  }

  /// Plausibility rises in a straight line to the mode and falls in a straight line from it.
  record Triangular(double low, double mode, double high) implements Distribution {
    @Override
    public double quantile(double share) {
      return low == high
          ? mode
          : TriangularDistribution.of(low, mode, high).inverseCumulativeProbability(share);
    }
  }

  /// The smooth curve of project planning: mean `(low + 4 mode + high) / 6`, little weight on the
  /// ends.
  ///
  /// @source Malcolm, Roseboom, Clark and Fazar (1959)
  record Pert(double low, double mode, double high) implements Distribution {
    private static final double WEIGHT = 4;

    @Override
    public double quantile(double share) {
      if (low == high) {
        return mode;
      }
      double span = high - low;
      var beta =
          BetaDistribution.of(1 + WEIGHT * (mode - low) / span, 1 + WEIGHT * (high - mode) / span);
      return Math.clamp(low + span * beta.inverseCumulativeProbability(share), low, high);
    }
  }

  /// One of several schools is right, each as plausible as any other.
  ///
  /// @param schools at least one, in a fixed order
  record Rivals(List<Distribution> schools) implements Distribution {
    public Rivals {
      schools = List.copyOf(schools);
      if (schools.isEmpty()) {
        throw new IllegalArgumentException("schools is empty\nTry: at least one");
      }
    }

    @Override
    public double quantile(double share) {
      double scaled = share * schools.size();
      int school = (int) Math.min(Math.floor(scaled), schools.size() - 1.0);
      return schools.get(school).quantile(Math.min(scaled - school, 1));
    }
  }
}
