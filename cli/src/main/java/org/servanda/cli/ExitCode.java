package org.servanda.cli;

/// What a command ends with.
final class ExitCode {
  /// Done.
  static final int DONE = 0;

  /// Bad input or usage, or an output that cannot be written.
  static final int BAD_INPUT = 2;

  /// The game was not solved.
  static final int NOT_SOLVED = 3;

  /// A defect of Servanda.
  static final int DEFECT = 70;

  /// Interrupted, as by Ctrl-C.
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
