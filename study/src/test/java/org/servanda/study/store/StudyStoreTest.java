package org.servanda.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.Drafts;
import org.servanda.study.design.Design;
import org.servanda.study.design.Sampling;
import org.servanda.study.design.Uncertainties;
import org.servanda.study.run.Plan;
import org.servanda.study.run.Recorder;
import org.servanda.study.run.StudyRunner;

class StudyStoreTest {
  private static final int WORLDS = 20;

  @TempDir Path folder;

  private static Plan plan() {
    Scenario scenario = Drafts.read(Drafts.SMALL);
    var variants = Plan.variants(scenario);
    var estimates =
        VariantSolver.estimates(scenario, VariantSolver.variants(scenario).values()).values();
    var design =
        new Design(Uncertainties.of(scenario, estimates), List.of(), Sampling.SOBOL, WORLDS, 1);
    return new Plan(scenario, variants, design.sample(), Grain.coarse(1L << 30));
  }

  private static Manifest manifest() {
    return new Manifest(new LinkedHashMap<>(Map.of("scenario", "abc")));
  }

  private static void run(StudyStore store, Plan plan, int threads) {
    StudyRunner.run(
        plan, e -> store.outcomes().outcome(e) != null, store, threads, new Cancellation());
    store.settle();
  }

  private static void stopAfter(StudyStore store, Plan plan, int experiments) {
    var cancellation = new Cancellation();
    Recorder counting =
        (experiment, outcome) -> {
          store.record(experiment, outcome);
          store.settle();
          if (store.outcomes().finished() >= experiments) {
            cancellation.cancel();
          }
        };
    StudyRunner.run(plan, e -> store.outcomes().outcome(e) != null, counting, 1, cancellation);
  }

  private static List<byte[]> files(Path folder) throws IOException {
    return List.of(
        Files.readAllBytes(folder.resolve("experiments.parquet")),
        Files.readAllBytes(folder.resolve("experiments.csv")),
        Files.readAllBytes(folder.resolve("worlds.parquet")),
        Files.readAllBytes(folder.resolve("worlds.csv")));
  }

  @Test
  void aStudyInterruptedAndResumedLeavesTheSameTables() throws IOException {
    var plan = plan();
    var whole = folder.resolve("whole");
    try (var store = StudyStore.create(whole, manifest(), plan)) {
      run(store, plan, 2);
      store.export();
    }
    var parts = folder.resolve("parts");
    try (var store = StudyStore.create(parts, manifest(), plan)) {
      stopAfter(store, plan, 7);
      assertThat(store.outcomes().finished()).isEqualTo(7);
    }
    try (var store = StudyStore.resume(parts, manifest(), plan)) {
      assertThat(store.outcomes().finished()).isEqualTo(7);
      run(store, plan, 1);
      assertThat(store.outcomes().finished()).isEqualTo(plan.experiments());
      store.export();
    }
    assertThat(files(parts))
        .usingElementComparator((a, b) -> Arrays.compare(a, b))
        .containsExactlyElementsOf(files(whole));
    assertThat(Files.readAllLines(whole.resolve("experiments.csv"))).hasSize(2 * WORLDS + 1);
  }

  @Test
  void anotherStudyIsNotGoneOnWith() {
    var plan = plan();
    StudyStore.create(folder, manifest(), plan).close();
    var other = new Manifest(new LinkedHashMap<>(Map.of("scenario", "xyz")));
    assertThatThrownBy(() -> StudyStore.resume(folder, other, plan))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("its scenario is abc, not xyz")
        .hasMessageContaining("Try: ");
    assertThatThrownBy(() -> StudyStore.create(folder, manifest(), plan))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("holds a study already");
    assertThatThrownBy(() -> StudyStore.resume(folder.resolve("none"), manifest(), plan))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("no study to go on with");
  }

  @Test
  void aFileThatIsNoDatabaseIsNotTouched() throws IOException {
    Files.writeString(folder.resolve("study.duckdb"), "not a database, and longer than a header");
    assertThatThrownBy(() -> StudyStore.resume(folder, manifest(), plan()))
        .isInstanceOf(StoreFailed.class)
        .hasMessageContaining("cannot be used");
    assertThat(folder.resolve("study.duckdb"))
        .hasContent("not a database, and longer than a header");
  }
}
