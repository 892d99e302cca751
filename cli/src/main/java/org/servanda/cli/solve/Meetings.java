package org.servanda.cli.solve;

/// How meetings of the branch with one precision, and equilibria beyond them, are called.
final class Meetings {
  private Meetings() {}

  /// The heading of a later meeting.
  ///
  /// @param number its place among the meetings, from 2
  static String head(double lambda, int number) {
    return "%s: meeting %d".formatted(Figures.plain(lambda), number);
  }

  /// The heading of an equilibrium that no meeting is.
  ///
  /// @param number its place among those, from 1
  static String other(double lambda, int number) {
    return "%s: other %d".formatted(Figures.plain(lambda), number);
  }

  /// What is said of the first meeting below the table.
  ///
  /// @param meetings how many there are
  static String note(double lambda, double residual, int meetings) {
    return "%s: residual %s%s."
        .formatted(
            Figures.lambda(lambda),
            Figures.error(residual),
            meetings == 1
                ? ""
                : "; the first of %d meetings with the branch, all of them shown"
                    .formatted(meetings));
  }
}
