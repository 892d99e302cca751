package org.servanda.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.servanda.gamefile.GameFileReader;
import org.servanda.gamefile.GameReading;

/// What must hold of a game reader whatever the bytes.
final class Readings {
  private Readings() {}

  /// Reads bytes; they are a game, or every problem has a place, a sentence and advice, all fit for
  /// a terminal, and reading again says the same.
  static void check(byte[] bytes) {
    var reading = GameFileReader.read("fuzz", bytes);
    if (reading instanceof GameReading.Rejected(var problems)) {
      assertThat(problems).isNotEmpty();
      for (var problem : problems) {
        assertThat(problem.line()).isPositive();
        assertThat(problem.column()).isPositive();
        assertThat(problem.what()).isNotBlank();
        assertThat(problem.tryThis()).isNotBlank();
        assertThat(problem.text())
            .doesNotContainPattern("[\\p{Cc}\u202a-\u202e\u2066-\u2069&&[^\n]]");
      }
      assertThat(GameFileReader.read("fuzz", bytes)).isEqualTo(reading);
    }
  }
}
