package org.servanda.gamefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.TreeNode;

/// What is written in one format and read again is the same game.
class RoundTripTest {

  static Stream<Path> trees() throws IOException {
    return oracles("efg");
  }

  static Stream<Path> states() throws IOException {
    return Stream.concat(oracles("mkv"), Stream.concat(oracles("csg"), oracles("tsg")));
  }

  private static Stream<Path> oracles(String prefix) throws IOException {
    var folder = Path.of(System.getProperty("servanda.root"), "engine/src/test/resources/oracles");
    try (var files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().startsWith(prefix))
          .filter(f -> f.toString().endsWith(".json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("trees")
  void aTreeInJsonIsTheSameInGambitsFormat(Path file) {
    var tree = (GameFile.Tree) GameFileReader.read(file).orThrow();
    var again = (GameFile.Tree) GameFileReader.read("again", efg(tree)).orThrow();
    same(again.game(), tree.game());
    assertThat(again.title()).isEqualTo(tree.title());
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyGameOfStatesIsRead(Path file) {
    var states = (GameFile.States) GameFileReader.read(file).orThrow();
    assertThat(states.game().states()).isPositive();
    assertThat(states.title()).isNotEmpty();
  }

  @Test
  void strategicGamesAreTheSameWithPayoffsAndWithOutcomes() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new SplittableRandom(seed);
      var game = strategic(random);
      var payoffs = (GameFile.States) GameFileReader.read("p", nfg(game)).orThrow();
      var outcomes = (GameFile.States) GameFileReader.read("o", outcomes(game)).orThrow();
      same(payoffs.game(), game);
      same(outcomes.game(), game);
    }
  }

  private static void same(ExtensiveGame one, ExtensiveGame other) {
    assertThat(one.players()).isEqualTo(other.players());
    assertThat(one.nodes()).hasSameSizeAs(other.nodes());
    for (int v = 0; v < one.nodes().size(); v++) {
      var node = one.nodes().get(v);
      var twin = other.nodes().get(v);
      if (node instanceof TreeNode.Move(int set, var next)
          && twin instanceof TreeNode.Move(int set2, var next2)) {
        assertThat(next).isEqualTo(next2);
        assertThat(one.informationSets().get(set)).isEqualTo(other.informationSets().get(set2));
      } else {
        assertThat(node).isEqualTo(twin);
      }
    }
  }

  private static void same(MarkovGame one, MarkovGame other) {
    assertThat(one.players()).isEqualTo(other.players());
    assertThat(one.profiles()).isEqualTo(other.profiles());
    for (int k = 0; k < one.profiles(); k++) {
      for (int i = 0; i < one.players(); i++) {
        assertThat(one.payoff(0, k, i)).isEqualTo(other.payoff(0, k, i));
      }
    }
  }

  private static MarkovGame strategic(SplittableRandom random) {
    int players = random.nextInt(1, 4);
    var names = new ArrayList<String>();
    var actions = new ArrayList<List<String>>();
    for (int i = 0; i < players; i++) {
      names.add("p" + i);
      var own = new ArrayList<String>();
      for (int a = random.nextInt(1, 4); a > 0; a--) {
        own.add(Integer.toString(own.size() + 1));
      }
      actions.add(own);
    }
    var builder = MarkovGame.builder(names, new double[players]);
    int state = builder.state("s", actions);
    var profile = new int[players];
    int i;
    do {
      builder.profile(state, profile, random.doubles(players, -5, 5).toArray());
      i = players - 1;
      while (i >= 0 && ++profile[i] == actions.get(i).size()) {
        profile[i--] = 0;
      }
    } while (i >= 0);
    return builder.build();
  }

  /// Profiles in the order of Gambit's format, as numbers of the engine.
  private static List<Integer> order(MarkovGame game) {
    var order = new ArrayList<Integer>();
    var profile = new int[game.players()];
    for (int k = 0; k < game.profiles(); k++) {
      int index = 0;
      for (int i = 0; i < profile.length; i++) {
        index = index * game.actions(0, i) + profile[i];
      }
      order.add(index);
      int i = 0;
      while (i < profile.length && ++profile[i] == game.actions(0, i)) {
        profile[i++] = 0;
      }
    }
    return order;
  }

  private static String nfg(MarkovGame game) {
    var text = new StringBuilder("NFG 1 R \"\" {");
    var sizes = new StringBuilder();
    for (int i = 0; i < game.players(); i++) {
      text.append(" \"").append(game.player(i)).append('"');
      sizes.append(' ').append(game.actions(0, i));
    }
    text.append(" } {").append(sizes).append(" }\n");
    for (int k : order(game)) {
      for (int i = 0; i < game.players(); i++) {
        text.append(game.payoff(0, k, i)).append(' ');
      }
    }
    return text.toString();
  }

  private static String outcomes(MarkovGame game) {
    var text = new StringBuilder("NFG 1 R \"\" {");
    var strategies = new StringBuilder("{");
    for (int i = 0; i < game.players(); i++) {
      text.append(" \"").append(game.player(i)).append('"');
      strategies.append(" {");
      for (int a = 0; a < game.actions(0, i); a++) {
        strategies.append(" \"").append(game.action(0, i, a)).append('"');
      }
      strategies.append(" }");
    }
    text.append(" } ").append(strategies).append(" } {");
    for (int k = 0; k < game.profiles(); k++) {
      text.append(" { \"\"");
      for (int i = 0; i < game.players(); i++) {
        text.append(i == 0 ? " " : ", ").append(game.payoff(0, k, i));
      }
      text.append(" }");
    }
    text.append(" }\n");
    order(game).forEach(k -> text.append(k + 1).append(' '));
    return text.toString();
  }

  private static String efg(GameFile.Tree file) {
    var game = file.game();
    var text = new StringBuilder("EFG 2 R " + quoted(file.title()) + " {");
    game.players().forEach(p -> text.append(' ').append(quoted(p)));
    text.append(" }\n\"\"\n");
    for (int v = 0; v < game.nodes().size(); v++) {
      text.append(line(game, v)).append('\n');
    }
    return text.toString();
  }

  private static String line(ExtensiveGame game, int v) {
    return switch (game.nodes().get(v)) {
      case TreeNode.Chance(var labels, var probabilities, _) -> {
        var list = new StringBuilder();
        for (int b = 0; b < labels.size(); b++) {
          list.append(quoted(labels.get(b))).append(' ').append(probabilities.get(b)).append(' ');
        }
        yield "c \"\" %d \"\" { %s} 0".formatted(v + 1, list);
      }
      case TreeNode.Move(int h, _) -> {
        var set = game.informationSets().get(h);
        var actions = String.join(" ", set.actions().stream().map(RoundTripTest::quoted).toList());
        yield "p \"\" %d %d %s { %s } 0"
            .formatted(set.player() + 1, h + 1, quoted(set.name()), actions);
      }
      case TreeNode.End(var payoffs) ->
          "t \"\" %d \"\" { %s }"
              .formatted(v + 1, String.join(", ", payoffs.stream().map(String::valueOf).toList()));
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
