package org.servanda.report.answer;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name over a narrow column.
final class ColumnHead {
  private ColumnHead() {}

  /// {@return the name on one line or two, each of at most `columns` columns; initials, such as `US
  /// and UK`, where the whole name takes more}
  ///
  /// @param name plain text
  /// @param columns width of the column
  static List<String> lines(String name, int columns) {
    var whole = PlainText.wrapped(name, columns);
    if (fits(whole, columns)) {
      return whole;
    }
    var initials = PlainText.wrapped(initials(name), columns);
    return fits(initials, columns) ? initials : List.of(PlainText.fit(name, columns));
  }

  private static boolean fits(List<String> lines, int columns) {
    return lines.size() <= 2 && lines.stream().allMatch(l -> PlainText.columns(l) <= columns);
  }

  /// The first letters of words written with a capital, run together; other words as they are.
  private static String initials(String name) {
    return Stream.of(name.split(" +"))
        .map(w -> isCapital(w) ? w.substring(0, w.offsetByCodePoints(0, 1)) : " " + w + " ")
        .collect(Collectors.joining())
        .strip();
  }

  private static boolean isCapital(String word) {
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }
}
