package org.servanda.engine.tree;

import org.servanda.engine.response.Exponential;

/// How far a play is from the logit response to itself.
final class Residual {
  private Residual() {}

  /// Returns the largest difference of log-probabilities, from the play's action values.
  static double largest(CompiledTree tree, Play play, double lambda) {
    double largest = 0;
    double scaled = lambda * tree.range;
    for (int h = 0; h < tree.sets; h++) {
      int from = tree.offset[h];
      int to = from + tree.actions[h];
      double highest = Double.NEGATIVE_INFINITY;
      for (int s = from; s < to; s++) {
        highest = Math.max(highest, play.actionValue[s]);
      }
      double sum = 0;
      for (int s = from; s < to; s++) {
        sum += Exponential.exp(scaled * (play.actionValue[s] - highest));
      }
      double log = StrictMath.log(sum);
      for (int s = from; s < to; s++) {
        double response = scaled * (play.actionValue[s] - highest) - log;
        largest = Math.max(largest, Math.abs(play.logChoice[s] - response));
      }
    }
    return largest;
  }
}
