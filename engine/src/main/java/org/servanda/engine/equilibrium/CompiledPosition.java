package org.servanda.engine.equilibrium;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.response.JointMove;
import org.servanda.engine.response.SignalStructure;

/// A position as the sweep reads it: outcomes gathered into signals, successors as ranks.
///
/// A *term* says that a signal (an action, for chance and for movers without a secret) contains an
/// outcome with a share; the continuation value of a signal is the sum over its terms.
final class CompiledPosition {
  /// How a position is computed.
  enum Kind {
    TERMINAL,
    CHANCE,
    UNINFORMED,
    TWO_TYPES,
    GENERAL
  }

  private static final Redraw[] NONE = {};

  final Kind kind;
  final int original;
  final int[] successor;
  final boolean[] advances;

  /// Redraws after each outcome, in order.
  Redraw[][] redraws;

  /// Whether an outcome has redraws.
  boolean redrawn;

  final int signals;
  final int[] termSignal;
  final int[] termOutcome;

  /// Share of each term, by period for chance (one row if constant), one row otherwise.
  final double[][] share;

  final int mover;
  final double precision;
  final @Nullable SignalStructure structure;
  final @Nullable JointMove joint;

  CompiledPosition(
      Kind kind,
      int original,
      Branches branches,
      Terms terms,
      int mover,
      double precision,
      @Nullable SignalStructure structure,
      @Nullable JointMove joint) {
    this.kind = kind;
    this.original = original;
    this.successor = branches.successor;
    this.advances = branches.advances;
    this.redraws = branches.redraws;
    this.redrawn = any(redraws);
    this.signals = terms.signals;
    this.termSignal = terms.signal;
    this.termOutcome = terms.outcome;
    this.share = terms.share;
    this.mover = mover;
    this.precision = precision;
    this.structure = structure;
    this.joint = joint;
  }

  /// Returns the shares of the terms in a period.
  double[] shares(int period) {
    return share.length == 1 ? share[0] : share[period];
  }

  /// Takes other redraws of the same outcomes.
  void redraw(List<Outcome> others) {
    redraws = redraws(others);
    redrawn = any(redraws);
  }

  /// Returns the redraws after each outcome.
  static Redraw[][] redraws(List<Outcome> outcomes) {
    var all = new Redraw[outcomes.size()][];
    for (int o = 0; o < all.length; o++) {
      var list = outcomes.get(o).redraws();
      all[o] = list.isEmpty() ? NONE : list.toArray(NONE);
    }
    return all;
  }

  private static boolean any(Redraw[][] redraws) {
    boolean some = false;
    for (var list : redraws) {
      some |= list.length > 0;
    }
    return some;
  }

  int outcomes() {
    return successor.length;
  }

  /// Where the outcomes of a position lead.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, then read by one class
  static final class Branches {
    private final int[] successor;
    private final boolean[] advances;
    private final Redraw[][] redraws;

    Branches(int[] successor, boolean[] advances, Redraw[][] redraws) {
      this.successor = successor;
      this.advances = advances;
      this.redraws = redraws;
    }
  }

  /// The terms of a position.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, then read by one class
  static final class Terms {
    private final int signals;
    private final int[] signal;
    private final int[] outcome;
    private final double[][] share;

    Terms(int signals, int[] signal, int[] outcome, double[][] share) {
      this.signals = signals;
      this.signal = signal;
      this.outcome = outcome;
      this.share = share;
    }
  }
}
