package org.servanda.engine.response;

/// How the actions of one mover are told apart: a lottery over *signals* for each action.
///
/// A signal gathers the outcomes that say the same about the action. If every signal comes from one
/// action only and every action gives one signal, actions are *identified*, and signal `a` is action
/// `a`.
public final class SignalStructure {
  final int actions;
  final int signals;
  final boolean identified;
  final double[] likelihood;
  final double confusion;

  /// Makes the structure.
  ///
  /// @param likelihood of each signal given each action, row-major, shape `[actions][signals]`
  public SignalStructure(int actions, int signals, double[] likelihood) {
    this.actions = actions;
    this.signals = signals;
    this.likelihood = likelihood.clone();
    this.identified = isIdentity(actions, signals, likelihood);
    this.confusion = identified ? 0 : confusion();
  }

  private static boolean isIdentity(int actions, int signals, double[] likelihood) {
    if (actions != signals) {
      return false;
    }
    for (int a = 0; a < actions; a++) {
      for (int s = 0; s < signals; s++) {
        if ((likelihood[a * signals + s] != 0) != (a == s)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Largest distance in variation between the signals of two actions that share one.
  private double confusion() {
    double largest = 0;
    for (int a = 0; a < actions; a++) {
      for (int b = 0; b < a; b++) {
        boolean shared = false;
        double distance = 0;
        for (int s = 0; s < signals; s++) {
          double x = likelihood[a * signals + s];
          double y = likelihood[b * signals + s];
          shared |= x > 0 && y > 0;
          distance += Math.abs(x - y) / 2;
        }
        largest = shared ? Math.max(largest, distance) : largest;
      }
    }
    return largest;
  }

  /// Returns the number of actions.
  public int actions() {
    return actions;
  }

  /// Returns the number of signals.
  public int signals() {
    return signals;
  }

  /// Returns the probability of signal `s` given action `a`.
  public double likelihood(int a, int s) {
    return likelihood[a * signals + s];
  }
}
