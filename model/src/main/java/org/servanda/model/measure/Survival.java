package org.servanda.model.measure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Survival on three clocks, each a curve from year 0 to the horizon.
///
/// @param breach no material breach so far: no exposed violation, no pledge openly broken, no
///   attack on an agreement in force; absent when there is no agreement to breach
/// @param clash no attack by either principal so far, whether an agreement is in force or not
/// @param exit the agreement is still in force; absent when there is none
public record Survival(@Nullable Curve breach, Curve clash, @Nullable Curve exit) {

  /// One survival curve.
  ///
  /// @param points one per period boundary, years ascending from 0, probabilities in [0, 1]
  public record Curve(List<Point> points) {
    public Curve {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException(
            "points is empty\nTry: give at least the point at year 0");
      }
    }

    /// {@return the probability at `years`, by linear interpolation between period boundaries}
    ///
    /// @param years time since signature, in years, clamped to the curve's range
    public double at(double years) {
      var before = points.getFirst();
      for (var point : points) {
        if (point.years() >= years) {
          double span = point.years() - before.years();
          double weight = span > 0 ? Math.max(0, years - before.years()) / span : 1;
          return before.probability() + weight * (point.probability() - before.probability());
        }
        before = point;
      }
      return before.probability();
    }
  }

  /// One point of a curve.
  ///
  /// @param years time since signature, in years
  /// @param probability share of histories that survived until then, in [0, 1]
  public record Point(double years, double probability) {}
}
