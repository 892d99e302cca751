package org.servanda.cli.solve;

/// What is said of results that are less exact than asked for.
final class Accuracy {
  private Accuracy() {}

  /// The problem with a result whose residual is too large.
  static String missed(double lambda, double residual, double bound) {
    return "%s: the residual is %s, bound: %s\nTry: a smaller lambda, or --precision %s"
        .formatted(
            Figures.lambda(lambda),
            Figures.small(residual),
            Figures.small(bound),
            Figures.small(Math.min(0.9, 2 * residual)));
  }
}
