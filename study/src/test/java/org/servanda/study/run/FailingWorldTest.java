package org.servanda.study.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.study.Drafts;
import org.servanda.study.design.Sampling;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.store.Manifest;
import org.servanda.study.store.StudyStore;
import org.servanda.study.table.Table;

/// A world without a solution is counted, listed and kept, and moves no average.
class FailingWorldTest {
  private static final int WORLDS = 40;
  private static final int FAILING = 0;

  @TempDir private Path folder;

  @Test
  void oneWorldThatDoesNotSolveIsListedAndLeftOut() throws Exception {
    var plan = plan();
    var manifest = new Manifest(new LinkedHashMap<>(Map.of("scenario", "small")));
    StudyFindings findings;
    try (var store = StudyStore.create(folder, manifest, plan)) {
      StudyRunner.run(plan, _ -> false, store, 2, new Cancellation());
      store.export();
      findings = StudyFindings.of(store.outcomes(), 1, null);
    }
    assertThat(findings.finished()).isEqualTo(2 * WORLDS);
    assertThat(findings.failures())
        .isNotEmpty()
        .allSatisfy(failure -> {
          assertThat(failure.experiment().world()).isEqualTo(FAILING);
          assertThat(failure.reason()).contains("decisions stopped short").contains("Try:");
        });
    assertThat(Objects.requireNonNull(findings.band()).worlds()).isEqualTo(WORLDS - 1);
    assertThat(Files.readString(folder.resolve("experiments.csv")))
        .contains("decisions stopped short");
    try (var again = StudyStore.resume(folder, manifest, plan)) {
      assertThat(again.outcomes().failures()).isEqualTo(findings.failures());
    }
  }

  /// Worlds of which one is played with a precision far beyond what a file may say, at which no
  /// step along the branch is short enough.
  private static Plan plan() {
    var scenario = Drafts.read(Drafts.SMALL);
    var drawn =
        Plan.of(
            scenario, Plan.variants(scenario), Sampling.LATIN, WORLDS, 1, Grain.coarse(1L << 30));
    var rows = new double[WORLDS][];
    int precision = drawn.worlds().indexOf("precision");
    for (int w = 0; w < WORLDS; w++) {
      rows[w] = drawn.worlds().row(w);
    }
    rows[FAILING][precision] = 1e6;
    return new Plan(
        scenario,
        drawn.variants(),
        Table.of(List.copyOf(drawn.worlds().columns()), rows),
        drawn.grain());
  }
}
