package org.servanda.gamefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NfgReaderTest {

  private static GameFile.States read(String text) {
    return (GameFile.States) GameFileReader.read("game.nfg", text).orThrow();
  }

  @Test
  void theFirstPlayersStrategyRunsFastest() {
    var file = read("NFG 1 R \"two by three\" { \"R\" \"C\" } { 2 3 }\n1 2 3 4 5 6 7 8 9 10 11 12");
    var game = file.game();
    assertThat(file.title()).isEqualTo("two by three");
    assertThat(file.form()).isEqualTo(GameFile.Form.STRATEGIC);
    assertThat(game.states()).isOne();
    assertThat(game.profiles(0)).isEqualTo(6);
    // Profiles of the engine have the last player's action fastest: (0, 0), (0, 1), (0, 2), (1, 0).
    assertThat(game.payoff(0, 0, 0)).isEqualTo(1);
    assertThat(game.payoff(0, 1, 0)).isEqualTo(5);
    assertThat(game.payoff(0, 3, 0)).isEqualTo(3);
    assertThat(game.payoff(0, 5, 1)).isEqualTo(12);
    assertThat(game.successors(0, 0)).isZero();
    assertThat(game.action(0, 1, 2)).isEqualTo("3");
  }

  @Test
  void outcomesMayBeSharedAndZeroIsNothing() {
    var game =
        read("""
        NFG 1 R "shared" { "R" "C" } { { "up" "down" } { "left" "right" } } "a comment"
        { { "draw" 1/2, 1/2 } { "win" 1 -1 } }
        1 2 0 1
        """)
            .game();
    assertThat(game.action(0, 0, 1)).isEqualTo("down");
    assertThat(game.payoff(0, 0, 0)).isEqualTo(0.5);
    assertThat(game.payoff(0, 2, 1)).isEqualTo(-1);
    assertThat(game.payoff(0, 1, 0)).isZero();
    assertThat(game.payoff(0, 3, 1)).isEqualTo(0.5);
  }

  @Test
  void strategiesMayBeNamedWithPayoffsInAFlatList() {
    var game = read("NFG 1 R \"\" { \"A\" } { { \"x\" \"y\" } } 3, -4").game();
    assertThat(game.payoff(0, 1, 0)).isEqualTo(-4);
  }

  @Test
  void threePlayersAreOrderedAlike() {
    var game = read("NFG 1 D \"\" { \"A\" \"B\" \"C\" } { 1 2 2 } 1 1 1 2 2 2 3 3 3 4 4 4").game();
    assertThat(game.payoff(0, 1, 2)).isEqualTo(3); // B's first, C's second
    assertThat(game.payoff(0, 2, 2)).isEqualTo(2); // B's second, C's first
  }
}
