package org.servanda.cli.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.gamefile.GameFile;
import org.servanda.report.answer.Ink;
import org.servanda.report.answer.PlainText;

/// What game it is, in two lines.
public final class GameHead {
  private static final int WIDTH = 80;

  private GameHead() {}

  /// {@return the title, if any, and the size}
  ///
  /// @param file the game
  /// @param ink how the title is emphasized
  public static List<String> lines(GameFile file, Ink ink) {
    var lines = new ArrayList<String>();
    String title = PlainText.clean(file.title());
    if (!title.isEmpty()) {
      lines.add(strong(PlainText.fit(title, WIDTH), ink));
    }
    lines.add(PlainText.fit(size(file), WIDTH));
    return lines;
  }

  private static String strong(String text, Ink ink) {
    return ink == Ink.ANSI ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  private static String size(GameFile file) {
    return switch (file) {
      case GameFile.Tree(_, var game, _) ->
          "A tree of %s and %s; players %s."
              .formatted(
                  Figures.count(game.nodes().size(), "node"),
                  Figures.count(game.informationSets().size(), "information set"),
                  names(game.players().stream()));
      case GameFile.States states -> states(states);
    };
  }

  private static String states(GameFile.States file) {
    MarkovGame game = file.game();
    String players = names(IntStream.range(0, game.players()).mapToObj(game::player));
    return file.form() == GameFile.Form.STRATEGIC
        ? "A strategic game of %s; players %s."
            .formatted(Figures.count(game.profiles(), "profile"), players)
        : "A stochastic game of %s and %s; players %s."
            .formatted(
                Figures.count(game.states(), "state"),
                Figures.count(game.profiles(), "joint profile"),
                players);
  }

  private static String names(Stream<String> players) {
    return players.map(PlainText::clean).collect(Collectors.joining(", "));
  }
}
