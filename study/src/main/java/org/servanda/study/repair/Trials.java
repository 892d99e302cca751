package org.servanda.study.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Trial;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcome;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.run.StudyRunner;
import org.servanda.study.statistic.Share;
import org.servanda.study.table.Table;

/// Agreements tried in one sample of worlds; each is solved once in each world.
final class Trials {
  /// Level of all intervals of a search.
  static final double LEVEL = 0.9;

  private final Scenario scenario;
  private final Target target;
  private final RepairOptions options;
  private final Table worlds;
  private final Cancellation cancellation;
  private final Map<List<Change>, Candidate> known = new LinkedHashMap<>();
  private final Candidate refusal = Candidate.refusal();
  private int experiments;

  Trials(
      Scenario scenario,
      Target target,
      RepairOptions options,
      Table worlds,
      Cancellation cancellation) {
    this.scenario = scenario;
    this.target = target;
    this.options = options;
    this.worlds = worlds;
    this.cancellation = cancellation;
  }

  int worlds() {
    return worlds.rows();
  }

  int experiments() {
    return experiments;
  }

  Candidate refusal() {
    return refusal;
  }

  Candidate draft() {
    return candidate(List.of());
  }

  /// {@return the draft with these changes, with its outcomes so far}
  Candidate candidate(List<Change> changes) {
    return known.computeIfAbsent(changes, c -> Candidate.of(c, scenario.agreement()));
  }

  /// {@return all agreements so far, refusing included}
  List<Candidate> all() {
    var all = new ArrayList<>(known.values());
    all.add(refusal);
    return all;
  }

  /// Tries agreements in the first worlds, as far as they were not tried there before.
  ///
  /// @param upTo how many worlds, at most all
  /// @throws CancellationException if the work was canceled
  void run(List<Candidate> candidates, int upTo, String stage, RepairListener listener) {
    var byStart =
        candidates.stream()
            .filter(c -> c.tried() < upTo)
            .collect(Collectors.groupingBy(Candidate::tried));
    int all = byStart.values().stream().flatMap(List::stream).mapToInt(c -> upTo - c.tried()).sum();
    var done = new AtomicInteger();
    for (int start : byStart.keySet().stream().sorted().toList()) {
      var group = byStart.getOrDefault(start, List.of());
      var plan = plan(group, start, upTo);
      var outcomes = new Outcomes(plan);
      StudyRunner.run(
          plan,
          _ -> false,
          (experiment, outcome) -> {
            outcomes.record(experiment, outcome);
            listener.at(stage, done.incrementAndGet(), all);
          },
          options.threads(),
          cancellation);
      if (cancellation.requested()) {
        throw new CancellationException();
      }
      experiments += plan.experiments();
      take(group, outcomes);
    }
  }

  private Plan plan(List<Candidate> group, int from, int to) {
    var variants = new ArrayList<Plan.Variant>();
    for (int c = 0; c < group.size(); c++) {
      variants.add(new Plan.Variant(String.valueOf(c), group.get(c).agreement()));
    }
    int[] rows = IntStream.range(from, to).toArray();
    return new Plan(scenario, variants, worlds.select(rows), options.grain());
  }

  private void take(List<Candidate> group, Outcomes outcomes) {
    var measures = outcomes.plan().measures();
    int survival = measures.indexOf(target.measure());
    var parties = scenario.parties();
    int[] values = parties.stream().mapToInt(p -> measures.indexOf(Trial.value(p.key()))).toArray();
    for (int c = 0; c < group.size(); c++) {
      for (int w = 0; w < outcomes.plan().worlds().rows(); w++) {
        double survived = Double.NaN;
        var valued = new double[values.length];
        Arrays.fill(valued, Double.NaN);
        switch (outcomes.outcome(new Experiment(w, c))) {
          case Outcome.Solved(var read) -> {
            survived = read.get(survival);
            Arrays.setAll(valued, p -> read.get(values[p]));
          }
          case Outcome.Failed(var reason) -> group.get(c).fail(reason);
          case null -> throw new IllegalStateException("an experiment was not run");
        }
        group.get(c).add(survived, valued);
      }
    }
  }

  /// {@return how a candidate fares in the first worlds; absent if there is none among them in
  /// which it, the draft and refusing all have an answer}
  ///
  /// @param upTo how many worlds, at most those in which it was tried
  @Nullable Measured measured(Candidate candidate, int upTo) {
    var common =
        IntStream.range(0, upTo)
            .filter(w -> candidate.solved(w) && draft().solved(w) && refusal.solved(w))
            .toArray();
    if (common.length == 0) {
      return null;
    }
    var accounts = new ArrayList<PartyAccount>();
    var givers = candidate.givers();
    for (int p = 0; p < scenario.parties().size(); p++) {
      var party = scenario.parties().get(p);
      var asked =
          party.role() == Role.PRINCIPAL || givers.contains(party.key())
              ? PartyAccount.Asked.MUST_ACCEPT
              : PartyAccount.Asked.BYSTANDER;
      accounts.add(account(candidate, p, asked, common));
    }
    double survived =
        IntStream.range(0, upTo)
            .filter(candidate::solved)
            .mapToDouble(candidate::survival)
            .average()
            .orElseThrow();
    return new Measured(
        Share.of(candidate.reaching(target, upTo), upTo, LEVEL),
        candidate.unsolved(upTo),
        survived,
        accounts);
  }

  private PartyAccount account(
      Candidate candidate, int party, PartyAccount.Asked asked, int[] worlds) {
    double refusing = 0;
    double drafted = 0;
    int better = 0;
    for (int w : worlds) {
      double gain = candidate.value(w, party) - refusal.value(w, party);
      refusing += gain;
      drafted += candidate.value(w, party) - draft().value(w, party);
      better += gain >= -PartyAccount.ROUNDING ? 1 : 0;
    }
    return new PartyAccount(
        scenario.parties().get(party).key(),
        asked,
        refusing / worlds.length,
        drafted / worlds.length,
        Share.of(better, worlds.length, LEVEL));
  }

  /// {@return the fall of the guarantors' values against the draft, summed}
  double cost(Measured measured) {
    double cost = 0;
    for (var guarantor : scenario.guarantors()) {
      cost -= measured.party(guarantor.key()).againstDraft();
    }
    return cost + 0.0;
  }
}
