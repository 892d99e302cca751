package org.servanda.engine.game;

import java.util.List;

/// Checks that simultaneous moves leave beliefs independent and common.
///
/// For an informed mover, the likelihood of an outcome as a matrix [own action][actions of others]
/// must have rank one; otherwise an observer who knows its own action would learn more than the
/// public does.
final class Factorization {
  private static final double TOLERANCE = 1e-12;

  private Factorization() {}

  /// @throws IllegalArgumentException if an outcome's likelihood is no product
  static void check(int x, TypeSpace types, List<Mover> movers, int outcomes, List<Lottery> joint) {
    if (movers.size() == 1) {
      return;
    }
    int stride = joint.size();
    for (var mover : movers) {
      stride /= mover.actions();
      if (!types.informed(mover.player())) {
        continue;
      }
      for (int o = 0; o < outcomes; o++) {
        if (!isProduct(joint, o, mover.actions(), stride)) {
          throw new IllegalArgumentException(
              "outcome %d at position %d: its likelihood is no product of a factor in the action of player %d and a factor in the others' actions, so beliefs would not stay public\nTry: an outcome per action of player %d, or moves one after the other"
                  .formatted(o, x, mover.player(), mover.player()));
        }
      }
    }
  }

  private static boolean isProduct(List<Lottery> joint, int o, int actions, int stride) {
    int pivot = 0;
    for (int j = 1; j < joint.size(); j++) {
      if (joint.get(j).at(o) > joint.get(pivot).at(o)) {
        pivot = j;
      }
    }
    double largest = joint.get(pivot).at(o);
    int pivotAction = pivot / stride % actions;
    for (int j = 0; j < joint.size(); j++) {
      int action = j / stride % actions;
      double sameOthers = joint.get(j + (pivotAction - action) * stride).at(o);
      double sameAction = joint.get(pivot + (action - pivotAction) * stride).at(o);
      if (!(Math.abs(joint.get(j).at(o) * largest - sameOthers * sameAction) <= TOLERANCE)) {
        return false;
      }
    }
    return true;
  }
}
