package org.servanda.engine.markov;

/// What can be proved of games in strategic form.
final class StrategicForm {
  private StrategicForm() {}

  /// Says whether logit responses are so flat that there is certainly a single equilibrium.
  ///
  /// A change of one player's strategy by 1 in total shifts the differences of another's payoffs by
  /// at most half of the largest mixed difference, and a logit response by at most a quarter of
  /// precision times that; if every player's quarters sum to less than 1, responses contract.
  ///
  /// @param lambda precision for scaled payoffs
  static boolean onlyOne(StationaryForm form, double lambda) {
    if (form.states != 1 || form.successors.length > 0 && !shortsighted(form)) {
      return false;
    }
    for (int i = 0; i < form.players; i++) {
      double sum = 0;
      for (int j = 0; j < form.players; j++) {
        sum += j == i ? 0 : lambda / 4 * mixedDifference(form, i, j);
      }
      if (!(sum < 1)) {
        return false;
      }
    }
    return true;
  }

  private static boolean shortsighted(StationaryForm form) {
    for (double discount : form.discount) {
      if (discount != 0) {
        return false;
      }
    }
    return true;
  }

  /// The largest difference that a change of `j`'s action makes to the difference between two of
  /// `i`'s actions, whatever the others do.
  private static double mixedDifference(StationaryForm form, int i, int j) {
    int n = form.players;
    int strideI = stride(form, i);
    int strideJ = stride(form, j);
    int actionsI = form.actionsOfPair(i);
    int actionsJ = form.actionsOfPair(j);
    double largest = 0;
    for (int k = 0; k < form.firstProfile[1]; k++) {
      if (form.digits[k * n + i] != 0 || form.digits[k * n + j] != 0) {
        continue;
      }
      for (int a = 0; a < actionsI; a++) {
        for (int b = 0; b < a; b++) {
          double low = Double.POSITIVE_INFINITY;
          double high = Double.NEGATIVE_INFINITY;
          for (int c = 0; c < actionsJ; c++) {
            double gap =
                form.payoffs[(k + a * strideI + c * strideJ) * n + i]
                    - form.payoffs[(k + b * strideI + c * strideJ) * n + i];
            low = Math.min(low, gap);
            high = Math.max(high, gap);
          }
          largest = Math.max(largest, high - low);
        }
      }
    }
    return largest;
  }

  private static int stride(StationaryForm form, int player) {
    int stride = 1;
    for (int i = form.players - 1; i > player; i--) {
      stride *= form.actionsOfPair(i);
    }
    return stride;
  }
}
