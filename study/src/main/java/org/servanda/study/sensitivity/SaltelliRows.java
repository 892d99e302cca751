package org.servanda.study.sensitivity;

import java.util.List;
import java.util.stream.IntStream;

/// Where in a Saltelli design which point stands: of each pair `A`, `B` and of the points between
/// them.
///
/// @param columns names of the dimensions that are changed one by one, at least one
/// @param pairs at least 1
/// @param order in which the points of a pair stand
public record SaltelliRows(List<String> columns, int pairs, Order order) {

  /// The points of a pair, one after the other.
  public enum Order {
    /// `A`, `B`, then `A` with each column from `B`.
    ONE_WAY,
    /// `A`, then `A` with each column from `B`, `B` with each column from `A`, then `B`: twice as
    /// many points, as MOEA Framework orders them.
    BOTH_WAYS
  }

  public SaltelliRows {
    columns = List.copyOf(columns);
    if (columns.isEmpty() || pairs < 1) {
      throw new IllegalArgumentException(
          "there are %d columns and %d pairs, must be at least 1\nTry: name the uncertain estimates"
              .formatted(columns.size(), pairs));
    }
    long rows = (long) pairs * perPair(columns.size(), order);
    if (rows > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "design has %d rows, must have at most %d\nTry: fewer pairs"
              .formatted(rows, Integer.MAX_VALUE));
    }
  }

  private static int perPair(int columns, Order order) {
    return order == Order.ONE_WAY ? columns + 2 : 2 * columns + 2;
  }

  /// {@return the number of points}
  public int rows() {
    return pairs * perPair(columns.size(), order);
  }

  /// {@return the rows of `A` and `B` of every pair, ascending: as evenly spread as the sequence
  /// they come from, while the points between them repeat theirs}
  public int[] ends() {
    return IntStream.range(0, pairs).flatMap(j -> IntStream.of(first(j), second(j))).toArray();
  }

  int first(int pair) {
    return pair * perPair(columns.size(), order);
  }

  int second(int pair) {
    return first(pair) + (order == Order.ONE_WAY ? 1 : 2 * columns.size() + 1);
  }

  /// The row of `A` with one column from `B`.
  int mixed(int pair, int column) {
    return first(pair) + column + (order == Order.ONE_WAY ? 2 : 1);
  }

  /// The row of `B` with one column from `A`; only if both ways.
  int reverse(int pair, int column) {
    return first(pair) + 1 + columns.size() + column;
  }
}
