package org.servanda.agreement.format;

/// Where something stands in a file.
///
/// @param path place in the structure, for example `agreement.2.verification`; items count from 1;
///   empty for the whole
/// @param line from 1
/// @param column from 1, in characters (Unicode code points)
/// @param from first character, counted from 0 in Unicode code points
/// @param to one past the last character
public record Place(String path, int line, int column, int from, int to) {
  /// The start of a file.
  public static final Place TOP = new Place("", 1, 1, 0, 0);

  /// {@return this place under another path}
  ///
  /// @param other the path
  public Place at(String other) {
    return new Place(other, line, column, from, to);
  }
}
