package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.play.PlayListener;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.Spot;
import org.servanda.model.compile.State.Arsenal;

/// How often things happen: demands, concessions, build-ups, nuclear arms, conquest, guarantors
/// that stay out.
final class RateMeasure implements PlayListener {
  private final Codebook codebook;
  private final double yearsPerPeriod;
  private final Map<Integer, Map<Happening, Double>> counts = new TreeMap<>();
  private final Map<Integer, Double> armed = new TreeMap<>();
  private double years;

  RateMeasure(Codebook codebook, double yearsPerPeriod) {
    this.codebook = codebook;
    this.yearsPerPeriod = yearsPerPeriod;
  }

  @Override
  public void visit(
      int period, int position, double[] beliefs, double mass, double[] sigma, double[] outcomes) {
    var spot = codebook.spots().get(position);
    if (spot instanceof Spot.Events) {
      years += mass * yearsPerPeriod;
    }
    var meanings = codebook.meanings().get(position);
    for (int o = 0; o < meanings.size(); o++) {
      var meaning = meanings.get(o);
      if (outcomes[o] > 0 && meaning.actor() < codebook.players()) {
        double flow = mass * outcomes[o];
        counts
            .computeIfAbsent(meaning.actor(), _ -> new TreeMap<>())
            .merge(meaning.happening(), flow, Double::sum);
        if (completes(spot, meaning.happening())) {
          armed.merge(meaning.actor(), flow, Double::sum);
        }
      }
    }
  }

  /// Whether a step on the way to nuclear arms is the last one.
  static boolean completes(Spot spot, Happening happening) {
    boolean step =
        happening == Happening.NUCLEAR_ADVANCED || happening == Happening.NUCLEAR_BREAKOUT;
    return step
        && spot instanceof Spot.MoveOf(var state, int principal)
        && state.arms(principal) == Arsenal.THRESHOLD;
  }

  /// {@return rates of what was seen, in the order of players}
  List<Assessment.Rate> rates() {
    var rates = new ArrayList<Assessment.Rate>();
    counts.forEach((player, seen) -> addRates(rates, player, seen));
    return rates;
  }

  private void addRates(List<Assessment.Rate> rates, int player, Map<Happening, Double> seen) {
    String name = codebook.names().get(player);
    add(rates, Narrator.says(name, "raises a demand"), seen.get(Happening.DEMANDED), null);
    add(rates, Narrator.says(name, "grants a demand"), seen.get(Happening.CONCEDED), null);
    add(rates, Narrator.says(name, "builds up openly"), seen.get(Happening.BUILT), null);
    add(
        rates,
        Narrator.says(name, "applies for membership"),
        sum(seen, Happening.APPLIED, Happening.APPLIED_IN_BREACH),
        null);
    Double conquers = seen.get(Happening.PREVAILED);
    add(rates, Narrator.says(name, "prevails in war"), conquers, conquers);
    Double arms = armed.get(player);
    add(rates, Narrator.says(name, "becomes nuclear-armed"), arms, arms);
    Double staysOut = seen.get(Happening.ABSTAINED);
    Double called = sum(seen, Happening.ABSTAINED, Happening.FOUGHT, Happening.SUPPLIED);
    if (called != null && called > 0) {
      double share = (staysOut == null ? 0 : staysOut) / called;
      rates.add(
          new Assessment.Rate(Narrator.says(name, "stays out when called"), called / years, share));
    }
  }

  private static @Nullable Double sum(Map<Happening, Double> seen, Happening... kinds) {
    double sum = 0;
    for (Happening kind : kinds) {
      sum += seen.getOrDefault(kind, 0.0);
    }
    return sum > 0 ? sum : null;
  }

  private void add(
      List<Assessment.Rate> rates, String name, @Nullable Double count, @Nullable Double ever) {
    if (count != null) {
      rates.add(new Assessment.Rate(name, count / years, ever));
    }
  }
}
