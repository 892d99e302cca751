package org.servanda.study.proposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.servanda.study.proposition.Verdict.Ruling;
import org.servanda.study.proposition.Verdict.Spread;
import org.servanda.study.table.Table;

class JudgeTest {
  private static final int WORLDS = 200;
  private static final Proposition PROPOSITION = Bench.proposition(Bench.PROPOSITION);

  /// Worlds in which `x` runs evenly from 0 to 10, and `idle` in another order.
  private static Evidence evidence(String accord, DoubleUnaryOperator effect, int unsolved) {
    var shares = new double[WORLDS][2];
    var values = new double[WORLDS][2];
    var effects = new ArrayList<@Nullable Double>();
    var failures = new ArrayList<Evidence.Failure>();
    for (int w = 0; w < WORLDS; w++) {
      shares[w][0] = (w + 0.5) / WORLDS;
      shares[w][1] = (w * 77 % WORLDS + 0.5) / WORLDS;
      values[w][0] = 10 * shares[w][0];
      values[w][1] = shares[w][1];
      effects.add(w < unsolved ? null : effect.applyAsDouble(values[w][0]));
      if (w < unsolved) {
        failures.add(new Evidence.Failure("tripwire", w, "did not converge"));
      }
    }
    var columns = List.of("x", "idle");
    return new Evidence(
        accord, Table.of(columns, shares), Table.of(columns, values), effects, failures);
  }

  @Test
  void theDriverIsFoundAndWhereTheClaimFlips() {
    var evidence =
        List.of(evidence("a", x -> (x - 3) / 10, 0), evidence("b", x -> (x - 3) / 10, 0));
    var verdict = Judge.verdict(PROPOSITION, evidence, 1);
    assertThat(verdict.ruling()).isEqualTo(Ruling.HOLDS);
    assertThat(verdict.spread()).isEqualTo(Spread.ALIKE);
    assertThat(verdict.drivers().getFirst().name()).isEqualTo("x");
    assertThat(verdict.drivers().getFirst().direction()).isGreaterThan(0.9);
    var flip = verdict.flip();
    assertThat(flip).isNotNull();
    assertThat(flip.at()).isCloseTo(3, within(0.1));
    assertThat(flip.holds()).isEqualTo(Criterion.Bound.ABOVE);
  }

  @Test
  void aClaimMayHoldBelowAThreshold() {
    var verdict = Judge.verdict(PROPOSITION, List.of(evidence("a", x -> (4 - x) / 10, 0)), 1);
    var flip = verdict.flip();
    assertThat(flip).isNotNull();
    assertThat(flip.at()).isCloseTo(4, within(0.1));
    assertThat(flip.holds()).isEqualTo(Criterion.Bound.BELOW);
  }

  @Test
  void whatDoesNotCrossOneHalfDoesNotFlip() {
    var verdict = Judge.verdict(PROPOSITION, List.of(evidence("a", x -> 1 + x, 0)), 1);
    assertThat(verdict.flip()).isNull();
    assertThat(verdict.holds()).isNotNull();
    assertThat(verdict.holds().value()).isEqualTo(1);
  }

  @Test
  void accordsThatDisagreeAreSaid() {
    var evidence = List.of(evidence("a", _ -> 1, 0), evidence("b", _ -> -1, 0));
    var verdict = Judge.verdict(PROPOSITION, evidence, 1);
    assertThat(verdict.ruling()).isEqualTo(Ruling.OPEN);
    assertThat(verdict.spread()).isEqualTo(Spread.BY_ACCORD);
    assertThat(VerdictWords.sentence(verdict)).contains("not alike in all accords");
    assertThat(verdict.drivers()).isEmpty();
  }

  @Test
  void worldsThatDidNotSolveAreCountedAndLeftOut() {
    var verdict = Judge.verdict(PROPOSITION, List.of(evidence("a", _ -> 1, 50)), 1);
    assertThat(verdict.unsolved()).isEqualTo(50);
    assertThat(verdict.solved()).isEqualTo(WORLDS - 50);
    assertThat(verdict.failures()).hasSize(50);
  }

  @Test
  void withoutASolvedWorldNothingIsSaid() {
    var verdict = Judge.verdict(PROPOSITION, List.of(evidence("a", _ -> 1, WORLDS)), 1);
    assertThat(verdict.ruling()).isEqualTo(Ruling.UNSOLVED);
    assertThat(verdict.holds()).isNull();
    assertThat(VerdictWords.sentence(verdict)).startsWith("No world could be solved");
  }
}
