package org.servanda.gamefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.TreeNode;

class EfgReaderTest {

  private static GameFile.Tree read(String text) {
    return (GameFile.Tree) GameFileReader.read("game.efg", text).orThrow();
  }

  private static List<Double> payoffs(ExtensiveGame game, int node) {
    return ((TreeNode.End) game.nodes().get(node)).payoffs();
  }

  @Test
  void nodesKeepTheirOrderAndNames() {
    var file =
        read(
            """
            EFG 2 R "Entry" { "Entrant" "Incumbent" }
            "Whether to enter, and what then."
            p "start" 1 1 "enter?" { "out" "in" } 0
            t "" 1 "stays out" { 0 2 }
            p "" 2 1 "fight?" { "fight" "yield" } 0
            t "" 2 "war" { -1, -1 }
            t "" 3 "peace" { 1, 1 }
            """);
    var game = file.game();
    assertThat(file.title()).isEqualTo("Entry");
    assertThat(file.beliefs()).isEqualTo(GameFile.Beliefs.BY_NODE);
    assertThat(game.players()).containsExactly("Entrant", "Incumbent");
    assertThat(game.informationSets())
        .extracting(s -> s.name())
        .containsExactly("enter?", "fight?");
    assertThat(game.informationSets().get(1).actions()).containsExactly("fight", "yield");
    assertThat(game.nodes().get(0)).isEqualTo(new TreeNode.Move(0, List.of(1, 2)));
    assertThat(game.nodes().get(2)).isEqualTo(new TreeNode.Move(1, List.of(3, 4)));
    assertThat(payoffs(game, 3)).containsExactly(-1.0, -1.0);
  }

  @Test
  void outcomesOnTheWayAreAddedUp() {
    var game =
        read("""
        EFG 2 R "" { "A" "B" }
        c "" 1 "" { "rain" 1/4 "sun" 3/4 } 1 "fee" { -1 0.5 }
        p "" 1 1 "" { "l" "r" } 2 "toll" { -.25 0 }
        t "" 1
        t "" 0
        t "" 3 "prize" { 10, 1e1 }
        """)
            .game();
    assertThat(payoffs(game, 2)).containsExactly(-2.25, 1.0);
    assertThat(payoffs(game, 3)).containsExactly(-1.25, 0.5);
    assertThat(payoffs(game, 4)).containsExactly(9.0, 10.5);
  }

  @Test
  void numbersMayBeRatiosAndDecimals() {
    var game =
        read("""
        EFG 2 R "" { "A" }
        c "" 7 "" { "a" 1/3 "b" .25 "c" 5/12 } 0
        t "" 1 "" { 2/3 }
        t "" 2 "" { -4.5e-3 }
        t "" 3 "" { +7. }
        """)
            .game();
    var root = (TreeNode.Chance) game.nodes().getFirst();
    assertThat(root.probabilities()).containsExactly(1 / 3.0, 0.25, 5 / 12.0);
    assertThat(List.of(payoffs(game, 1), payoffs(game, 2), payoffs(game, 3)))
        .containsExactly(List.of(2 / 3.0), List.of(-4.5e-3), List.of(7.0));
  }

  @Test
  void setsAndEventsAreDescribedOnce() {
    var game =
        read("""
        EFG 2 R "" { "A" "B" }
        c "" 1 "coin" { "h" 1/2 "t" 1/2 } 0
        p "" 2 4 "guess" { "h" "t" } 0
        c "" 1 0
        t "" 1 "win" { 1 -1 }
        t "" 2 "lose" { -1 1 }
        t "" 2
        p "" 2 4 0
        t "" 2 "lose" { -1 1 }
        t "" 1
        """)
            .game();
    assertThat(game.informationSets()).hasSize(1);
    assertThat(game.nodes()).filteredOn(n -> n instanceof TreeNode.Move).hasSize(2);
    assertThat(((TreeNode.Chance) game.nodes().get(2)).labels()).containsExactly("h", "t");
  }

  @Test
  void quotationMarksInNamesAreUnescaped() {
    var file = read("EFG 2 R \"A \\\"good\\\" game in C:\\dir\\\\\" { \"A\" } t \"\" 0");
    assertThat(file.title()).isEqualTo("A \"good\" game in C:\\dir\\");
  }

  @Test
  void whiteSpaceMeansNothing() {
    var spread = read("EFG\n2\r\nR \"\"\n{\"A\"}t\"\"1\"\"{\n3\n}\n\n");
    assertThat(payoffs(spread.game(), 0)).containsExactly(3.0);
  }

  @Test
  void setsWithoutANameOfTheirOwnAreCalledByPlayerAndNumber() {
    var game =
        read("""
        EFG 2 R "" { "A" "B" }
        p "" 1 3 "" { "l" "r" } 0
        p "" 2 1 "same" { "x" } 0
        t "" 0
        p "" 2 2 "same" { "x" } 0
        t "" 0
        """)
            .game();
    assertThat(game.informationSets())
        .extracting(s -> s.name())
        .containsExactly("A:3", "B:1", "B:2");
  }

  @Test
  void namesThatCollideGiveWayToNumbers() {
    var game =
        read("""
        EFG 2 R "" { "A" }
        p "" 1 1 "" { "l" } 0
        p "" 1 2 "A:1" { "l" } 0
        t "" 0
        """)
            .game();
    assertThat(game.informationSets()).extracting(s -> s.name()).containsExactly("1:1", "1:2");
  }

  @Test
  void aDeepTreeIsReadWithoutRecursion() {
    int moves = 100_000;
    var text = new StringBuilder("EFG 2 R \"deep\" { \"A\" \"B\" }\n");
    for (int i = 1; i <= moves; i++) {
      text.append("p \"\" %d %d \"\" { \"take\" \"pass\" } 0 t \"\" 0%n".formatted(i % 2 + 1, i));
    }
    text.append("t \"\" 1 \"\" { 1 2 }");
    var game = read(text.toString()).game();
    assertThat(game.nodes()).hasSize(2 * moves + 1);
    assertThat(payoffs(game, 2 * moves)).containsExactly(1.0, 2.0);
  }
}
