package org.servanda.literature;

/// A game of the literature that a solver did not solve.
final class NoSolution extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String why;

  NoSolution(String why) {
    super(why);
    this.why = why;
  }

  String why() {
    return why;
  }
}
