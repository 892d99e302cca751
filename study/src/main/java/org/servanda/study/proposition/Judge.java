package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.study.finding.Band;
import org.servanda.study.proposition.Verdict.OfAccord;
import org.servanda.study.proposition.Verdict.Ruling;
import org.servanda.study.proposition.Verdict.Spread;
import org.servanda.study.statistic.Share;

/// Says how a proposition fared.
///
/// The accords are those of the file, not a sample of accords; so intervals are about the worlds of
/// these accords only. Wilson's interval for independent worlds is used. Every accord has the same
/// number of worlds, evenly spread, which makes the true spread smaller: the interval is on the
/// safe side. How much accords differ is told beside it, accord by accord.
public final class Judge {
  private static final double LEVEL = 0.95;

  private Judge() {}

  /// {@return the verdict on a proposition}
  ///
  /// @param evidence one per accord
  /// @param seed for intervals of drivers
  public static Verdict verdict(Proposition proposition, List<Evidence> evidence, long seed) {
    var criterion = proposition.criterion();
    var all = new ArrayList<Double>();
    var accords = new ArrayList<OfAccord>();
    var failures = new ArrayList<Evidence.Failure>();
    int worlds = 0;
    for (var one : evidence) {
      var solved = solved(one);
      var holds = holding(criterion, solved);
      accords.add(new OfAccord(one.accord(), ruling(holds), holds, band(solved)));
      all.addAll(solved);
      failures.addAll(one.failures());
      worlds += one.worlds();
    }
    var holds = holding(criterion, all);
    var drivers = Deciders.of(evidence, seed);
    var first = drivers.isEmpty() ? null : drivers.getFirst();
    return new Verdict(
        proposition,
        ruling(holds),
        spread(accords),
        holds,
        reversed(criterion, all),
        band(all),
        accords,
        drivers,
        first == null ? null : Flips.along(first.name(), evidence, criterion),
        failures,
        worlds - all.size());
  }

  private static List<Double> solved(Evidence evidence) {
    var solved = new ArrayList<Double>();
    for (Double effect : evidence.effects()) {
      if (effect != null) {
        solved.add(effect);
      }
    }
    return solved;
  }

  private static @Nullable Share holding(Criterion criterion, List<Double> effects) {
    int hits = (int) effects.stream().filter(criterion::holds).count();
    return effects.isEmpty() ? null : Share.of(hits, effects.size(), LEVEL);
  }

  private static @Nullable Share reversed(Criterion criterion, List<Double> effects) {
    int hits = (int) effects.stream().filter(criterion::reversed).count();
    return effects.isEmpty() || criterion.holds(0) ? null : Share.of(hits, effects.size(), LEVEL);
  }

  private static @Nullable Band band(List<Double> effects) {
    return Band.of(effects.stream().mapToDouble(e -> e).toArray());
  }

  private static Ruling ruling(@Nullable Share holds) {
    if (holds == null) {
      return Ruling.UNSOLVED;
    }
    if (holds.wilson().low() > 0.5) {
      return Ruling.HOLDS;
    }
    return holds.wilson().high() < 0.5 ? Ruling.FAILS : Ruling.OPEN;
  }

  private static Spread spread(List<OfAccord> accords) {
    boolean holds = accords.stream().anyMatch(a -> a.ruling() == Ruling.HOLDS);
    boolean fails = accords.stream().anyMatch(a -> a.ruling() == Ruling.FAILS);
    return holds && fails ? Spread.BY_ACCORD : Spread.ALIKE;
  }
}
