package org.servanda.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.servanda.study.table.Table;

/// The outcomes of a plan so far; safe for use by several threads.
public final class Outcomes implements Recorder {
  private final Plan plan;
  private final Map<Experiment, Outcome> finished = new ConcurrentHashMap<>();

  /// @param plan what is run
  public Outcomes(Plan plan) {
    this.plan = plan;
  }

  @Override
  public void record(Experiment experiment, Outcome outcome) {
    finished.put(experiment, outcome);
  }

  /// {@return what is run}
  public Plan plan() {
    return plan;
  }

  /// {@return the outcome of an experiment; null if it is not finished}
  public @Nullable Outcome outcome(Experiment experiment) {
    return finished.get(experiment);
  }

  /// {@return how many experiments are finished, solved or not}
  public int finished() {
    return finished.size();
  }

  /// An experiment without an answer.
  ///
  /// @param reason what stopped the solver, with a `Try:` line
  public record Failure(Experiment experiment, String reason) {}

  /// {@return the experiments that did not solve, by world, then variant}
  public List<Failure> failures() {
    var failures = new ArrayList<Failure>();
    for (int w = 0; w < plan.worlds().rows(); w++) {
      for (int v = 0; v < plan.variants().size(); v++) {
        var experiment = new Experiment(w, v);
        if (outcome(experiment) instanceof Outcome.Failed(var reason)) {
          failures.add(new Failure(experiment, reason));
        }
      }
    }
    return failures;
  }

  /// Gathers the measures of one agreement in every world.
  ///
  /// @param variant place among the plan's variants
  /// @return one row per world, one column per measure; a row of NaN where the experiment did not
  ///   solve or is not finished
  public Table measures(int variant) {
    var columns = plan.measures();
    var rows = new double[plan.worlds().rows()][columns.size()];
    for (int w = 0; w < rows.length; w++) {
      var outcome = outcome(new Experiment(w, variant));
      for (int c = 0; c < rows[w].length; c++) {
        rows[w][c] = outcome instanceof Outcome.Solved(var measures) ? measures.get(c) : Double.NaN;
      }
    }
    return Table.of(columns, rows);
  }
}
