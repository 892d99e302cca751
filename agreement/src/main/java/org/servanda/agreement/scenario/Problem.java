package org.servanda.agreement.scenario;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One thing wrong with a scenario file.
///
/// @param file name of the file as given
/// @param line line of the offending text, from 1
/// @param column column of the offending text, from 1, in characters
/// @param path place in the file's structure, for example `agreement.2.verification.detection`;
///   empty for the file as a whole
/// @param what what is wrong, with the bound, one sentence without a period
/// @param value the offending value as written, at most its first 1,000 characters; null if
///   something is missing
/// @param tryThis what to do about it, one line
public record Problem(
    String file,
    int line,
    int column,
    String path,
    String what,
    @Nullable String value,
    String tryThis)
    implements Comparable<Problem> {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::path)
          .thenComparing(Problem::what);

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }
}
