package org.servanda.model.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Timing;
import org.servanda.model.effect.Move;

/// A position in the making: outcomes with their meanings, each outcome once.
final class Draft {
  /// Payoffs do not tell outcomes apart, so that a game with other payoffs has the same outcomes.
  private record Seen(int successor, Timing timing, Meaning meaning, int variant) {}

  private final Map<Seen, Integer> index = new LinkedHashMap<>();
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Map<Integer, Double>> lotteries = new ArrayList<>();
  private final List<Payoffs> own = new ArrayList<>();
  private final List<String> names = new ArrayList<>();

  /// Starts an action; what follows adds to its lottery.
  Draft action(String name, Payoffs ownPayoffs) {
    names.add(name);
    own.add(ownPayoffs);
    lotteries.add(new LinkedHashMap<>());
    return this;
  }

  Draft action(Move move, Payoffs ownPayoffs) {
    return action(move.words(), ownPayoffs);
  }

  /// Adds probability of an outcome to the current action; nothing when it is 0.
  Draft with(double probability, Outcome outcome, Meaning meaning) {
    return with(probability, outcome, meaning, 0);
  }

  /// Adds probability of an outcome that differs from others only in what it pays.
  ///
  /// @param variant tells such outcomes apart
  Draft with(double probability, Outcome outcome, Meaning meaning, int variant) {
    if (probability > 0) {
      var seen = new Seen(outcome.successor(), outcome.timing(), meaning, variant);
      int place = index.computeIfAbsent(seen, _ -> index.size());
      if (place == outcomes.size()) {
        outcomes.add(outcome);
      }
      lotteries.getLast().merge(place, probability, Double::sum);
    }
    return this;
  }

  private Lottery lottery(Map<Integer, Double> weights) {
    var p = new double[index.size()];
    double sum = 0;
    for (double weight : weights.values()) {
      sum += weight;
    }
    for (var weight : weights.entrySet()) {
      p[weight.getKey()] = weight.getValue() / sum;
    }
    return Lottery.of(p);
  }

  List<Meaning> meanings() {
    return index.keySet().stream().map(Seen::meaning).toList();
  }

  List<String> names() {
    return List.copyOf(names);
  }

  Decision decision(int mover) {
    var actions = new ArrayList<Action>();
    for (int a = 0; a < names.size(); a++) {
      actions.add(new Action(lottery(lotteries.get(a)), own.get(a)));
    }
    return new Decision(mover, outcomes, actions);
  }

  /// A chance position: each action drafted is the lottery of one period, or the only one of all.
  Chance chance() {
    return new Chance(outcomes, lotteries.stream().map(this::lottery).toList());
  }
}
