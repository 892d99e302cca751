package org.servanda.engine.response;

/// How the actions of one mover are told apart: a lottery over *signals* for each action.
///
/// A signal gathers the outcomes that say the same about the action. If every signal comes from one
/// action only and every action gives one signal, actions are *identified*, and signal `a` is
/// action `a`.
public final class SignalStructure {
  final int actions;
  final int signals;
  final boolean identified;
  final double[] likelihood;
  final double confusion;

  /// Signals that each action can give: entries `start[a]` to `start[a + 1] - 1` of the next two.
  final int[] start;

  final int[] entrySignal;
  final double[] entryLikelihood;

  /// Actions that can give each signal: entries `sourceStart[s]` to `sourceStart[s + 1] - 1` of the
  /// next two.
  final int[] sourceStart;

  final int[] sourceAction;
  final double[] sourceLikelihood;

  /// Signal that shares an action with each signal, itself if there is none; meaningful if
  /// `paired`.
  final int[] partner;

  /// Whether no signal shares actions with more than one other signal.
  final boolean paired;

  /// Makes the structure.
  ///
  /// @param likelihood of each signal given each action, row-major, shape `[actions][signals]`
  public SignalStructure(int actions, int signals, double[] likelihood) {
    this.actions = actions;
    this.signals = signals;
    this.likelihood = likelihood.clone();
    this.identified = isIdentity(actions, signals, likelihood);
    this.confusion = identified ? 0 : confusion();
    this.start = new int[actions + 1];
    int entries = 0;
    for (int a = 0; a < actions; a++) {
      for (int s = 0; s < signals; s++) {
        entries += likelihood[a * signals + s] > 0 ? 1 : 0;
      }
      start[a + 1] = entries;
    }
    this.entrySignal = new int[entries];
    this.entryLikelihood = new double[entries];
    int entry = 0;
    for (int a = 0; a < actions; a++) {
      for (int s = 0; s < signals; s++) {
        if (likelihood[a * signals + s] > 0) {
          entrySignal[entry] = s;
          entryLikelihood[entry++] = likelihood[a * signals + s];
        }
      }
    }
    this.sourceStart = new int[signals + 1];
    this.sourceAction = new int[entries];
    this.sourceLikelihood = new double[entries];
    findSources();
    this.partner = new int[signals];
    this.paired = pair();
  }

  private void findSources() {
    int entry = 0;
    for (int s = 0; s < signals; s++) {
      for (int a = 0; a < actions; a++) {
        if (likelihood[a * signals + s] > 0) {
          sourceAction[entry] = a;
          sourceLikelihood[entry++] = likelihood[a * signals + s];
        }
      }
      sourceStart[s + 1] = entry;
    }
  }

  private boolean pair() {
    boolean simple = true;
    for (int s = 0; s < signals; s++) {
      partner[s] = s;
      for (int r = 0; r < signals; r++) {
        boolean shared = false;
        for (int a = 0; a < actions; a++) {
          shared |= r != s && likelihood[a * signals + s] > 0 && likelihood[a * signals + r] > 0;
        }
        if (shared) {
          simple &= partner[s] == s;
          partner[s] = r;
        }
      }
    }
    return simple;
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
