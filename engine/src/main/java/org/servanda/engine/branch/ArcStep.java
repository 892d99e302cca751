package org.servanda.engine.branch;

import java.util.Arrays;

/// One step along the arc: prediction, correction and the tangent at the new point.
final class ArcStep {
  /// Corrections after which a step has failed.
  static final int CORRECTIONS = 7;

  private static final double WIDEST_TURN = StrictMath.cos(StrictMath.toRadians(25));
  private static final double KINK = 1e-4;
  private static final double KEEP = 0.1;

  /// Corrections below this share of the point's length are rounding.
  private static final double ROUNDING = 1e-14;

  private final BranchEquations equations;
  private final TraceLimits limits;
  private final boolean chord;
  private final int n;
  private final double[] f;
  private final double[] move;
  private final double[] before;
  private final double[] beforeTangent;
  private double lastStep;
  private double corrected;

  /// The last accepted point: `y`, then `scale * lambda`.
  double[] point;

  double[] tangent;
  double sign;

  /// The point under trial.
  double[] trial;

  double[] nextTangent;
  double nextSign;
  int factorizations;

  private final double[] keptTrial;
  private final double[] keptTangent;
  private double keptSign;

  ArcStep(BranchEquations equations, TraceLimits limits) {
    this.equations = equations;
    this.limits = limits;
    this.chord = limits.corrector() == TraceLimits.Corrector.CHORD;
    this.n = equations.size();
    this.f = new double[n];
    this.move = new double[n + 1];
    this.before = new double[n + 1];
    this.beforeTangent = new double[n + 1];
    this.point = new double[n + 1];
    this.tangent = new double[n + 1];
    this.trial = new double[n + 1];
    this.nextTangent = new double[n + 1];
    this.keptTrial = new double[n + 1];
    this.keptTangent = new double[n + 1];
  }

  double scale() {
    return limits.scale();
  }

  double lambda() {
    return point[n] / limits.scale();
  }

  double trialLambda() {
    return trial[n] / limits.scale();
  }

  int size() {
    return n;
  }

  /// Takes a starting point; returns whether the branch has a direction there.
  boolean start(double[] y, double from) {
    System.arraycopy(y, 0, point, 0, n);
    point[n] = from * limits.scale();
    System.arraycopy(point, 0, trial, 0, n + 1);
    tangent[n] = 1;
    equations.linearize(trial, from, f);
    nextSign = direction();
    if (nextSign == 0) {
      return false;
    }
    System.arraycopy(nextTangent, 0, tangent, 0, n + 1);
    sign = nextSign;
    lastStep = 0;
    return true;
  }

  /// Predicts and corrects; returns the number of corrections, more than allowed on failure.
  int advance(double step) {
    return advance(step, !chord && step <= KINK ? 0.1 : WIDEST_TURN);
  }

  /// Predicts and corrects, allowing another turn.
  int advance(double step, double leastCosine) {
    predict(step);
    corrected = 0;
    double last = Double.POSITIVE_INFINITY;
    boolean fresh = false;
    for (int k = 0; k <= CORRECTIONS; k++) {
      double lambda = trialLambda();
      boolean anew = !fresh;
      if (anew) {
        equations.linearize(trial, lambda, f);
      } else {
        equations.values(trial, lambda, f);
      }
      double largest = largest();
      if (!(largest < Double.POSITIVE_INFINITY)) {
        return CORRECTIONS + 1;
      }
      if (k > 0 && (largest <= limits.toleranceAt(lambda) || rounding(last))) {
        if (!anew) {
          equations.linearize(trial, lambda, f);
        }
        return settled(leastCosine) ? k : CORRECTIONS + 1;
      }
      if (anew && factor(tangent) == 0) {
        return CORRECTIONS + 1;
      }
      double length = correct();
      // A kink of the equations bends the branch at any step size: short steps may bend more.
      boolean shortStep = !chord && step <= KINK;
      if (!(length <= (shortStep ? 0.9 : 0.5) * last)
          || !(length <= (shortStep ? 2 : 0.3) * step + 1e-12)) {
        return CORRECTIONS + 1;
      }
      fresh = chord && (k == 0 || length <= KEEP * last);
      corrected += length;
      last = length;
    }
    return CORRECTIONS + 1;
  }

  /// Whether the step just made, although the determinant changed its sign, is so straight and so
  /// well predicted that it has hardly landed on another branch.
  boolean straight(double step) {
    double cosine = 0;
    for (int i = 0; i <= n; i++) {
      cosine += tangent[i] * nextTangent[i];
    }
    return chord && corrected <= 1e-2 * step && cosine >= 0.999;
  }

  private void predict(double step) {
    if (!chord || lastStep == 0) {
      for (int i = 0; i <= n; i++) {
        trial[i] = point[i] + step * tangent[i];
      }
      return;
    }
    // The cubic with the last two points and tangents, beyond its end.
    double r = step / lastStep;
    double position = r * r * (3 + 2 * r);
    double near = step * (1 + r) * (1 + r);
    double far = step * r * (1 + r);
    for (int i = 0; i <= n; i++) {
      trial[i] =
          point[i] + position * (before[i] - point[i]) + near * tangent[i] + far * beforeTangent[i];
    }
  }

  /// Whether a correction was so short that more of them change nothing, although the equations,
  /// steep at high `lambda`, are not yet within the tolerance.
  private boolean rounding(double length) {
    return chord && length <= ROUNDING * norm(trial);
  }

  /// How much coarser than at the origin steps are resolved at the last point.
  double grain() {
    return chord ? Math.max(1, norm(point)) : 1;
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  private double correct() {
    for (int i = 0; i < n; i++) {
      move[i] = -f[i];
    }
    move[n] = 0;
    equations.solve(move);
    double length = 0;
    for (int i = 0; i <= n; i++) {
      trial[i] += move[i];
      length += move[i] * move[i];
    }
    return Math.sqrt(length);
  }

  private int factor(double[] row) {
    factorizations++;
    return equations.factor(limits.scale(), row);
  }

  /// Finds the tangent at the trial point and says whether it turned little enough.
  private boolean settled(double leastCosine) {
    nextSign = direction();
    if (nextSign == 0) {
      return false;
    }
    double cosine = 0;
    for (int i = 0; i <= n; i++) {
      cosine += tangent[i] * nextTangent[i];
    }
    return cosine >= leastCosine;
  }

  /// Writes the unit tangent at the point taken down last that points along the old one; returns
  /// the sign of the bordered determinant, 0 if there is no unique tangent.
  private double direction() {
    int determinant = factor(tangent);
    if (determinant == 0) {
      return 0;
    }
    Arrays.fill(nextTangent, 0, n, 0);
    nextTangent[n] = 1;
    equations.solve(nextTangent);
    double length = 0;
    for (int i = 0; i <= n; i++) {
      length += nextTangent[i] * nextTangent[i];
    }
    length = Math.sqrt(length);
    if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
      return 0;
    }
    for (int i = 0; i <= n; i++) {
      nextTangent[i] /= length;
    }
    return determinant;
  }

  /// Makes the trial the last accepted point.
  void accept() {
    lastStep = length();
    System.arraycopy(point, 0, before, 0, n + 1);
    System.arraycopy(tangent, 0, beforeTangent, 0, n + 1);
    System.arraycopy(trial, 0, point, 0, n + 1);
    System.arraycopy(nextTangent, 0, tangent, 0, n + 1);
    sign = nextSign;
  }

  /// Length of the arc from the last point to the trial, from the chord and the turn.
  private double length() {
    double chordLength = 0;
    double cosine = 0;
    for (int i = 0; i <= n; i++) {
      double d = trial[i] - point[i];
      chordLength += d * d;
      cosine += tangent[i] * nextTangent[i];
    }
    return Math.sqrt(chordLength) * (1 + Math.max(0, 1 - cosine) / 12);
  }

  /// A point of the arc to which the trace can return.
  static final class Station {
    private final double[][] vectors;
    private final double sign;
    private final double lastStep;

    private Station(double[][] vectors, double sign, double lastStep) {
      this.vectors = vectors;
      this.sign = sign;
      this.lastStep = lastStep;
    }
  }

  /// Returns the last accepted point with all that belongs to it.
  Station station() {
    return new Station(
        new double[][] {point.clone(), tangent.clone(), before.clone(), beforeTangent.clone()},
        sign,
        lastStep);
  }

  /// Whether the last point is at most so far from a station.
  boolean within(double distance, Station station) {
    double sum = 0;
    for (int i = 0; i <= n; i++) {
      double d = point[i] - station.vectors[0][i];
      sum += d * d;
    }
    return Math.sqrt(sum) <= distance;
  }

  void returnTo(Station station) {
    System.arraycopy(station.vectors[0], 0, point, 0, n + 1);
    System.arraycopy(station.vectors[1], 0, tangent, 0, n + 1);
    System.arraycopy(station.vectors[2], 0, before, 0, n + 1);
    System.arraycopy(station.vectors[3], 0, beforeTangent, 0, n + 1);
    sign = station.sign;
    lastStep = station.lastStep;
  }

  /// Remembers the trial while others are made from the same point.
  void keep() {
    System.arraycopy(trial, 0, keptTrial, 0, n + 1);
    System.arraycopy(nextTangent, 0, keptTangent, 0, n + 1);
    keptSign = nextSign;
  }

  void restore() {
    System.arraycopy(keptTrial, 0, trial, 0, n + 1);
    System.arraycopy(keptTangent, 0, nextTangent, 0, n + 1);
    nextSign = keptSign;
  }

  /// Solves at a fixed `lambda` by Newton's method.
  ///
  /// @param y a guess; receives the solution
  /// @param distance how far the solution may be from the guess, largest entry
  boolean solveAt(double lambda, double[] y, double distance) {
    var row = new double[n + 1];
    row[n] = 1;
    double moved = 0;
    double last = Double.POSITIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double tolerance = limits.toleranceAt(lambda);
    for (int k = 0; k < 12; k++) {
      equations.linearize(y, lambda, f);
      double now = largest();
      if (now == 0 || now <= tolerance && !(now < last / 4)) {
        return true;
      }
      last = now;
      if (factor(row) == 0) {
        return now <= tolerance;
      }
      for (int i = 0; i < n; i++) {
        move[i] = -f[i];
      }
      move[n] = 0;
      equations.solve(move);
      double length = 0;
      for (int i = 0; i < n; i++) {
        y[i] += move[i];
        length = Math.max(length, Math.abs(move[i]));
      }
      moved += length;
      if (!(moved <= distance)) {
        return false;
      }
      least = Math.min(least, length);
    }
    double size = 0;
    for (int i = 0; i < n; i++) {
      size = Math.max(size, Math.abs(y[i]));
    }
    return last <= tolerance || chord && least <= ROUNDING * size;
  }

  private double largest() {
    double largest = 0;
    for (double value : f) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
