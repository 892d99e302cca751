package org.servanda.agreement.scenario;

/// The one way problems are written out.
public final class ProblemText {
  private ProblemText() {}

  /// {@return a problem as two lines: `file:line:column: what is wrong` and ` Try: …`}
  ///
  /// @param problem the problem
  public static String of(Problem problem) {
    return "%s:%d:%d: %s\n  Try: %s"
        .formatted(
            problem.file(), problem.line(), problem.column(), problem.what(), problem.tryThis());
  }
}
