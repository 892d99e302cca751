package org.servanda.study.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.design.Design;
import org.servanda.study.design.Sampling;
import org.servanda.study.design.Seeds;
import org.servanda.study.design.Uncertainties;
import org.servanda.study.table.Table;

/// Looks for the smallest changes of an agreement that make it reach a target.
///
/// First every change of one clause is tried, then combinations; what is found is verified in fresh
/// worlds. The same scenario, target and options give the same findings on any number of threads.
public final class RepairSearch {
  private static final int WANTED = 3;
  private static final int MOST_VERIFIED = 6;
  private static final int NEAREST = 3;

  /// Beyond any durability.
  private static final double FAR = 3;

  private final Scenario scenario;
  private final Target target;
  private final RepairOptions options;
  private final RepairListener listener;
  private final Moves moves;
  private final List<Candidate> singles = new ArrayList<>();
  private final Trials search;
  private final Trials fresh;

  private RepairSearch(
      ScenarioText text,
      Target target,
      RepairOptions options,
      RepairListener listener,
      Cancellation cancellation) {
    this.scenario = text.read().orThrow();
    this.target = target;
    this.options = options;
    this.listener = listener;
    target.check(scenario);
    moves = draftable(new ClauseCheck(text));
    var uncertain = new ArrayList<@Nullable Agreement>();
    uncertain.add(null);
    uncertain.add(scenario.agreement());
    companions().forEach(c -> uncertain.add(Change.all(c, scenario.agreement())));
    search = trials(worlds(uncertain, options.worlds(), options.seed()), cancellation);
    long unseen = Seeds.of(options.seed(), "verification", 0);
    fresh = trials(worlds(uncertain, options.fresh(), unseen), cancellation);
    for (var change : moves.all()) {
      if (moves.passes(List.of(change))) {
        singles.add(search.candidate(List.of(change)));
      }
    }
  }

  /// Searches.
  ///
  /// @param text of a scenario that can be read
  /// @param cancellation ends the search soon after it is triggered
  /// @throws IllegalArgumentException if the target asks for more years than the scenario has, or
  ///   the text has an alias, so that a changed agreement cannot be written into it
  public static RepairOutcome run(
      ScenarioText text,
      Target target,
      RepairOptions options,
      RepairListener listener,
      Cancellation cancellation) {
    try {
      return new RepairSearch(text, target, options, listener, cancellation).run();
    } catch (CancellationException canceled) {
      return new RepairOutcome.Interrupted();
    }
  }

  /// All changes that can be drafted, alone or beside one other.
  private Moves draftable(ClauseCheck check) {
    var all = new Moves(scenario, check, Levers.of(scenario));
    var kept = all.all().stream().filter(c -> companion(all, c) != null).toList();
    return new Moves(scenario, check, kept);
  }

  private static @Nullable List<Change> companion(Moves moves, Change change) {
    if (moves.passes(List.of(change))) {
      return List.of(change);
    }
    for (var other : moves.all()) {
      var pair = moves.ordered(new LinkedHashSet<>(List.of(change, other)));
      if (pair != null && moves.passes(List.of(other)) && moves.passes(pair)) {
        return pair;
      }
    }
    return null;
  }

  /// For every change a set with it that can be drafted.
  private Stream<List<Change>> companions() {
    return moves.all().stream()
        .map(c -> companion(moves, c))
        .flatMap(c -> c == null ? Stream.of() : Stream.of(c));
  }

  /// Worlds that know of every number some candidate rests on.
  private Table worlds(List<@Nullable Agreement> agreements, int worlds, long seed) {
    var estimates = VariantSolver.estimates(scenario, agreements).values();
    var uncertainties = Uncertainties.of(scenario, estimates);
    return new Design(
            uncertainties,
            Uncertainties.together(scenario, uncertainties),
            Sampling.SOBOL,
            worlds,
            seed)
        .sample();
  }

  private Trials trials(Table worlds, Cancellation cancellation) {
    return new Trials(scenario, target, options, worlds, cancellation);
  }

  private RepairOutcome run() {
    for (var sample : List.of(search, fresh)) {
      var reference = List.of(sample.draft(), sample.refusal());
      sample.run(reference, sample.worlds(), "as drafted", listener);
      if (sample.measured(sample.draft(), sample.worlds()) == null) {
        return new RepairOutcome.NotSolved(reason(reference));
      }
    }
    var front = new FrontSearch(scenario, search, moves, options, listener);
    var draft = repair(search.draft());
    if (draft.found().reaches(target) && draft.verdict() == Repair.Verdict.HOLDS) {
      return done(draft, List.of(), List.of(), front, null);
    }
    var race = new SingleSearch(search, target, listener);
    var finished = race.race(singles);
    var confirmed = confirmed(race.smallest(finished));
    if (options.combinations() > 0) {
      front.run(singles);
    }
    var combined = verified(front.front(target));
    boolean reached =
        Stream.concat(confirmed.stream(), combined.stream())
            .anyMatch(r -> r.found().reaches(target) && r.verdict() == Repair.Verdict.HOLDS);
    var closest = reached ? null : closest(finished, front.tried());
    return done(draft, confirmed, combined, front, closest);
  }

  private static String reason(List<Candidate> reference) {
    for (var candidate : reference) {
      var reason = candidate.reason();
      if (reason != null) {
        return reason;
      }
    }
    throw new IllegalStateException("there is no common world, and yet no failure");
  }

  /// Verifies in order of size until enough hold.
  private List<Repair> confirmed(List<Candidate> smallest) {
    var repairs = new ArrayList<Repair>();
    int held = 0;
    for (var candidate : smallest.stream().limit(MOST_VERIFIED).toList()) {
      if (held == WANTED) {
        break;
      }
      var repair = verified(List.of(candidate)).getFirst();
      held += repair.verdict() == Repair.Verdict.HOLDS ? 1 : 0;
      repairs.add(repair);
    }
    return repairs;
  }

  private List<Repair> verified(List<Candidate> candidates) {
    var again = candidates.stream().map(c -> fresh.candidate(c.changes())).toList();
    fresh.run(again, fresh.worlds(), "verifying", listener);
    return candidates.stream().map(this::repair).toList();
  }

  private Repair repair(Candidate candidate) {
    var found = search.measured(candidate, search.worlds());
    if (found == null) {
      throw new IllegalStateException("a repair without an answer was chosen");
    }
    var again = fresh.candidate(candidate.changes());
    var seen = again.tried() == fresh.worlds() ? fresh.measured(again, fresh.worlds()) : null;
    return new Repair(
        candidate.changes(), search.cost(found), found, seen, Repair.Verdict.of(seen, target));
  }

  /// What lasts long enough and lacks least consent; if nothing lasts so long, what is most
  /// durable.
  private @Nullable Repair closest(List<Candidate> finished, List<Candidate> combined) {
    var pool = new LinkedHashSet<>(finished);
    pool.addAll(combined);
    pool.remove(search.draft());
    int common = Math.min(FrontSearch.MOST_WORLDS, search.worlds());
    var nearest =
        pool.stream()
            .filter(c -> search.measured(c, common) != null)
            .sorted(byDistance(common))
            .limit(NEAREST)
            .toList();
    if (nearest.isEmpty()) {
      return null;
    }
    search.run(nearest, search.worlds(), "comparing", listener);
    var last = nearest.stream().sorted(byDistance(search.worlds())).limit(1).toList();
    return verified(last).getFirst();
  }

  private Comparator<Candidate> byDistance(int upTo) {
    return Comparator.comparingDouble(c -> {
      var measured = search.measured(c, upTo);
      if (measured == null) {
        return Double.POSITIVE_INFINITY;
      }
      return measured.endures(target)
          ? Math.min(measured.shortfall(), 1) - FAR
          : -measured.durability();
    });
  }

  private RepairOutcome done(
      Repair draft,
      List<Repair> confirmed,
      List<Repair> combined,
      FrontSearch front,
      @Nullable Repair closest) {
    var held = confirmed.stream().filter(r -> r.verdict() == Repair.Verdict.HOLDS).toList();
    var effort =
        new RepairFindings.Effort(
            singles.size(),
            (int)
                singles.stream().filter(c -> c.tried() > 0 && c.tried() < search.worlds()).count(),
            front.combinations(),
            search.worlds(),
            front.worlds(),
            fresh.worlds(),
            search.experiments() + fresh.experiments());
    return new RepairOutcome.Done(
        new RepairFindings(
            scenario,
            target,
            draft,
            held,
            confirmed.stream().filter(r -> !held.contains(r)).toList(),
            combined,
            closest,
            closest == null ? null : binding(closest),
            effort,
            failures()));
  }

  private Binding binding(Repair closest) {
    var found = closest.found();
    var seen = closest.fresh();
    var measured = found.reaches(target) && seen != null ? seen : found;
    var refusing = measured.refusing();
    return measured.endures(target) && refusing != null
        ? new Binding.Participation(refusing)
        : new Binding.Durability(measured.reaching().value());
  }

  private List<RepairFindings.Failure> failures() {
    return Stream.of(search, fresh)
        .flatMap(t -> t.all().stream())
        .flatMap(c -> {
          var reason = c.reason();
          return reason == null
              ? Stream.of()
              : Stream.of(new RepairFindings.Failure(c.words(), c.unsolved(c.tried()), reason));
        })
        .toList();
  }
}
