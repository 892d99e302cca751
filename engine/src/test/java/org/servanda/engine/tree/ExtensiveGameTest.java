package org.servanda.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExtensiveGameTest {
  private static final TreeNode.End END = new TreeNode.End(List.of(1.0, 2.0));

  private static Arguments refused(String says, Consumer<ExtensiveGame.Builder> nodes) {
    return Arguments.of(says, nodes);
  }

  static Stream<Arguments> wrongGames() {
    return Stream.concat(wrongCounts(), wrongTreesAndNumbers());
  }

  private static Stream<Arguments> wrongCounts() {
    var left = new InformationSet("h", 0, List.of("l", "r"));
    return Stream.of(
        refused("a game has no nodes", game -> {}),
        refused(
            "information set h has no node",
            game -> {
              game.informationSet(left);
              game.add(END);
            }),
        refused(
            "player of information set h is 7, must be from 0 to 1",
            game -> game.add(move(game, new InformationSet("h", 7, List.of("l")), 1))),
        refused(
            "information sets 0 and 1 are both named h",
            game -> {
              game.informationSet(left);
              game.add(move(game, left, 1, 2));
            }),
        refused("node 0 has 1 successors, must be 2", game -> game.add(move(game, left, 1))),
        refused(
            "information set of node 0 is 3, must be from 0 to -1",
            game -> game.add(new TreeNode.Move(3, List.of(1)))),
        refused(
            "a successor of node 0 is 5, must be from 0 to 1",
            game -> {
              game.add(move(game, left, 1, 5));
              game.add(END);
            }));
  }

  private static Stream<Arguments> wrongTreesAndNumbers() {
    var left = new InformationSet("h", 0, List.of("l", "r"));
    return Stream.of(
        refused(
            "node 0 leads back to the root",
            game -> {
              game.add(move(game, left, 1, 0));
              game.add(END);
            }),
        refused(
            "node 1 follows node 0 and node 0, must follow one",
            game -> {
              game.add(move(game, left, 1, 1));
              game.add(END);
            }),
        refused(
            "node 1 cannot be reached from the root (it lies on or behind a cycle)",
            game -> {
              game.add(END);
              int h = game.informationSet(new InformationSet("one", 0, List.of("on")));
              game.add(new TreeNode.Move(h, List.of(2)));
              game.add(new TreeNode.Move(h, List.of(1)));
            }),
        refused(
            "node 1 cannot be reached from the root (nothing leads to it)",
            game -> {
              game.add(END);
              game.add(END);
            }),
        refused(
            "node 0 (end) has 1 payoffs, must be 2",
            game -> game.add(new TreeNode.End(List.of(1.0)))),
        refused(
            "payoff of B at node 0 is NaN, must be finite",
            game -> game.add(new TreeNode.End(List.of(1.0, Double.NaN)))),
        refused(
            "probabilities of node 0 (chance) sum to 0.75, must be 1",
            game -> {
              game.add(chance(0.5, 0.25));
              game.add(END);
              game.add(END);
            }),
        refused(
            "probability 0 of node 0 (chance) is -0.5, must be from 0 to 1",
            game -> {
              game.add(chance(-0.5, 1.5));
              game.add(END);
              game.add(END);
            }),
        refused(
            "node 0 (chance) has 1 labels, 2 probabilities and 2 successors",
            game -> game.add(new TreeNode.Chance(List.of("x"), List.of(0.5, 0.5), List.of(1, 2)))));
  }

  private static TreeNode.Move move(
      ExtensiveGame.Builder game, InformationSet set, Integer... successors) {
    return new TreeNode.Move(game.informationSet(set), List.of(successors));
  }

  private static TreeNode.Chance chance(double p, double q) {
    return new TreeNode.Chance(List.of("x", "y"), List.of(p, q), List.of(1, 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongGames")
  void wrongGamesAreRefusedWithTheReason(String says, Consumer<ExtensiveGame.Builder> nodes) {
    var builder = ExtensiveGame.builder(List.of("A", "B"));
    nodes.accept(builder);
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(says)
        .hasMessageContaining("\nTry: ");
  }

  @Test
  void wrongNamesAreRefused() {
    assertThatThrownBy(() -> ExtensiveGame.builder(List.of())).hasMessageContaining("no players");
    assertThatThrownBy(() -> ExtensiveGame.builder(List.of("A", "A")))
        .hasMessageContaining("name of player 1 is \"A\"");
    assertThatThrownBy(() -> new InformationSet("", 0, List.of("a"))).hasMessageContaining("empty");
    assertThatThrownBy(() -> new InformationSet("h", -1, List.of("a"))).hasMessageContaining("-1");
    assertThatThrownBy(() -> new InformationSet("h", 0, List.of()))
        .hasMessageContaining("no actions");
  }

  @Test
  void nodesMayComeInAnyOrder() {
    var builder = ExtensiveGame.builder(List.of("A", "B"));
    var root = move(builder, new InformationSet("h", 0, List.of("l", "r")), 2, 1);
    builder.add(root);
    builder.add(new TreeNode.End(List.of(5.0, 5.0)));
    builder.add(new TreeNode.End(List.of(1.0, 7.0)));
    var game = builder.build();
    assertThat(game.members(0)).containsExactly(0);
    var found =
        AgentLogitSolver.solve(game, AgentLogitOptions.at(0, 1)).orThrow().equilibria().getLast();
    assertThat(found.actionValue(0, 0)).isEqualTo(1);
    assertThat(found.actionValue(0, 1)).isEqualTo(5);
    assertThat(PerfectRecall.loss(game)).isNull();
  }

  @Test
  void theSetThatForgetsIsNamed() {
    // A chooses, B answers unseen, A has forgotten its choice.
    var builder = ExtensiveGame.builder(List.of("A", "B"));
    int first = builder.informationSet(new InformationSet("first", 0, List.of("l", "r")));
    int second = builder.informationSet(new InformationSet("second", 0, List.of("l", "r")));
    builder.add(new TreeNode.Move(first, List.of(1, 2)));
    builder.add(new TreeNode.Move(second, List.of(3, 4)));
    builder.add(new TreeNode.Move(second, List.of(5, 6)));
    for (int k = 0; k < 4; k++) {
      builder.add(new TreeNode.End(List.of(k * k % 3.0, 0.0)));
    }
    var game = builder.build();
    var loss = PerfectRecall.loss(game);
    assertThat(loss).isNotNull();
    assertThat(loss.informationSet()).isEqualTo("second");
    assertThat(loss.player()).isEqualTo("A");
    assertThat(loss.reason()).contains("\"l\" at first", "\"r\" at first");
    // The agent form needs no recall.
    var found =
        AgentLogitSolver.solve(game, AgentLogitOptions.at(2)).orThrow().equilibria().getFirst();
    assertThat(found.residual()).isLessThan(1e-12);
    assertThat(new TreeReferee(game, found).largestError(2)).isLessThan(1e-12);
  }

  @Test
  void anAbsentMindedDriverIsSolvedAsAgents() {
    // One set met twice on a path: exit at once 0, at the second crossing 4, never 1.
    var builder = ExtensiveGame.builder(List.of("driver"));
    int crossing = builder.informationSet(new InformationSet("crossing", 0, List.of("go", "exit")));
    builder.add(new TreeNode.Move(crossing, List.of(1, 4)));
    builder.add(new TreeNode.Move(crossing, List.of(2, 3)));
    builder.add(new TreeNode.End(List.of(1.0)));
    builder.add(new TreeNode.End(List.of(4.0)));
    builder.add(new TreeNode.End(List.of(0.0)));
    var game = builder.build();
    assertThat(PerfectRecall.loss(game).informationSet()).isEqualTo("crossing");
    for (double lambda : new double[] {0.5, 5, 50}) {
      var found =
          AgentLogitSolver.solve(game, AgentLogitOptions.at(lambda))
              .orThrow()
              .equilibria()
              .getFirst();
      assertThat(found.residual()).isLessThan(1e-11);
      assertThat(new TreeReferee(game, found).largestError(lambda)).isLessThan(1e-11);
    }
  }
}
