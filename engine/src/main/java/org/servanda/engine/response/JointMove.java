package org.servanda.engine.response;

/// Who moves at a position at the same time, with how many types and actions, and what the joint
/// action leads to.
public final class JointMove {
  final int[] players;
  final int[] types;
  final int[] actions;
  final double[] precisions;
  final int outcomes;
  final double[] lottery;
  final int[] offset;
  final int unknowns;

  /// Factor of each outcome's likelihood in the mover's own action, shape
  /// `[movers][actions][outcomes]`.
  final double[][] factor;

  /// Makes a joint move.
  ///
  /// @param players movers, shape `[movers]`
  /// @param types of each mover
  /// @param actions of each mover
  /// @param precisions of each mover
  /// @param lottery over outcomes given the joint action, row-major, last mover fastest
  public JointMove(
      int[] players,
      int[] types,
      int[] actions,
      double[] precisions,
      int outcomes,
      double[] lottery) {
    this.players = players.clone();
    this.types = types.clone();
    this.actions = actions.clone();
    this.precisions = precisions.clone();
    this.outcomes = outcomes;
    this.lottery = lottery.clone();
    this.offset = new int[players.length + 1];
    for (int m = 0; m < players.length; m++) {
      offset[m + 1] = offset[m] + types[m] * actions[m];
    }
    this.unknowns = offset[players.length];
    this.factor = new double[players.length][];
    int stride = lottery.length / outcomes;
    for (int m = 0; m < players.length; m++) {
      stride /= actions[m];
      factor[m] = factors(actions[m], stride);
    }
  }

  private double[] factors(int count, int stride) {
    var factors = new double[count * outcomes];
    int joint = lottery.length / outcomes;
    for (int o = 0; o < outcomes; o++) {
      int pivot = 0;
      for (int j = 1; j < joint; j++) {
        if (lottery[j * outcomes + o] > lottery[pivot * outcomes + o]) {
          pivot = j;
        }
      }
      int own = pivot / stride % count;
      for (int a = 0; a < count; a++) {
        factors[a * outcomes + o] = lottery[(pivot + (a - own) * stride) * outcomes + o];
      }
    }
    return factors;
  }

  /// Returns the number of movers.
  public int movers() {
    return players.length;
  }

  /// Returns the player behind mover `m`.
  public int player(int m) {
    return players[m];
  }

  /// Returns the number of types of mover `m`.
  public int types(int m) {
    return types[m];
  }

  /// Returns the number of actions of mover `m`.
  public int actions(int m) {
    return actions[m];
  }

  /// Returns the number of outcomes.
  public int outcomes() {
    return outcomes;
  }

  /// Returns the number of probabilities of all movers, types and actions.
  public int unknowns() {
    return unknowns;
  }

  /// Returns the index of the probability of action `a` of type `k` of mover `m`.
  public int index(int m, int k, int a) {
    return offset[m] + k * actions[m] + a;
  }
}
