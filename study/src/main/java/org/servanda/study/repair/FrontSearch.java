package org.servanda.study.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.moeaframework.core.Solution;
import org.moeaframework.core.comparator.NondominatedSortingComparator;
import org.moeaframework.core.constraint.LessThanOrEqual;
import org.moeaframework.core.population.NondominatedPopulation;
import org.moeaframework.core.population.NondominatedSortingPopulation;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.study.design.Seeds;

/// Looks for combinations of changes that no other beats in everything at once.
///
/// Objectives are durability, cost to the guarantors and the value to each principal; that
/// everybody accepts is a constraint. Ranks and crowding are those of NSGA-II; children come from
/// [Moves], so that every set tried has few changes and can be drafted. No set is tried twice.
///
/// @source Deb, Pratap, Agarwal and Meyarivan (2002), sections III and VI
final class FrontSearch {
  /// Most worlds in which combinations are compared.
  static final int MOST_WORLDS = 16;

  private static final int POPULATION = 16;
  private static final int CHILDREN = 8;
  private static final int PROMISING = 10;
  private static final int SHOWN = 6;
  private static final String PLACE = "place";
  private static final NondominatedSortingComparator BETTER = new NondominatedSortingComparator();

  private final Scenario scenario;
  private final Trials trials;
  private final Moves moves;
  private final RepairOptions options;
  private final RepairListener listener;
  private final int worlds;
  private final RandomGenerator random;
  private final List<Candidate> tried = new ArrayList<>();
  private int combinations;

  FrontSearch(
      Scenario scenario,
      Trials trials,
      Moves moves,
      RepairOptions options,
      RepairListener listener) {
    this.scenario = scenario;
    this.trials = trials;
    this.moves = moves;
    this.options = options;
    this.listener = listener;
    this.worlds = Math.min(MOST_WORLDS, trials.worlds());
    this.random = Seeds.random(Seeds.of(options.seed(), "combinations", 0));
  }

  int worlds() {
    return worlds;
  }

  int combinations() {
    return combinations;
  }

  /// {@return all that was tried in [#worlds()] worlds, the draft first}
  List<Candidate> tried() {
    return List.copyOf(tried);
  }

  /// Tries combinations within the budget.
  ///
  /// @param singles changes of one clause, each tried in some worlds
  void run(List<Candidate> singles) {
    var promising = promising(singles);
    var first = new LinkedHashSet<>(List.of(trials.draft()));
    first.addAll(promising);
    singles.stream().filter(c -> c.tried() >= worlds).forEach(first::add);
    enter(List.copyOf(first));
    var changes = promising.stream().map(c -> c.changes().getFirst()).toList();
    var seen = new HashSet<List<Change>>();
    var population = survivors(new NondominatedSortingPopulation(solutions(tried)));
    while (combinations < options.combinations()) {
      var children = children(population, changes, seen);
      if (children.isEmpty()) {
        return;
      }
      int from = tried.size();
      combinations += children.size();
      enter(children);
      population.addAll(solutions(tried.subList(from, tried.size())));
      population = survivors(population);
    }
  }

  /// The most durable changes, half of them among those that everybody accepts, each of another
  /// lever.
  private List<Candidate> promising(List<Candidate> singles) {
    var tried = singles.stream().filter(c -> c.tried() > 0).toList();
    var levers = new HashSet<String>();
    var promising = new ArrayList<Candidate>();
    add(promising, tried.stream().filter(this::isAccepted).toList(), PROMISING / 2, levers);
    add(promising, tried, PROMISING, levers);
    return promising;
  }

  private void add(List<Candidate> chosen, List<Candidate> from, int upTo, Set<String> levers) {
    from.stream()
        .sorted(Comparator.comparingDouble(this::rank))
        .filter(c -> levers.add(c.changes().getFirst().lever()))
        .limit(Math.max(0, upTo - chosen.size()))
        .forEach(chosen::add);
  }

  private boolean isAccepted(Candidate single) {
    var measured = trials.measured(single, Math.min(single.tried(), worlds));
    return measured != null && measured.accepted();
  }

  private double rank(Candidate single) {
    var measured = trials.measured(single, Math.min(single.tried(), worlds));
    return measured == null ? 1 : -measured.durability();
  }

  private void enter(List<Candidate> candidates) {
    trials.run(candidates, worlds, "combining", listener);
    for (var candidate : candidates) {
      if (trials.measured(candidate, worlds) != null) {
        tried.add(candidate);
      }
    }
  }

  private List<Candidate> children(
      NondominatedSortingPopulation parents, List<Change> promising, HashSet<List<Change>> seen) {
    var children = new LinkedHashSet<Candidate>();
    int wanted = Math.min(CHILDREN, options.combinations() - combinations);
    while (children.size() < wanted) {
      var child = moves.child(parent(parents), parent(parents), promising, seen, random);
      if (child == null) {
        break;
      }
      seen.add(child);
      children.add(trials.candidate(child));
    }
    return List.copyOf(children);
  }

  /// The better of two: of lower rank, or less crowded.
  private List<Change> parent(NondominatedSortingPopulation parents) {
    var one = parents.get(random.nextInt(parents.size()));
    var other = parents.get(random.nextInt(parents.size()));
    return candidate(BETTER.compare(one, other) <= 0 ? one : other).changes();
  }

  private static NondominatedSortingPopulation survivors(NondominatedSortingPopulation all) {
    all.truncate(POPULATION);
    return all;
  }

  private List<Solution> solutions(List<Candidate> candidates) {
    return candidates.stream().map(c -> solution(c, worlds)).toList();
  }

  private Solution solution(Candidate candidate, int upTo) {
    var measured = trials.measured(candidate, upTo);
    if (measured == null) {
      throw new IllegalStateException("a candidate without an answer was entered");
    }
    var solution = new Solution(0, 4, 1);
    solution.setObjectiveValue(0, -measured.durability());
    solution.setObjectiveValue(1, trials.cost(measured));
    solution.setObjectiveValue(2, -measured.party(scenario.first().key()).againstDraft());
    solution.setObjectiveValue(3, -measured.party(scenario.second().key()).againstDraft());
    solution.setConstraint(0, LessThanOrEqual.to(0));
    solution.setConstraintValue(0, measured.shortfall());
    solution.setAttribute(PLACE, tried.indexOf(candidate));
    return solution;
  }

  private Candidate candidate(Solution solution) {
    if (!(solution.getAttribute(PLACE) instanceof Integer place)) {
      throw new IllegalStateException("a solution has lost its place");
    }
    return tried.get(place);
  }

  /// {@return a few of the sets that no other beats and everybody accepts, those that reach the
  /// target first, all tried in all worlds; the draft is left out}
  List<Candidate> front(Target target) {
    var best = undominated(tried, worlds);
    var reaching = best.stream().filter(c -> reaches(c, target)).toList();
    var shown = new ArrayList<>(spread(reaching, SHOWN));
    shown.addAll(
        spread(best.stream().filter(c -> !reaches(c, target)).toList(), SHOWN - shown.size()));
    trials.run(shown, trials.worlds(), "comparing", listener);
    if (tried.contains(trials.draft())) {
      shown.add(trials.draft());
    }
    var front = new ArrayList<>(undominated(shown, trials.worlds()));
    front.remove(trials.draft());
    front.sort(Comparator.comparingDouble(this::durability).reversed());
    return front;
  }

  private double durability(Candidate candidate) {
    var measured = trials.measured(candidate, trials.worlds());
    return measured == null ? -1 : measured.durability();
  }

  private boolean reaches(Candidate candidate, Target target) {
    var measured = trials.measured(candidate, worlds);
    return measured != null && measured.reaches(target);
  }

  /// {@return those that everybody accepts and no other one beats}
  private List<Candidate> undominated(List<Candidate> candidates, int upTo) {
    var best = new NondominatedPopulation();
    for (var candidate : candidates) {
      var measured = trials.measured(candidate, upTo);
      if (measured != null && measured.accepted()) {
        best.add(solution(candidate, upTo));
      }
    }
    var found = new HashSet<Candidate>();
    best.forEach(s -> found.add(candidate(s)));
    return candidates.stream().filter(found::contains).toList();
  }

  /// {@return at most so many, far from each other}
  private List<Candidate> spread(List<Candidate> candidates, int most) {
    if (candidates.size() <= most) {
      return candidates;
    }
    var population = new NondominatedSortingPopulation(solutions(candidates));
    population.truncate(most);
    var left = new HashSet<Candidate>();
    population.forEach(s -> left.add(candidate(s)));
    return candidates.stream().filter(left::contains).toList();
  }
}
