package org.servanda.engine.oracle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.Terminal;

/// Strategies and beliefs at every public history, beliefs being exact posteriors from the root on.
final class TreeWalk {
  /// Receives one information set.
  interface Listener {
    void at(String name, double[] strategy, Map<String, Double> beliefs);
  }

  private final ExtensiveGame game;
  private final QuantalResponseEquilibrium equilibrium;
  private final Map<String, double[]> strategies = new LinkedHashMap<>();
  private final Map<String, Map<String, Double>> beliefs = new LinkedHashMap<>();

  TreeWalk(ExtensiveGame game, QuantalResponseEquilibrium equilibrium) {
    this.game = game;
    this.equilibrium = equilibrium;
    walk(game.stochastic.root(), equilibrium.priors());
  }

  void forEachInformationSet(Listener listener) {
    strategies.forEach((name, strategy) -> listener.at(name, strategy, beliefs.get(name)));
  }

  double largestDifference(TreeWalk other) {
    double largest = 0;
    for (var entry : strategies.entrySet()) {
      double[] theirs = other.strategies.get(entry.getKey());
      for (int a = 0; a < theirs.length; a++) {
        largest = Math.max(largest, Math.abs(entry.getValue()[a] - theirs[a]));
      }
    }
    for (var entry : beliefs.entrySet()) {
      for (var belief : entry.getValue().entrySet()) {
        double theirs = other.beliefs.get(entry.getKey()).get(belief.getKey());
        largest = Math.max(largest, Math.abs(belief.getValue() - theirs));
      }
    }
    return largest;
  }

  private void walk(int x, double[] at) {
    var visit = new Visit(game.stochastic.types());
    equilibrium.period(0).visit(x, at, visit);
    game.places()
        .forEach((name, place) -> {
          if (place.position() == x) {
            note(name, place, at, visit);
          }
        });
    var outcomes =
        switch (game.stochastic.position(x)) {
          case Decision decision -> decision.outcomes();
          case Simultaneous simultaneous -> simultaneous.outcomes();
          case Chance chance -> chance.outcomes();
          case Terminal _ -> java.util.List.<org.servanda.engine.game.Outcome>of();
        };
    for (int o = 0; o < outcomes.size(); o++) {
      var after = new double[at.length];
      visit.copyPosterior(o, after);
      walk(outcomes.get(o).successor(), after);
    }
  }

  private void note(String name, ExtensiveGame.Place place, double[] at, Visit visit) {
    var types = game.stochastic.types();
    int from = 0;
    int actions = 0;
    switch (game.stochastic.position(place.position())) {
      case Decision decision -> actions = decision.actions().size();
      case Simultaneous simultaneous -> {
        for (int m = 0; m < place.mover(); m++) {
          var mover = simultaneous.movers().get(m);
          from += types.types(mover.player()) * mover.actions();
        }
        actions = simultaneous.movers().get(place.mover()).actions();
      }
      case Chance _, Terminal _ -> throw new AssertionError(name);
    }
    from += place.type() * actions;
    var strategy = new double[actions];
    for (int a = 0; a < actions; a++) {
      strategy[a] = visit.choice(from + a);
    }
    strategies.put(name, strategy);
    // The mover's belief over profiles that agree with its own type.
    var belief = new HashMap<String, Double>();
    for (String label : game.labels()) {
      int profile = game.profile(label);
      if (types.typeIn(profile, place.player()) == place.type()) {
        double p = 1;
        for (int i = 0; i < types.players(); i++) {
          p *= i == place.player() ? 1 : at[types.valueFunction(i, types.typeIn(profile, i))];
        }
        belief.put(label, p);
      }
    }
    beliefs.put(name, belief);
  }
}
