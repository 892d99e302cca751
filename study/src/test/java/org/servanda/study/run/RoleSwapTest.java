package org.servanda.study.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.study.Drafts;
import org.servanda.study.design.Sampling;
import org.servanda.study.table.Table;

/// Who sits on which side of the table changes no number of a study.
class RoleSwapTest {
  private static final double ROUNDING = 1e-9;

  private static final String ONE =
      """
      servanda: 1
      title: A border settled
      time: {start: 2000-01-01, step: P1Y, horizon: P3Y}
      parties:
        north: {role: principal, dispositions: {security-seeker: 0.6, expansionist: 0.4}}
        south: {role: principal}
        patron: {role: guarantor, of: [south]}
      balance: {now: {low: 1, mode: 2, high: 4}, drift: {low: -0.02, mode: 0.01, high: 0.05}}
      issue: {share: {north: 0.3, south: 0.7}, steps: 1}
      agreement:
        - non-aggression-pledge: {by: [north, south]}
        - security-guarantee: {by: patron, to: south, level: assurance}
      alternatives:
        refusal: {refuse: true}
      """;

  /// The same with the parties' places exchanged: what counted from the first now counts from the
  /// second.
  private static final String OTHER =
      """
      servanda: 1
      title: A border settled
      time: {start: 2000-01-01, step: P1Y, horizon: P3Y}
      parties:
        south: {role: principal}
        north: {role: principal, dispositions: {security-seeker: 0.6, expansionist: 0.4}}
        patron: {role: guarantor, of: [south]}
      balance: {now: {low: 0.25, mode: 0.5, high: 1}, drift: {low: -0.05, mode: -0.01, high: 0.02}}
      issue: {share: {south: 0.7, north: 0.3}, steps: 1}
      agreement:
        - non-aggression-pledge: {by: [north, south]}
        - security-guarantee: {by: patron, to: south, level: assurance}
      alternatives:
        refusal: {refuse: true}
      """;

  @Test
  void exchangedPlacesGiveTheSameOutcomesInTheSameWorlds() {
    var scenario = Drafts.read(ONE);
    var plan =
        Plan.of(scenario, Plan.variants(scenario), Sampling.LATIN, 12, 3, Grain.coarse(1L << 30));
    var other = Drafts.read(OTHER);
    var twin = new Plan(other, Plan.variants(other), turned(plan.worlds()), plan.grain());
    var here = solved(plan);
    var there = solved(twin);
    assertThat(here.failures()).isEmpty();
    assertThat(plan.measures()).containsExactlyInAnyOrderElementsOf(twin.measures());
    for (int v = 0; v < plan.variants().size(); v++) {
      for (String measure : plan.measures()) {
        var one = here.measures(v).column(measure);
        var same = there.measures(v).column(measure);
        for (int w = 0; w < one.length; w++) {
          if (Double.isNaN(one[w])) {
            assertThat(same[w]).isNaN();
          } else {
            assertThat(same[w]).as(measure).isCloseTo(one[w], within(ROUNDING));
          }
        }
      }
    }
  }

  private static Outcomes solved(Plan plan) {
    var outcomes = new Outcomes(plan);
    StudyRunner.run(plan, _ -> false, outcomes::record, 2, new Cancellation());
    return outcomes;
  }

  private static Table turned(Table worlds) {
    var rows = new double[worlds.rows()][];
    List<String> columns = new ArrayList<>(worlds.columns());
    for (int r = 0; r < rows.length; r++) {
      var row = new HashMap<String, Double>();
      for (String column : columns) {
        row.put(column, turned(column, worlds.at(r, worlds.indexOf(column))));
      }
      rows[r] = columns.stream().mapToDouble(c -> at(row, c)).toArray();
    }
    return Table.of(columns, rows);
  }

  private static double at(Map<String, Double> row, String column) {
    return row.getOrDefault(column, Double.NaN);
  }

  private static double turned(String column, double value) {
    return switch (column) {
      case "balance.now" -> 1 / value;
      case "balance.drift" -> -value;
      case "initiative" -> 1 - value;
      default -> value;
    };
  }
}
