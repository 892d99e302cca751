package org.servanda.study.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.servanda.study.statistic.Share;

/// Races all changes of one clause against the target, in the same worlds.
///
/// After 8, 16, 32, ... worlds a change is dropped if it can no longer reach the target in these
/// worlds, or if the upper end of the exact interval of its share, which covers 98 of 100 samples,
/// lies below the target. The most durable ones stay in any case, to say what came closest.
final class SingleSearch {
  private static final int FIRST = 8;
  private static final int KEPT = 3;
  private static final double RACE_LEVEL = 0.98;

  private final Trials trials;
  private final Target target;
  private final RepairListener listener;

  SingleSearch(Trials trials, Target target, RepairListener listener) {
    this.trials = trials;
    this.target = target;
    this.listener = listener;
  }

  /// Tries all changes, and says which were tried in all worlds.
  List<Candidate> race(List<Candidate> all) {
    List<Candidate> racing = all;
    for (int n = FIRST; n < trials.worlds() && !racing.isEmpty(); n *= 2) {
      trials.run(racing, n, "trying clauses", listener);
      racing = left(racing, n);
    }
    trials.run(racing, trials.worlds(), "trying clauses", listener);
    return racing;
  }

  private List<Candidate> left(List<Candidate> racing, int n) {
    var best =
        racing.stream()
            .sorted(Comparator.comparingDouble(c -> -durability(c, n)))
            .limit(KEPT)
            .toList();
    return racing.stream().filter(c -> best.contains(c) || mayReach(c, n)).toList();
  }

  private boolean mayReach(Candidate candidate, int n) {
    int hits = candidate.reaching(target, n);
    boolean possible = hits + trials.worlds() - n >= target.needed(trials.worlds());
    return possible && Share.of(hits, n, RACE_LEVEL).exact().high() >= target.share();
  }

  /// Share of worlds that reach the survival; among equal shares, mean survival decides.
  private double durability(Candidate candidate, int n) {
    var measured = trials.measured(candidate, n);
    return measured == null ? -1 : measured.durability();
  }

  /// {@return those that reach the target with everybody's consent: of each lever the one with
  /// fewest steps, in order of steps, then of cost to guarantors}
  List<Candidate> smallest(List<Candidate> finished) {
    Map<String, Candidate> byLever = new LinkedHashMap<>();
    for (var candidate : bySize(finished)) {
      var measured = trials.measured(candidate, trials.worlds());
      if (measured != null && measured.reaches(target)) {
        byLever.putIfAbsent(candidate.changes().getFirst().lever(), candidate);
      }
    }
    return List.copyOf(byLever.values());
  }

  private List<Candidate> bySize(List<Candidate> candidates) {
    var sorted = new ArrayList<>(candidates);
    sorted.sort(Comparator.comparingInt(Candidate::steps).thenComparingDouble(this::cost));
    return sorted;
  }

  private double cost(Candidate candidate) {
    var measured = trials.measured(candidate, candidate.tried());
    return measured == null ? 0 : trials.cost(measured);
  }
}
