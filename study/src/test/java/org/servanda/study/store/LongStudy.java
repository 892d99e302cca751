package org.servanda.study.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.study.Drafts;
import org.servanda.study.design.Sampling;
import org.servanda.study.run.Plan;
import org.servanda.study.run.StudyRunner;

/// A study with many short experiments, as a process of its own that can be killed.
public final class LongStudy {
  static final int WORLDS = 1200;

  private LongStudy() {}

  /// Runs the study in a folder, or goes on with it.
  ///
  /// @param args the folder, and the number of threads
  public static void main(String[] args) {
    var folder = Path.of(args[0]);
    var scenario = Drafts.read(Drafts.SMALL);
    var plan =
        Plan.of(
            scenario, Plan.variants(scenario), Sampling.SOBOL, WORLDS, 1, Grain.coarse(1L << 30));
    var manifest = new Manifest(new LinkedHashMap<>(Map.of("scenario", "small")));
    try (var store =
        Files.exists(folder.resolve("study.duckdb"))
            ? StudyStore.resume(folder, manifest, plan)
            : StudyStore.create(folder, manifest, plan)) {
      StudyRunner.run(
          plan,
          experiment -> store.outcomes().outcome(experiment) != null,
          store,
          Integer.parseInt(args[1]),
          new Cancellation());
      store.export();
    }
  }
}
