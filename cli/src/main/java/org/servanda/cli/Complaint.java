package org.servanda.cli;

/// Something the person at the keyboard can put right: ends the command with exit code 2.
final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param what one sentence: what is wrong, with its value and bound
  /// @param tryThis what to do about it
  Complaint(String what, String tryThis) {
    this(what + "\nTry: " + tryThis);
  }

  private Complaint(String message) {
    super(message, null, false, false);
  }

  /// {@return a complaint whose text, `Try:` line included, somebody else has written}
  static Complaint of(IllegalArgumentException refused) {
    return new Complaint(String.valueOf(refused.getMessage()));
  }
}
