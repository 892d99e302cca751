package org.servanda.engine.equilibrium;

/// Counts what happens during sweeps.
final class SweepTally {
  long visits;
  long unsolved;
  long several;
  double residual;

  /// Largest residual of the period being computed.
  double ofPeriod;

  int worst;

  /// Starts anew.
  ///
  /// @param root of the game
  void reset(int root) {
    visits = 0;
    unsolved = 0;
    several = 0;
    residual = 0;
    ofPeriod = 0;
    worst = root;
  }

  /// Notes one decision.
  void decision(int position, double itsResidual, boolean itsSeveral, double tolerance) {
    if (itsSeveral) {
      several++;
    }
    if (!(itsResidual <= tolerance)) {
      unsolved++;
    }
    if (!(itsResidual <= residual)) {
      residual = itsResidual;
      worst = position;
    }
    if (!(itsResidual <= ofPeriod)) {
      ofPeriod = itsResidual;
    }
  }
}
