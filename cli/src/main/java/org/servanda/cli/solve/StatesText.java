package org.servanda.cli.solve;

import java.util.ArrayList;
import java.util.List;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovProfile;
import org.servanda.report.answer.PlainText;

/// States with what is played in them and what they are worth, one line per action.
final class StatesText {
  private static final int MOST_STATES = 12;
  private static final int MOST_ACTIONS = 12;

  private final MarkovGame game;

  /// Play under a heading.
  ///
  /// @param head such as `lambda 2`
  record Column(String head, MarkovProfile play) {}

  StatesText(MarkovGame game) {
    this.game = game;
  }

  /// All states, or the first of them and a note, with as many columns side by side as fit.
  List<String> lines(List<Column> columns) {
    var lines = new ArrayList<String>();
    int to;
    for (int from = 0; from < columns.size(); from = to) {
      var rest = columns.subList(from, columns.size());
      to = from + Columns.fitting(rest.stream().map(Column::head).toList(), 0);
      var some = columns.subList(from, to);
      var table = new Columns(some.stream().map(Column::head).toList());
      for (int s = 0; s < Math.min(game.states(), MOST_STATES); s++) {
        state(table, s, some);
      }
      lines.add("");
      lines.addAll(table.lines());
    }
    if (game.states() > MOST_STATES) {
      lines.add(
          "%d of %,d states are shown; --json FILE has all.".formatted(MOST_STATES, game.states()));
    }
    return lines;
  }

  private void state(Columns table, int s, List<Column> columns) {
    table.add("state " + s + " " + PlainText.clean(game.state(s)), List.of());
    for (int i = 0; i < game.players(); i++) {
      String player = "  " + PlainText.clean(game.player(i));
      int actions = game.actions(s, i);
      for (int a = 0; actions > 1 && a < Math.min(actions, MOST_ACTIONS); a++) {
        int at = i;
        int action = a;
        table.add(
            player + ": " + PlainText.clean(game.action(s, i, a)),
            columns.stream()
                .map(c ->
                    Figures.probability(
                        c.play().probability(s, at, action),
                        c.play().logProbability(s, at, action)))
                .toList());
      }
      if (actions > MOST_ACTIONS) {
        table.add("%s: %,d more actions".formatted(player, actions - MOST_ACTIONS), List.of());
      }
    }
    for (int i = 0; i < game.players(); i++) {
      int player = i;
      table.add(
          "  value of " + PlainText.clean(game.player(i)),
          columns.stream().map(c -> Figures.value(c.play().value(s, player))).toList());
    }
  }
}
