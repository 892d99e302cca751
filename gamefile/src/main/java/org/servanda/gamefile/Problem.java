package org.servanda.gamefile;

import org.jspecify.annotations.Nullable;

/// One thing wrong with a game file.
///
/// @param file name of the file as given
/// @param line line of the offending text, from 1
/// @param column column of the offending text, from 1, in characters
/// @param what what is wrong, with the bound, one sentence without a period
/// @param value the offending value as written, shortened; null if something is missing
/// @param tryThis what to do about it, one line
public record Problem(
    String file, int line, int column, String what, @Nullable String value, String tryThis) {

  /// {@return the problem as two lines: `file:line:column: what is wrong` and ` Try: …`}
  public String text() {
    return "%s:%s:%s: %s\n  Try: %s".formatted(Printable.line(file), line, column, what, tryThis);
  }
}
