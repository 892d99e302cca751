package org.servanda.cli.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.servanda.engine.equilibrium.Cancellation;

class MissingTest {
  private static Question question(@Nullable Latest latest) {
    return new Question(
        List.of(3.0), true, false, null, 1e-9, 1 << 20, latest, new Cancellation(), () -> true);
  }

  @Test
  void workThatDoesNotComeBackLeavesTheLastPointKnown() {
    var latest = new Latest();
    latest.note(() -> ResultsJson.object("lambda", 0.5));
    latest.note(() -> ResultsJson.object("lambda", 1.25));
    var answer = Missing.late(question(latest), 2);
    assertThat(answer.status()).isEqualTo(Status.TIME_LIMIT);
    assertThat(answer.results()).hasSize(2);
    assertThat(answer.results())
        .allSatisfy(
            result -> assertThat(result.get("best")).isEqualTo(ResultsJson.object("lambda", 1.25)));
  }

  @Test
  void withoutAPointThereIsNoBest() {
    for (var latest : new Latest[] {null, new Latest()}) {
      assertThat(Missing.late(question(latest), 2).results())
          .allSatisfy(result -> assertThat(result).doesNotContainKey("best"));
    }
  }
}
