package org.servanda.study.discovery;

import java.util.Arrays;

/// Fits several targets at once by sums of functions that are orthonormal over all worlds, in
/// memory prepared once.
final class LeastSquares {

  /// A pivot this small is a function that the others make already.
  private static final double DEPENDENT = 1e-9;

  private final double[][] basis;
  private final int functions;
  private final double[][] squares;
  private final double[][] weights;

  /// @param basis shape `[worlds][functions]`, orthonormal
  /// @param targets number of targets
  LeastSquares(double[][] basis, int targets) {
    this.basis = basis;
    this.functions = basis[0].length;
    this.squares = new double[functions][functions];
    this.weights = new double[targets][functions];
  }

  /// Fits targets over all worlds, whose functions are read in order and whose targets as given.
  ///
  /// @param targets shape `[targets][worlds]`
  /// @param outputs worlds whose targets are read, shape `[worlds]`
  void fitAll(double[][] targets, int[] outputs) {
    clear();
    for (int i = 0; i < outputs.length; i++) {
      addTargets(basis[i], targets, outputs[i]);
    }
  }

  /// Fits targets over some worlds.
  ///
  /// @param targets shape `[targets][worlds]`
  /// @param sample worlds, some perhaps more than once
  void fit(double[][] targets, int[] sample) {
    clear();
    for (int world : sample) {
      var row = basis[world];
      addTargets(row, targets, world);
      for (int f = 0; f < functions; f++) {
        var sums = squares[f];
        double value = row[f];
        for (int g = 0; g <= f; g++) {
          sums[g] += value * row[g];
        }
      }
    }
    factor();
    for (var target : weights) {
      substitute(target);
    }
  }

  private void clear() {
    for (var sums : squares) {
      Arrays.fill(sums, 0);
    }
    for (var target : weights) {
      Arrays.fill(target, 0);
    }
  }

  private void addTargets(double[] row, double[][] targets, int world) {
    for (int t = 0; t < targets.length; t++) {
      double target = targets[t][world];
      var sums = weights[t];
      for (int f = 0; f < functions; f++) {
        sums[f] += row[f] * target;
      }
    }
  }

  /// Cholesky's factor of the normal equations; 0 on the diagonal of functions that depend on
  /// others.
  private void factor() {
    for (int f = 0; f < functions; f++) {
      for (int g = 0; g <= f; g++) {
        double sum = squares[f][g];
        for (int k = 0; k < g; k++) {
          sum -= squares[f][k] * squares[g][k];
        }
        if (g < f) {
          squares[f][g] = squares[g][g] > 0 ? sum / squares[g][g] : 0;
        } else {
          squares[f][f] = sum > DEPENDENT ? Math.sqrt(sum) : 0;
        }
      }
    }
  }

  private void substitute(double[] sums) {
    for (int f = 0; f < functions; f++) {
      double sum = sums[f];
      for (int k = 0; k < f; k++) {
        sum -= squares[f][k] * sums[k];
      }
      sums[f] = squares[f][f] > 0 ? sum / squares[f][f] : 0;
    }
    for (int f = functions - 1; f >= 0; f--) {
      double sum = sums[f];
      for (int k = f + 1; k < functions; k++) {
        sum -= squares[k][f] * sums[k];
      }
      sums[f] = squares[f][f] > 0 ? sum / squares[f][f] : 0;
    }
  }

  /// The fitted value of a target in a world.
  double at(int world, int target) {
    double sum = 0;
    var row = basis[world];
    var shares = weights[target];
    for (int f = 0; f < functions; f++) {
      sum += row[f] * shares[f];
    }
    return sum;
  }
}
