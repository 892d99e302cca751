package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.proposition.Criterion.Bound;
import org.servanda.study.proposition.Verdict.Flip;

/// Finds where a claim stops holding along an estimate.
///
/// The share of worlds in which it holds is fitted as a function of the estimate that only rises or
/// only falls (least squares, pooling neighbors that violate the order). A claim flips where the
/// fit crosses one half with a twentieth of the worlds or more on either side.
///
/// @source Ayer, Brunk, Ewing, Reid and Silverman (1955)
final class Flips {
  private static final double LEAST_SIDE = 0.05;

  private Flips() {}

  /// One world.
  private record Point(double value, double holds) {}

  /// Neighbors with one fitted share.
  private record Pool(double sum, int count) {
    double mean() {
      return sum / count;
    }

    Pool with(Pool next) {
      return new Pool(sum + next.sum, count + next.count);
    }
  }

  /// {@return where the claim flips; null if it does not}
  static @Nullable Flip along(String name, List<Evidence> evidence, Criterion criterion) {
    var points = new ArrayList<Point>();
    for (var one : evidence) {
      int column = one.values().indexOf(name);
      for (int w = 0; w < one.worlds(); w++) {
        Double effect = one.effects().get(w);
        if (effect != null) {
          points.add(new Point(one.values().at(w, column), criterion.holds(effect) ? 1 : 0));
        }
      }
    }
    points.sort(Comparator.comparingDouble(Point::value));
    var rising = pools(points, 1);
    var falling = pools(points, -1);
    return error(points, rising, 1) <= error(points, falling, -1)
        ? flip(name, points, rising, Bound.ABOVE)
        : flip(name, points, falling, Bound.BELOW);
  }

  /// Pools of the best fit that rises, of the shares times `sign`.
  private static List<Pool> pools(List<Point> points, int sign) {
    var pools = new ArrayList<Pool>();
    for (var point : points) {
      var last = new Pool(sign * point.holds(), 1);
      while (!pools.isEmpty() && pools.getLast().mean() >= last.mean()) {
        last = pools.removeLast().with(last);
      }
      pools.add(last);
    }
    return pools;
  }

  private static double error(List<Point> points, List<Pool> pools, int sign) {
    double error = 0;
    int at = 0;
    for (var pool : pools) {
      for (int i = 0; i < pool.count(); i++, at++) {
        double off = sign * points.get(at).holds() - pool.mean();
        error += off * off;
      }
    }
    return error;
  }

  private static @Nullable Flip flip(
      String name, List<Point> points, List<Pool> pools, Bound holds) {
    double half = holds == Bound.ABOVE ? 0.5 : -0.5;
    int below = 0;
    for (var pool : pools) {
      if (pool.mean() > half) {
        break;
      }
      below += pool.count();
    }
    double least = LEAST_SIDE * points.size();
    if (below < least || points.size() - below < least || below == points.size()) {
      return null;
    }
    double at = (points.get(below - 1).value() + points.get(below).value()) / 2;
    return new Flip(name, at, holds);
  }
}
