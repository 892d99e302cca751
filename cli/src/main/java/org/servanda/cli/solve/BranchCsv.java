package org.servanda.cli.solve;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// The points of a branch as a table: `point`, `lambda`, then the probability of every choice.
///
/// A point is written when it is found, so that a long branch needs no memory.
public final class BranchCsv {
  private final PrintWriter out;
  private int points;

  /// @param out where lines go
  public BranchCsv(PrintWriter out) {
    this.out = out;
  }

  /// Names the columns.
  ///
  /// @param choices a name for every choice
  void head(List<String> choices) {
    out.print("point,lambda");
    choices.forEach(choice -> out.print("," + quoted(choice)));
    out.print('\n');
  }

  /// Adds a point.
  ///
  /// @param choices how many there are
  /// @param probability of a choice by its place among the columns
  void add(double lambda, int choices, IntToDoubleFunction probability) {
    out.print(points++);
    out.print(',');
    out.print(lambda);
    for (int k = 0; k < choices; k++) {
      out.print(',');
      out.print(probability.applyAsDouble(k));
    }
    out.print('\n');
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
