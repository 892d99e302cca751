package org.servanda.agreement.scenario;

import org.servanda.agreement.format.Printable;

/// The one way problems are written out.
public final class ProblemText {
  private ProblemText() {}

  /// {@return a problem as two lines: `file:line:column: what is wrong` and ` Try: …`}
  ///
  /// @param problem the problem
  public static String of(Problem problem) {
    return "%s:%s:%s: %s\n  Try: %s"
        .formatted(
            Printable.line(problem.file()),
            problem.line(),
            problem.column(),
            problem.what(),
            problem.tryThis());
  }
}
