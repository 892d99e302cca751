package org.servanda.engine.equilibrium;

import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.response.JointMove;

/// Turns decisions and simultaneous positions into joint moves.
final class JointMoves {
  private JointMoves() {}

  static JointMove of(StochasticGame game, Decision decision) {
    var types = game.types();
    int outcomes = decision.outcomes().size();
    int actions = decision.actions().size();
    var lottery = new double[actions * outcomes];
    for (int a = 0; a < actions; a++) {
      for (int o = 0; o < outcomes; o++) {
        lottery[a * outcomes + o] = decision.actions().get(a).lottery().at(o);
      }
    }
    int i = decision.mover();
    return new JointMove(
        new int[] {i},
        new int[] {types.types(i)},
        new int[] {actions},
        new double[] {game.precision(i)},
        outcomes,
        lottery);
  }

  static JointMove of(StochasticGame game, Simultaneous simultaneous) {
    var types = game.types();
    int movers = simultaneous.movers().size();
    var players = new int[movers];
    var typeCounts = new int[movers];
    var actions = new int[movers];
    var precisions = new double[movers];
    for (int m = 0; m < movers; m++) {
      players[m] = simultaneous.movers().get(m).player();
      typeCounts[m] = types.types(players[m]);
      actions[m] = simultaneous.movers().get(m).actions();
      precisions[m] = game.precision(players[m]);
    }
    int outcomes = simultaneous.outcomes().size();
    var lottery = new double[simultaneous.joint().size() * outcomes];
    for (int j = 0; j < simultaneous.joint().size(); j++) {
      for (int o = 0; o < outcomes; o++) {
        lottery[j * outcomes + o] = simultaneous.joint().get(j).at(o);
      }
    }
    return new JointMove(players, typeCounts, actions, precisions, outcomes, lottery);
  }
}
