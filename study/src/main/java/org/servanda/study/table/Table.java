package org.servanda.study.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Rows of numbers in named columns; immutable.
///
/// A number that could not be had is NaN; whoever reads a column says what it does with those.
public final class Table {
  private final List<String> columns;
  private final double[][] rows;

  private Table(List<String> columns, double[][] rows) {
    this.columns = columns;
    this.rows = rows;
  }

  /// {@return a table of copies of some rows}
  ///
  /// @param columns different names
  /// @param rows each as long as `columns`
  /// @throws IllegalArgumentException if two columns have one name or a row has another length
  public static Table of(List<String> columns, double[][] rows) {
    var names = List.copyOf(columns);
    if (new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "columns are %s, must differ\nTry: name each once".formatted(names));
    }
    var copy = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      if (rows[r].length != names.size()) {
        throw new IllegalArgumentException(
            "row %d has %d numbers, must have %d\nTry: one per column"
                .formatted(r, rows[r].length, names.size()));
      }
      copy[r] = rows[r].clone();
    }
    return new Table(names, copy);
  }

  /// {@return the names of the columns, in order}
  public List<String> columns() {
    return columns;
  }

  /// {@return the number of rows}
  public int rows() {
    return rows.length;
  }

  /// {@return the number of a row in a column}
  ///
  /// @param row from 0
  /// @param column from 0
  public double at(int row, int column) {
    return rows[row][column];
  }

  /// {@return a copy of a row}
  ///
  /// @param row from 0
  public double[] row(int row) {
    return rows[row].clone();
  }

  /// {@return the place of a column, from 0}
  ///
  /// @throws IllegalArgumentException if no column has this name
  public int indexOf(String column) {
    int index = columns.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException(
          "there is no column \"%s\"\nTry: one of %s".formatted(column, columns));
    }
    return index;
  }

  /// {@return a copy of a column}
  ///
  /// @throws IllegalArgumentException if no column has this name
  public double[] column(String column) {
    int index = indexOf(column);
    var values = new double[rows.length];
    for (int r = 0; r < rows.length; r++) {
      values[r] = rows[r][index];
    }
    return values;
  }

  /// {@return the rows at some places, in their order}
  ///
  /// @param places from 0
  public Table select(int[] places) {
    return new Table(
        columns, Arrays.stream(places).mapToObj(r -> rows[r]).toArray(double[][]::new));
  }
}
