package org.servanda.example;

import java.util.ArrayList;
import java.util.List;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.Grain;
import org.servanda.study.finding.GridCheck;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcome;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.table.Table;

/// Plausible worlds of the example: survival falls with the cost of war and the ratio of strength.
public final class ExampleWorlds {
  private static final int WORLDS = 120;

  private ExampleWorlds() {}

  /// {@return findings of made-up outcomes, one of them without a solution}
  public static StudyFindings of(Scenario scenario) {
    var rows = new double[WORLDS][];
    for (int w = 0; w < WORLDS; w++) {
      rows[w] = new double[] {0.05 + 0.4 * w / WORLDS, 1 + (w * 37 % WORLDS) / 40.0};
    }
    var worlds = Table.of(List.of("war.cost", "balance.now"), rows);
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
    return StudyFindings.of(outcomes, 1, new GridCheck(4, 0.017, 0.008));
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
