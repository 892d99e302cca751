package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovProfile;

/// Play of a stochastic game in the layout of oracle cases.
final class StatesJson {
  private StatesJson() {}

  /// A figure for every action.
  @FunctionalInterface
  interface PerAction {
    /// {@return the figure}
    double at(int state, int player, int action);
  }

  /// Figures by state, player and action.
  static List<List<List<Double>>> byAction(MarkovGame game, PerAction figure) {
    var all = new ArrayList<List<List<Double>>>();
    for (int s = 0; s < game.states(); s++) {
      var state = new ArrayList<List<Double>>();
      for (int i = 0; i < game.players(); i++) {
        var own = new ArrayList<Double>();
        for (int a = 0; a < game.actions(s, i); a++) {
          own.add(figure.at(s, i, a));
        }
        state.add(own);
      }
      all.add(state);
    }
    return all;
  }

  /// Values by state and player.
  static List<List<Double>> values(MarkovProfile play) {
    var game = play.game();
    var all = new ArrayList<List<Double>>();
    for (int s = 0; s < game.states(); s++) {
      var state = new ArrayList<Double>();
      for (int i = 0; i < game.players(); i++) {
        state.add(play.value(s, i));
      }
      all.add(state);
    }
    return all;
  }

  /// All that is said of play in which every action has a probability.
  static SequencedMap<String, @Nullable Object> play(MarkovProfile play) {
    var all = pure(play);
    all.put("log_strategies", byAction(play.game(), play::logProbability));
    all.put("action_values", byAction(play.game(), play::actionValue));
    return all;
  }

  /// What is said of play in which actions may be left out.
  static SequencedMap<String, @Nullable Object> pure(MarkovProfile play) {
    return object("strategies", byAction(play.game(), play::probability), "values", values(play));
  }
}
