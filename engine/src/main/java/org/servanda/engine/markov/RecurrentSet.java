package org.servanda.engine.markov;

import org.servanda.engine.equilibrium.Cancellation;

/// Values of states that can reach each other, those of all other states being known.
final class RecurrentSet {
  private static final double ULP = 0x1p-52;
  private static final int ATTEMPTS = 3;
  private static final int SWEEPS_BETWEEN = 10;

  /// Multiple of the values beyond which rounding could hide payoffs that recur for ever.
  private static final double FARTHEST = 100;

  private final ZeroSumGame game;
  private final Components components;
  private final OneStep step;
  private final FixedPlay fixedPlay;
  private final double[] values;
  private final double[] far;
  private final ZeroSumOptions options;
  private final Cancellation cancellation;
  private long sweeps;
  private boolean negative;

  RecurrentSet(
      ZeroSumGame game,
      Components components,
      OneStep step,
      double[] values,
      ZeroSumOptions options,
      Cancellation cancellation) {
    this.game = game;
    this.components = components;
    this.step = step;
    this.fixedPlay = new FixedPlay(game, components, step);
    this.values = values;
    this.far = new double[values.length];
    this.options = options;
    this.cancellation = cancellation;
  }

  long sweeps() {
    return sweeps;
  }

  /// Says whether undiscounted payoffs of both signs can recur in a set.
  boolean undefined(int c) {
    return game.discount() == 1 && signs(c) == Signs.BOTH;
  }

  /// Writes the values of a set that is not [#undefined].
  ///
  /// @return a bound on their error, infinite if none was found
  double solve(int c) {
    int from = components.first(c);
    int to = components.first(c + 1);
    if (game.discount() < 1) {
      return discounted(c, from, to);
    }
    var signs = signs(c);
    negative = signs == Signs.NEGATIVE;
    return switch (signs) {
      case NONE -> total(c, from, to, 0);
      case POSITIVE -> total(c, from, to, 1);
      case NEGATIVE -> total(c, from, to, -1);
      case BOTH -> throw new IllegalStateException("payoffs of both signs");
    };
  }

  /// Says whether the totals of the set solved last were approached from above.
  boolean negative() {
    return negative;
  }

  /// Signs of payoffs in a set, exits included.
  private enum Signs {
    NONE,
    POSITIVE,
    NEGATIVE,
    BOTH
  }

  private Signs signs(int c) {
    boolean positive = false;
    boolean negative = false;
    for (int k = components.first(c); k < components.first(c + 1); k++) {
      step.least(components.state(k), values);
      positive |= step.largestEntry() > 0;
      negative |= step.smallestEntry() < 0;
    }
    if (positive) {
      return negative ? Signs.BOTH : Signs.POSITIVE;
    }
    return negative ? Signs.NEGATIVE : Signs.NONE;
  }

  private double discounted(int c, int from, int to) {
    double scale = 1;
    for (int sweep = 0; sweep < options.mostSweeps() && !cancellation.requested(); sweep++) {
      sweeps++;
      double change = 0;
      for (int k = to - 1; k >= from; k--) {
        // Backwards and forwards in turn, so that news travels both ways.
        int s = components.state((sweep & 1) == 0 ? from + to - 1 - k : k);
        double value = step.least(s, values);
        change = Math.max(change, Math.abs(value - values[s]));
        scale = Math.max(scale, Math.abs(value));
        values[s] = value;
      }
      if (change <= 2 * ULP * scale) {
        break;
      }
      if (sweep % SWEEPS_BETWEEN == SWEEPS_BETWEEN - 1 && to - from <= FixedPlay.LARGEST) {
        leap(c, from, to);
      }
    }
    double distance = 0;
    for (int k = from; k < to; k++) {
      int s = components.state(k);
      double least = step.least(s, values);
      distance = Math.max(distance, Math.max(step.most() - values[s], values[s] - least));
      step.keepRow(s);
      step.keepColumn(s);
    }
    return distance / (1 - game.discount());
  }

  /// Takes a Newton step if it brings the values nearer to the fixed point.
  private void leap(int c, int from, int to) {
    double before = distance(from, to);
    double[] found = fixedPlay.values(c, values);
    if (found.length == 0) {
      return;
    }
    for (int k = from; k < to; k++) {
      int s = components.state(k);
      far[s] = values[s];
      values[s] = found[k - from];
    }
    if (!(distance(from, to) < before)) {
      for (int k = from; k < to; k++) {
        values[components.state(k)] = far[components.state(k)];
      }
    }
  }

  /// Largest change that one step would bring.
  private double distance(int from, int to) {
    double distance = 0;
    for (int k = from; k < to; k++) {
      int s = components.state(k);
      double least = step.least(s, values);
      distance = Math.max(distance, Math.max(step.most() - values[s], values[s] - least));
    }
    return distance;
  }

  private double total(int c, int from, int to, int sign) {
    double scale = 1;
    double error = Double.POSITIVE_INFINITY;
    int attempts = 0;
    for (int sweep = 0; sweep < options.mostSweeps() && !cancellation.requested(); sweep++) {
      sweeps++;
      double change = 0;
      for (int k = from; k < to; k++) {
        int s = components.state(k);
        double least = step.least(s, values);
        double value = sign < 0 ? step.most() : least;
        // Whoever has to make progress keeps the last move that brought some.
        if (sign * (value - values[s]) > 0) {
          change = Math.max(change, Math.abs(value - values[s]));
          values[s] = value;
          keepProgress(s, sign);
        }
        scale = Math.max(scale, Math.abs(values[s]));
      }
      if (change <= 2 * ULP * scale) {
        error = Math.min(error, farSide(c, from, to, sign, scale));
        if (change == 0 || error <= options.tolerance() * scale || ++attempts == ATTEMPTS) {
          break;
        }
      }
    }
    if (error == Double.POSITIVE_INFINITY) {
      error = farSide(c, from, to, sign, scale);
    }
    for (int k = from; k < to; k++) {
      step.least(components.state(k), values);
      if (sign >= 0) {
        step.keepColumn(components.state(k));
      } else {
        step.keepRow(components.state(k));
      }
    }
    return error;
  }

  private void keepProgress(int s, int sign) {
    if (sign > 0) {
      step.keepRow(s);
    } else {
      step.keepColumn(s);
    }
  }

  /// Distance from the values to a point proved to lie beyond the fixed point; infinite if none is
  /// found.
  private double farSide(int c, int from, int to, int sign, double scale) {
    double cap = cap(c, from, to, sign);
    System.arraycopy(values, 0, far, 0, values.length);
    double distance = 0;
    for (int k = 0;
        k < 40 && (distance <= FARTHEST * scale || cap < Double.POSITIVE_INFINITY);
        k++) {
      double reach = 0;
      for (int j = from; j < to; j++) {
        int s = components.state(j);
        double moved = sign * values[s] + distance;
        far[s] = sign * Math.max(sign * values[s], Math.min(moved, cap));
        reach = Math.max(reach, Math.abs(far[s] - values[s]));
      }
      if (beyond(from, to, sign, scale)) {
        return reach;
      }
      distance = distance == 0 ? 16 * ULP * scale : 4 * distance;
    }
    return Double.POSITIVE_INFINITY;
  }

  private boolean beyond(int from, int to, int sign, double scale) {
    for (int k = from; k < to; k++) {
      int s = components.state(k);
      double least = step.least(s, far);
      double next = sign < 0 ? least : step.most();
      if (!(sign * (next - far[s]) <= 4 * ULP * scale)) {
        return false;
      }
    }
    return true;
  }

  /// A number that no value of the set exceeds in size, or infinity if none is plain to see.
  private double cap(int c, int from, int to, int sign) {
    double cap = 0;
    for (int k = from; k < to; k++) {
      int s = components.state(k);
      for (int cell = game.cell(s); cell < game.cell(s + 1); cell++) {
        double now = game.payoff(cell);
        double inside = 0;
        for (int e = game.firstSuccessor()[cell]; e < game.firstSuccessor()[cell + 1]; e++) {
          int t = game.successors()[e];
          if (components.component(t) == c) {
            inside += game.probabilities()[e];
          } else {
            now += game.probabilities()[e] * values[t];
          }
        }
        if (sign * now > 0) {
          cap = inside < 1 ? Math.max(cap, sign * now / (1 - inside)) : Double.POSITIVE_INFINITY;
        }
      }
    }
    return cap;
  }
}
