package org.servanda.cli;

/// Something the person at the keyboard can put right: ends the command with exit code 2.
final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param what one sentence: what is wrong, with its value and bound
  /// @param tryThis what to do about it
  Complaint(String what, String tryThis) {
    super(what + "\nTry: " + tryThis, null, false, false);
  }
}
