package org.servanda.study.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.servanda.study.table.Table;

/// The worlds with a number in every column and an output; the others are counted.
public final class SolvedWorlds {

  /// From here on the ranks of two columns are said to go together.
  private static final double CORRELATED = 0.5;

  private final List<String> names;
  private final double[][] columns;
  private final double[] output;
  private final int all;

  private SolvedWorlds(List<String> names, double[][] columns, double[] output, int all) {
    this.names = names;
    this.columns = columns;
    this.output = output;
    this.all = all;
  }

  /// {@return the worlds without NaN}
  ///
  /// @param worlds one row per world, at least one column; finite or NaN
  /// @param output shape `[rows]`, finite, or NaN for a world that did not solve
  /// @throws IllegalArgumentException if lengths differ, there is no column, or a number is
  ///   infinite
  public static SolvedWorlds of(Table worlds, double[] output) {
    if (output.length != worlds.rows()) {
      throw new IllegalArgumentException(
          "output has %d numbers, must have %d\nTry: one per row of the worlds, NaN if not solved"
              .formatted(output.length, worlds.rows()));
    }
    var names = worlds.columns();
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "worlds have 0 columns, must have at least 1\nTry: name the uncertain estimates");
    }
    var solved = new ArrayList<Integer>();
    for (int r = 0; r < output.length; r++) {
      boolean complete = isNumber(output[r], r, "output");
      for (int c = 0; c < names.size(); c++) {
        complete &= isNumber(worlds.at(r, c), r, names.get(c));
      }
      if (complete) {
        solved.add(r);
      }
    }
    var columns = new double[names.size()][solved.size()];
    var outputs = new double[solved.size()];
    for (int i = 0; i < outputs.length; i++) {
      int row = solved.get(i);
      outputs[i] = output[row];
      for (int c = 0; c < columns.length; c++) {
        columns[c][i] = worlds.at(row, c);
      }
    }
    return new SolvedWorlds(names, columns, outputs, output.length);
  }

  private static boolean isNumber(double value, int row, String where) {
    if (Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "row %d of \"%s\" is %s, must be finite\nTry: NaN where a world did not solve"
              .formatted(row, where, value));
    }
    return !Double.isNaN(value);
  }

  /// {@return the names of the columns, in order}
  public List<String> names() {
    return names;
  }

  /// {@return the number of worlds that solved}
  public int size() {
    return output.length;
  }

  /// {@return the number of worlds left out}
  public int leftOut() {
    return all - output.length;
  }

  /// {@return a copy of a column, shape `[size]`}
  ///
  /// @param column from 0
  public double[] column(int column) {
    return columns[column].clone();
  }

  /// {@return a copy of the outputs, shape `[size]`}
  public double[] output() {
    return output.clone();
  }

  /// {@return whether all outputs are one number}
  public boolean constantOutput() {
    return output.length > 0 && Arrays.stream(output).allMatch(y -> y == output[0]);
  }

  /// {@return what limits anything said of these worlds, in the order of the columns}
  public List<Caveat> caveats() {
    var caveats = new ArrayList<Caveat>();
    if (leftOut() > 0) {
      caveats.add(new Caveat.LeftOut(leftOut(), all));
    }
    if (constantOutput()) {
      caveats.add(new Caveat.ConstantOutput(output[0]));
    }
    if (size() < 2) {
      return List.copyOf(caveats);
    }
    var ranks = new double[columns.length][];
    for (int c = 0; c < columns.length; c++) {
      ranks[c] = Ranks.centered(columns[c]);
      if (Ranks.squares(ranks[c]) == 0) {
        caveats.add(new Caveat.ConstantColumn(names.get(c)));
      } else {
        addRelations(c, ranks, caveats);
      }
    }
    var entangled = new Entanglement(columns).find(names, ranks, CORRELATED);
    if (entangled != null) {
      caveats.add(entangled);
    }
    return List.copyOf(caveats);
  }

  private void addRelations(int c, double[][] ranks, List<Caveat> caveats) {
    for (int other = 0; other < c; other++) {
      if (Arrays.equals(ranks[c], ranks[other])) {
        caveats.add(new Caveat.SameOrder(names.get(c), names.get(other)));
        return;
      }
    }
    for (int other = 0; other < c; other++) {
      double correlation = Ranks.correlation(ranks[c], ranks[other]);
      if (Math.abs(correlation) >= CORRELATED && size() >= 30) {
        caveats.add(new Caveat.Correlated(names.get(c), names.get(other), correlation));
      }
    }
  }
}
