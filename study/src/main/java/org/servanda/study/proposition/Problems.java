package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.List;
import org.servanda.agreement.scenario.Problem;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// What is wrong with one file, in the order found.
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  /// @param file how problems call it
  Problems(String file) {
    this.file = file;
  }

  void add(Proposition.Position at, String what, String tryThis) {
    found.add(new Problem(file, at.line(), at.column(), "", what, null, tryThis));
  }

  void add(Node at, String what, String tryThis) {
    add(place(at), what, tryThis);
  }

  /// Adds what somebody complained about, its last line after `Try: ` told apart.
  void add(Proposition.Position at, IllegalArgumentException complaint) {
    String message = String.valueOf(complaint.getMessage());
    int split = message.lastIndexOf("\nTry: ");
    add(
        at,
        (split < 0 ? message : message.substring(0, split)).replace('\n', ' '),
        split < 0 ? "other words" : message.substring(split + "\nTry: ".length()));
  }

  static Proposition.Position place(Node node) {
    return place(node.getStartMark().orElseThrow());
  }

  static Proposition.Position place(Mark mark) {
    return new Proposition.Position(mark.getLine() + 1, mark.getColumn() + 1);
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Problem> all() {
    return found.stream().sorted().toList();
  }
}
