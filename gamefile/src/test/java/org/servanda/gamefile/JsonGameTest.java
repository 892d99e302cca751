package org.servanda.gamefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.engine.tree.TreeNode;

class JsonGameTest {
  private static final String PENNY =
      """
      {"nodes": [{"kind": "move", "infoset": "A", "to": [1, 2]},
                 {"kind": "end", "payoffs": ["1/3"]},
                 {"kind": "end", "payoffs": [2]}],
       "infosets": {"A": {"actions": ["l", "r"], "player": "one", "public": "x"}},
       "players": ["one"]}
      """;

  private static final String WALK =
      """
      {"form": "stochastic", "players": ["A", "B"], "discount": [0.9, "1/2"],
       "states": [{"name": "s", "actions": [["x", "y"], ["z"]],
                   "profiles": [{"a": [1, 0], "u": [1, -1], "next": [[1, "1/3"], [0, "2/3"]]},
                                {"a": [0, 0], "u": [2, -2], "next": []}]},
                  {"actions": [["x"], ["z"]],
                   "profiles": [{"a": [0, 0], "u": [0, 0], "next": [[1, 1]]}]}]}
      """;

  @Test
  void keysMayComeInAnyOrder() {
    var file = (GameFile.Tree) GameFileReader.read("g", PENNY).orThrow();
    assertThat(file.game().nodes())
        .containsExactly(
            new TreeNode.Move(0, List.of(1, 2)),
            new TreeNode.End(List.of(1 / 3.0)),
            new TreeNode.End(List.of(2.0)));
  }

  @Test
  void aGameOfStatesIsRead() {
    var file = (GameFile.States) GameFileReader.read("g", WALK).orThrow();
    var game = file.game();
    assertThat(file.form()).isEqualTo(GameFile.Form.STOCHASTIC);
    assertThat(game.discount(1)).isEqualTo(0.5);
    assertThat(game.payoff(0, 0, 0)).isEqualTo(2);
    assertThat(game.successors(0, 0)).isZero();
    assertThat(game.successor(0, 1, 0)).isEqualTo(1);
    assertThat(game.probability(0, 1, 1)).isEqualTo(2 / 3.0);
    assertThat(game.state(0)).isEqualTo("s");
    assertThat(game.state(1)).isEqualTo("1");
  }

  @Test
  void aCaseSaysMoreThanItsGame() {
    var text =
        """
        {"format": "oracle-case", "version": 1, "id": "x", "kind": "zero-sum", "title": "T",
         "game": %s,
         "expected": [{"initial_state": 1, "horizon": 3, "value": 0}],
         "tolerance": {}, "peer": {}, "literature": [], "description": ""}
        """
            .formatted(WALK);
    var file = (GameFile.States) GameFileReader.read("g", text).orThrow();
    assertThat(file.title()).isEqualTo("T");
    assertThat(file.form()).isEqualTo(GameFile.Form.ZERO_SUM);
    assertThat(file.initialState()).isOne();
    assertThat(file.horizon()).isEqualTo(3);
  }

  @Test
  void resultsThatAskForDifferentThingsSettleNothing() {
    var text =
        """
        {"kind": "zero-sum", "game": %s,
         "expected": [{"initial_state": 1, "horizon": 3}, {"initial_state": 0, "horizon": "inf"}]}
        """
            .formatted(WALK);
    var file = (GameFile.States) GameFileReader.read("g", text).orThrow();
    assertThat(file.initialState()).isZero();
    assertThat(file.horizon()).isNull();
  }

  @Test
  void typesMakeBeliefsToldByRootLabel() {
    var text =
        """
        {"players": ["S", "R"], "types": {"S": {"good": "1/4", "bad": "3/4"}},
         "infosets": {"R": {"player": "R", "actions": ["a"], "public": ""}},
         "nodes": [{"id": 0, "kind": "chance", "labels": ["good", "bad"], "probs": [0.25, 0.75],
                    "to": [1, 3]},
                   {"id": 1, "kind": "move", "infoset": "R", "to": [2]},
                   {"id": 2, "kind": "end", "payoffs": [0, 1]},
                   {"id": 3, "kind": "move", "infoset": "R", "to": [4]},
                   {"id": 4, "kind": "end", "payoffs": [0, 2]}]}
        """;
    var file = (GameFile.Tree) GameFileReader.read("g", text).orThrow();
    assertThat(file.beliefs()).isEqualTo(GameFile.Beliefs.BY_ROOT_LABEL);
  }
}
