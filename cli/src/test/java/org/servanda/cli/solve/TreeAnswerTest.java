package org.servanda.cli.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.gamefile.GameFile;
import org.servanda.gamefile.GameFileReader;

class TreeAnswerTest {
  private static final String COIN =
      """
      EFG 2 R "Matching" { "One" "Two" }
      p "" 1 1 "" { "H" "T" } 0
      p "" 2 1 "" { "H" "T" } 0
      t "" 1 "" { 2, 0 }
      t "" 2 "" { 0, 1 }
      p "" 2 1 "" { "H" "T" } 0
      t "" 3 "" { 0, 1 }
      t "" 4 "" { 1, 0 }
      """;

  /// Work that is given up leaves the last point of the branch that it came to.
  @Test
  void pointsAreNotedWhereSomebodyMayAskForTheLast() {
    var latest = new Latest();
    var question =
        new Question(
            List.of(3.0),
            false,
            false,
            null,
            1e-9,
            1 << 24,
            latest,
            new Cancellation(),
            () -> true);
    var game = (GameFile.Tree) GameFileReader.read("coin.efg", COIN).orThrow();
    var answer = TreeAnswer.of(game, question);
    assertThat(answer.status()).isEqualTo(Status.SOLVED);
    Map<String, ?> best = latest.best();
    assertThat(best).isNotNull().containsKeys("strategies", "values");
    assertThat((Double) best.get("lambda")).isGreaterThan(0.0).isLessThanOrEqualTo(3.0);
  }
}
