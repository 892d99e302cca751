package org.servanda.study.repair;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Clause;

/// An agreement under trial, with its outcomes so far, one per world of a sample.
final class Candidate {
  private final List<Change> changes;
  private final @Nullable Agreement agreement;
  private double[] survival = {};
  private double[][] values = {};
  private @Nullable String reason;

  private Candidate(List<Change> changes, @Nullable Agreement agreement) {
    this.changes = changes;
    this.agreement = agreement;
  }

  /// {@return the draft with some changes}
  static Candidate of(List<Change> changes, Agreement draft) {
    return new Candidate(List.copyOf(changes), Change.all(changes, draft));
  }

  /// {@return nothing signed}
  static Candidate refusal() {
    return new Candidate(List.of(), null);
  }

  List<Change> changes() {
    return changes;
  }

  @Nullable Agreement agreement() {
    return agreement;
  }

  String words() {
    return agreement == null
        ? "refusing"
        : changes.isEmpty()
            ? "as drafted"
            : changes.stream().map(Change::words).collect(Collectors.joining("; "));
  }

  int steps() {
    return changes.stream().mapToInt(Change::steps).sum();
  }

  /// {@return in how many worlds, from the first, it was tried}
  int tried() {
    return survival.length;
  }

  /// Adds the outcome of the next world; NaN throughout if there is none.
  ///
  /// @param valued shape `[parties]`
  void add(double survived, double[] valued) {
    survival = Arrays.copyOf(survival, survival.length + 1);
    survival[survival.length - 1] = survived;
    values = Arrays.copyOf(values, values.length + 1);
    values[values.length - 1] = valued;
  }

  void fail(String why) {
    if (reason == null) {
      reason = why;
    }
  }

  /// {@return why the first world without an answer has none; absent if all have one}
  @Nullable String reason() {
    return reason;
  }

  boolean solved(int world) {
    return !Double.isNaN(values[world][0]);
  }

  int unsolved(int upTo) {
    int count = 0;
    for (int w = 0; w < upTo; w++) {
      count += solved(w) ? 0 : 1;
    }
    return count;
  }

  double survival(int world) {
    return survival[world];
  }

  double value(int world, int party) {
    return values[world][party];
  }

  /// {@return in how many of the first worlds it lasts long enough}
  int reaching(Target target, int upTo) {
    int hits = 0;
    for (int w = 0; w < upTo; w++) {
      hits += survival[w] >= target.survival() ? 1 : 0;
    }
    return hits;
  }

  /// {@return who promises, gives or lifts something in it}
  Set<String> givers() {
    var givers = new HashSet<String>();
    if (agreement != null) {
      for (var clause : agreement.clauses()) {
        switch (clause) {
          case Clause.SecurityGuarantee c -> givers.add(c.by());
          case Clause.SanctionsRelief c -> givers.add(c.by());
          case Clause.Aid c -> givers.add(c.by());
          case Clause.NeutralityPledge _,
              Clause.NonAggressionPledge _,
              Clause.ForceLimit _,
              Clause.Disarmament _,
              Clause.TerritorialTerms _,
              Clause.DemilitarizedZone _,
              Clause.Peacekeepers _,
              Clause.Verification _,
              Clause.Snapback _,
              Clause.Sunset _,
              Clause.ExitClause _,
              Clause.Review _,
              Clause.ImplementationCommission _ -> {}
        }
      }
    }
    return givers;
  }
}
