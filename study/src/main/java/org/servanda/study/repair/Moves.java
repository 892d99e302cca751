package org.servanda.study.repair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;

/// Sets of changes that can be drafted, and random steps between them.
final class Moves {
  /// More clauses than this are another agreement, not a repair.
  static final int MOST_CHANGES = 3;

  private static final int ATTEMPTS = 50;

  private final Scenario scenario;
  private final ClauseCheck check;
  private final List<Change> all;
  private final Map<List<Change>, Boolean> passed = new HashMap<>();

  /// @param all changes, in the order of the levers
  Moves(Scenario scenario, ClauseCheck check, List<Change> all) {
    this.scenario = scenario;
    this.check = check;
    this.all = List.copyOf(all);
  }

  List<Change> all() {
    return all;
  }

  /// {@return whether the draft with these changes passes the checks of a file}
  boolean passes(List<Change> changes) {
    return passed.computeIfAbsent(changes, c -> check.passes(Change.all(c, scenario.agreement())));
  }

  /// {@return the changes in the order of the levers, if no two of them are of one lever or one
  /// clause and there are not too many; absent otherwise}
  @Nullable List<Change> ordered(Set<Change> changes) {
    var levers = new HashSet<String>();
    var clauses = new HashSet<Object>();
    for (var change : changes) {
      var from = change.from();
      if (!levers.add(change.lever()) || (from != null && !clauses.add(from))) {
        return null;
      }
    }
    return changes.size() > MOST_CHANGES ? null : all.stream().filter(changes::contains).toList();
  }

  /// {@return a child of two sets that can be drafted and is not among those seen; absent if none
  /// was met}
  ///
  /// @param promising changes that are put in half of the times
  @Nullable List<Change> child(
      List<Change> mother,
      List<Change> father,
      List<Change> promising,
      Set<List<Change>> seen,
      RandomGenerator random) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var mixed = mutated(crossed(mother, father, random), promising, random);
      var child = ordered(mixed);
      if (child != null && child.size() > 1 && !seen.contains(child) && passes(child)) {
        return child;
      }
    }
    return null;
  }

  /// Each change of either parent is taken with probability one half.
  private static Set<Change> crossed(
      List<Change> mother, List<Change> father, RandomGenerator random) {
    var mixed = new HashSet<Change>();
    for (var parent : List.of(mother, father)) {
      for (var change : parent) {
        if (random.nextBoolean()
            && mixed.stream().noneMatch(c -> c.lever().equals(change.lever()))) {
          mixed.add(change);
        }
      }
    }
    return mixed;
  }

  /// A random change is put in, in place of another of its lever; now and then one is taken out.
  private Set<Change> mutated(Set<Change> mixed, List<Change> promising, RandomGenerator random) {
    var mutated = new ArrayList<>(all.stream().filter(mixed::contains).toList());
    if (!mutated.isEmpty() && random.nextInt(4) == 0) {
      mutated.remove(random.nextInt(mutated.size()));
    }
    while (mutated.size() < 2 || random.nextInt(3) == 0) {
      var pool = promising.isEmpty() || random.nextBoolean() ? all : promising;
      var change = pool.get(random.nextInt(pool.size()));
      mutated.removeIf(c -> c.lever().equals(change.lever()));
      mutated.add(change);
    }
    return new HashSet<>(mutated);
  }
}
