package org.servanda.engine.equilibrium;

/// Says whether what was computed in reused memory is still there.
final class Lease {
  private volatile int term;

  /// The right to read what was computed in one term.
  static final class Term {
    private final Lease lease;
    private final int number;

    private Term(Lease lease, int number) {
      this.lease = lease;
      this.number = number;
    }

    /// Fails if the memory has been used again since.
    ///
    /// @throws IllegalStateException if so
    void check() {
      if (lease.term != number) {
        throw new IllegalStateException(
            "the equilibrium is gone: its prepared game was solved or rewritten again\n"
                + "Try: read what is needed before, or prepare the game twice");
      }
    }
  }

  /// Ends all terms so far.
  void renew() {
    term = term + 1;
  }

  Term current() {
    return new Term(this, term);
  }
}
