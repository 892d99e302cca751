package org.servanda.example;

import java.util.ArrayList;
import java.util.List;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.Grain;
import org.servanda.study.design.Sampling;
import org.servanda.study.design.Shares;
import org.servanda.study.finding.GridCheck;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcome;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.table.Table;

/// Plausible worlds of the example: survival falls with the cost of war and the ratio of strength.
public final class ExampleWorlds {
  private static final List<String> DRAWN = List.of("war.cost", "balance.now");
  private static final int WORLDS = 120;
  private static final long SEED = 1;

  private ExampleWorlds() {}

  /// {@return findings of made-up outcomes, one of them without a solution}
  public static StudyFindings of(Scenario scenario) {
    var rows = new double[WORLDS][];
    for (int w = 0; w < WORLDS; w++) {
      rows[w] = new double[] {0.05 + 0.4 * w / WORLDS, 1 + (w * 37 % WORLDS) / 40.0};
    }
    return of(scenario, rows, Sampling.LATIN);
  }

  /// {@return the same of worlds on walks, with elementary effects}
  public static StudyFindings onWalks(Scenario scenario) {
    var rows = Shares.of(DRAWN, List.of(), Sampling.MORRIS, WORLDS, SEED);
    for (var row : rows) {
      row[0] = 0.05 + 0.3 * row[0];
      row[1] = 1 + 3 * row[1];
    }
    return of(scenario, rows, Sampling.MORRIS);
  }

  private static StudyFindings of(Scenario scenario, double[][] rows, Sampling sampling) {
    var worlds = Table.of(DRAWN, rows);
    var plan =
        new Plan(
            scenario,
            List.of(
                new Plan.Variant("as drafted", scenario.agreement()),
                new Plan.Variant("refusal", null)),
            worlds,
            Grain.coarse(1 << 30));
    var outcomes = new Outcomes(plan);
    for (int w = 0; w < WORLDS; w++) {
      outcomes.record(new Experiment(w, 0), outcome(plan, w, 1.0));
      outcomes.record(new Experiment(w, 1), outcome(plan, w, 0.5));
    }
    outcomes.record(
        new Experiment(7, 0), new Outcome.Failed("2 decisions stopped short\nTry: another world"));
    return StudyFindings.of(outcomes, sampling, SEED, new GridCheck(4, 0.017, 0.008));
  }

  private static Outcome outcome(Plan plan, int world, double scale) {
    double cost = plan.worlds().at(world, 0);
    double ratio = plan.worlds().at(world, 1);
    var measures = new ArrayList<Double>();
    for (String name : plan.measures()) {
      boolean none = scale < 1 && (name.contains(".breach.") || name.contains(".exit."));
      double survival = Math.min(1, scale * (0.2 + 2 * cost - 0.05 * ratio));
      measures.add(none ? Double.NaN : name.startsWith("survival.") ? survival : cost);
    }
    return new Outcome.Solved(measures);
  }
}
