package org.servanda.cli.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.TreeNode;
import org.servanda.report.answer.PlainText;

/// A tree with what is played in it, one line per branch, and payoffs at the ends.
final class TreeText {
  private static final int MOST_LINES = 80;
  private static final int DEEPEST = 10;
  private static final int PAYOFFS = 12;

  private final ExtensiveGame game;

  /// Play under a heading.
  ///
  /// @param head such as `lambda 2`
  record Column(String head, TreePlay play) {}

  /// A branch still to be written.
  private record Edge(int from, int branch, int to, int depth) {}

  TreeText(ExtensiveGame game) {
    this.game = game;
  }

  /// The tree and everybody's values, with as many columns side by side as fit.
  List<String> lines(List<Column> columns) {
    var lines = new ArrayList<String>();
    int to;
    for (int from = 0; from < columns.size(); from = to) {
      var rest = columns.subList(from, columns.size());
      to = from + Columns.fitting(rest.stream().map(Column::head).toList(), PAYOFFS);
      var some = columns.subList(from, to);
      lines.add("");
      lines.addAll(tree(some));
      lines.add("");
      lines.addAll(values(some));
    }
    return lines;
  }

  private List<String> tree(List<Column> columns) {
    var heads = new ArrayList<>(columns.stream().map(Column::head).toList());
    heads.add("payoffs");
    var table = new Columns(heads);
    table.add(mover(0), List.of());
    var open = new ArrayDeque<Edge>();
    push(open, 0, 0);
    int shown = 0;
    while (!open.isEmpty() && shown < MOST_LINES) {
      var edge = open.pop();
      shown++;
      table.add(label(edge), cells(edge, columns));
      push(open, edge.to(), edge.depth() + 1);
    }
    var lines = new ArrayList<>(table.lines());
    if (!open.isEmpty()) {
      lines.add(
          "%,d of %,d branches are shown; --json FILE has all information sets."
              .formatted(shown, game.nodes().size() - 1));
    }
    return lines;
  }

  private void push(ArrayDeque<Edge> open, int node, int depth) {
    var next = game.nodes().get(node).successors();
    int most = Math.min(next.size(), MOST_LINES + 1);
    for (int b = most - 1; b >= 0; b--) {
      open.push(new Edge(node, b, next.get(b), depth));
    }
  }

  private String mover(int node) {
    return switch (game.nodes().get(node)) {
      case TreeNode.Chance _ -> "chance";
      case TreeNode.Move(int h, _) -> name(h);
      case TreeNode.End _ -> "end";
    };
  }

  /// The name of an information set, with its player's unless it tells that already.
  private String name(int h) {
    var set = game.informationSets().get(h);
    String player = PlainText.clean(game.players().get(set.player()));
    String name = PlainText.clean(set.name());
    return name.startsWith(player) ? name : player + " at " + name;
  }

  private String label(Edge edge) {
    String action =
        switch (game.nodes().get(edge.from())) {
          case TreeNode.Chance(var labels, _, _) -> labels.get(edge.branch());
          case TreeNode.Move(int h, _) ->
              game.informationSets().get(h).actions().get(edge.branch());
          case TreeNode.End _ -> throw new IllegalStateException("nothing follows an end");
        };
    int depth = edge.depth() + 1;
    String indent = "  ".repeat(Math.min(depth, DEEPEST));
    String deep = depth > DEEPEST ? "(" + depth + ") " : "";
    String next =
        game.nodes().get(edge.to()) instanceof TreeNode.End ? "" : " \u2192 " + mover(edge.to());
    return indent + deep + PlainText.clean(action) + next;
  }

  private List<String> cells(Edge edge, List<Column> columns) {
    var cells = new ArrayList<String>();
    for (var column : columns) {
      cells.add(
          switch (game.nodes().get(edge.from())) {
            case TreeNode.Chance(_, var probabilities, _) -> {
              double p = probabilities.get(edge.branch());
              yield Figures.probability(p, StrictMath.log(p));
            }
            case TreeNode.Move(int h, _) ->
                Figures.probability(
                    column.play().probability(h, edge.branch()),
                    column.play().logProbability(h, edge.branch()));
            case TreeNode.End _ -> "";
          });
    }
    if (game.nodes().get(edge.to()) instanceof TreeNode.End(var payoffs)) {
      cells.add(payoffs.stream().map(Figures::plain).collect(Collectors.joining(", ")));
    }
    return cells;
  }

  private List<String> values(List<Column> columns) {
    var table = new Columns(columns.stream().map(Column::head).toList());
    for (int i = 0; i < game.players().size(); i++) {
      int player = i;
      table.add(
          "value of " + PlainText.clean(game.players().get(i)),
          columns.stream().map(c -> Figures.value(c.play().value(player))).toList());
    }
    return table.lines();
  }
}
