package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.play.PlayListener;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Spot;

/// The slack of compliance along likely histories, and the moves that matter most.
///
/// In equilibrium the log odds of two actions are the precision times the difference of their
/// worth, so the slack of compliance over the best deviation is read off the strategy itself.
final class MarginMeasure implements PlayListener {
  /// Histories less likely than this are left out of the smallest slack.
  private static final double LIKELY = 0.01;

  /// Beliefs below this leave a type out: it is hardly there.
  private static final double BELIEVED = 0.01;

  /// A move that matters: where, by whom, and how much of the breaking it accounts for.
  ///
  /// @param beliefs flat
  record Moment(
      int period,
      int position,
      List<Double> beliefs,
      int player,
      int type,
      double reached,
      double weight) {}

  private record Slack(
      int player, int type, double slack, String deviation, int position, int period) {}

  private final Codebook codebook;
  private final StochasticGame game;
  private final Map<Integer, Slack> smallest = new TreeMap<>();
  private final Map<Integer, Moment> heaviest = new TreeMap<>();

  MarginMeasure(Codebook codebook, StochasticGame game) {
    this.codebook = codebook;
    this.game = game;
  }

  @Override
  public void visit(
      int period, int position, double[] beliefs, double mass, double[] sigma, double[] outcomes) {
    if (!(codebook.spots().get(position) instanceof Spot.MoveOf(var state, int player))
        || !(state.standing().binds() || codebook.signature() == Codebook.Signature.REFUSED)) {
      return;
    }
    var actions = codebook.actions().get(position);
    for (int k = 0; k < game.types().types(player); k++) {
      int v = game.types().valueFunction(player, k);
      if (beliefs[v] >= BELIEVED) {
        int best = bestDeviation(sigma, k, actions.size());
        watchSlack(period, position, mass, sigma, player, k, best);
        watchWeight(period, position, beliefs, mass, sigma, player, k);
      }
    }
  }

  private static int bestDeviation(double[] sigma, int type, int actions) {
    int best = 1;
    for (int a = 2; a < actions; a++) {
      if (sigma[type * actions + a] > sigma[type * actions + best]) {
        best = a;
      }
    }
    return best;
  }

  private void watchSlack(
      int period, int position, double mass, double[] sigma, int player, int type, int best) {
    double precision = game.precision(player);
    if (mass < LIKELY || !(precision > 0)) {
      return;
    }
    var names = codebook.actions().get(position);
    int offset = type * names.size();
    double slack = (Math.log(sigma[offset]) - Math.log(sigma[offset + best])) / precision;
    int v = game.types().valueFunction(player, type);
    var known = smallest.get(v);
    if (known == null || slack < known.slack()) {
      smallest.put(v, new Slack(player, type, slack, names.get(best), position, period));
    }
  }

  /// The heaviest move is the one through which most of the breaking flows.
  private void watchWeight(
      int period,
      int position,
      double[] beliefs,
      double mass,
      double[] sigma,
      int player,
      int type) {
    int v = game.types().valueFunction(player, type);
    int actions = codebook.actions().get(position).size();
    double stops = 0;
    for (int a = 0; a < actions; a++) {
      stops += sigma[type * actions + a] * stopProbability(position, a);
    }
    double weight = mass * beliefs[v] * stops;
    var known = heaviest.get(v);
    if (known == null || weight > known.weight()) {
      heaviest.put(
          v,
          new Moment(
              period,
              position,
              Arrays.stream(beliefs).boxed().toList(),
              player,
              type,
              mass * beliefs[v],
              weight));
    }
  }

  private double stopProbability(int position, int action) {
    var decision = (org.servanda.engine.game.Decision) game.position(position);
    var lottery = decision.actions().get(action).lottery();
    var meanings = codebook.meanings().get(position);
    double p = 0;
    for (int o = 0; o < meanings.size(); o++) {
      if (!meanings.get(o).stops().isEmpty()) {
        p += lottery.at(o);
      }
    }
    return p;
  }

  /// {@return the smallest slack per party and disposition}
  List<Assessment.Margin> margins(java.util.function.IntFunction<String> dates) {
    var narrator = new Narrator(codebook);
    var margins = new ArrayList<Assessment.Margin>();
    smallest
        .values()
        .forEach(slack -> {
          var spot = (Spot.MoveOf) codebook.spots().get(slack.position());
          margins.add(
              new Assessment.Margin(
                  codebook.parties().get(slack.player()),
                  codebook.types().get(slack.player()).get(slack.type()).word(),
                  slack.slack(),
                  slack.deviation(),
                  dates.apply(slack.period()) + ": " + narrator.situation(spot.state())));
        });
    return margins;
  }

  /// {@return the moves through which most of the breaking flows, heaviest first}
  List<Moment> moments() {
    return heaviest.values().stream()
        .sorted(Comparator.comparingDouble(Moment::weight).reversed())
        .toList();
  }
}
