package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovGameBuilder;
import org.servanda.engine.markov.MarkovProfile;
import org.servanda.gamefile.GameFile;

/// A game played for a number of steps, as a game with a state for every step and state that can be
/// reached by then.
final class Unrolled {
  private static final int MOST_PROFILES = 2_000_000;

  private final MarkovGame base;
  private final int horizon;
  private final List<SequencedMap<Integer, Integer>> layers = new ArrayList<>();
  private final MarkovGame game;

  private Unrolled(GameFile.States file, int horizon) {
    this.base = file.game();
    this.horizon = horizon;
    reach(file.initialState());
    this.game = build();
  }

  /// Unrolls.
  ///
  /// @throws IllegalArgumentException if the game becomes too large
  static Unrolled of(GameFile.States file, int horizon) {
    return new Unrolled(file, horizon);
  }

  /// The game; its first state is the initial one.
  MarkovGame game() {
    return game;
  }

  /// How many steps are played.
  int horizon() {
    return horizon;
  }

  private void reach(int initial) {
    int states = 0;
    long profiles = 0;
    SequencedMap<Integer, Integer> layer = new LinkedHashMap<>();
    layer.put(initial, states++);
    while (layers.size() < horizon && !layer.isEmpty()) {
      layers.add(layer);
      SequencedMap<Integer, Integer> next = new LinkedHashMap<>();
      for (int s : layer.keySet()) {
        profiles += base.profiles(s);
        if (profiles > MOST_PROFILES) {
          throw new IllegalArgumentException(
              "over %s the game has more than %,d joint profiles\nTry: a shorter --horizon"
                  .formatted(Figures.count(horizon, "step"), MOST_PROFILES));
        }
        states = layers.size() < horizon ? successors(s, next, states) : states;
      }
      layer = next;
    }
  }

  private int successors(int s, SequencedMap<Integer, Integer> next, int states) {
    int count = states;
    for (int k = 0; k < base.profiles(s); k++) {
      for (int j = 0; j < base.successors(s, k); j++) {
        if (next.putIfAbsent(base.successor(s, k, j), count) == null) {
          count++;
        }
      }
    }
    return count;
  }

  private MarkovGame build() {
    int players = base.players();
    var names = new ArrayList<String>();
    var discount = new double[players];
    for (int i = 0; i < players; i++) {
      names.add(base.player(i));
      discount[i] = base.discount(i);
    }
    var builder = MarkovGame.builder(names, discount);
    for (int step = 0; step < layers.size(); step++) {
      for (int s : layers.get(step).keySet()) {
        builder.state("step %d: %s".formatted(step + 1, base.state(s)), actions(s));
      }
    }
    for (int step = 0; step < layers.size(); step++) {
      for (var place : layers.get(step).entrySet()) {
        profiles(builder, step, place.getKey(), place.getValue());
      }
    }
    return builder.build();
  }

  private List<List<String>> actions(int s) {
    var all = new ArrayList<List<String>>();
    for (int i = 0; i < base.players(); i++) {
      var own = new ArrayList<String>();
      for (int a = 0; a < base.actions(s, i); a++) {
        own.add(base.action(s, i, a));
      }
      all.add(own);
    }
    return all;
  }

  private void profiles(MarkovGameBuilder builder, int step, int s, int state) {
    var action = new int[base.players()];
    for (int k = 0; k < base.profiles(s); k++) {
      var payoffs = new double[action.length];
      for (int i = 0; i < payoffs.length; i++) {
        payoffs[i] = base.payoff(s, k, i);
      }
      int successors = step + 1 < layers.size() ? base.successors(s, k) : 0;
      var next = new int[successors];
      var probabilities = new double[successors];
      for (int j = 0; j < successors; j++) {
        next[j] = Objects.requireNonNull(layers.get(step + 1).get(base.successor(s, k, j)));
        probabilities[j] = base.probability(s, k, j);
      }
      builder.profile(state, action, payoffs, next, probabilities);
      for (int i = action.length - 1; i >= 0 && ++action[i] == base.actions(s, i); i--) {
        action[i] = 0;
      }
    }
  }

  /// Play step by step, and everybody's value at the start.
  SequencedMap<String, @Nullable Object> play(MarkovProfile play) {
    var values = object();
    double sum = 0;
    for (int i = 0; i < base.players(); i++) {
      values.put(base.player(i), play.value(0, i));
      sum += play.value(0, i);
    }
    var steps = new ArrayList<List<SequencedMap<String, @Nullable Object>>>();
    for (var layer : layers) {
      var step = new ArrayList<SequencedMap<String, @Nullable Object>>();
      layer.forEach((s, place) -> step.add(state(play, s, place)));
      steps.add(step);
    }
    int initial = layers.getFirst().firstEntry().getKey();
    return object(
        "initial_state", initial,
        "horizon", horizon,
        "values", values,
        "sum", sum,
        "steps", steps);
  }

  private SequencedMap<String, @Nullable Object> state(MarkovProfile play, int s, int place) {
    var strategies = new ArrayList<List<Double>>();
    var values = new ArrayList<Double>();
    for (int i = 0; i < base.players(); i++) {
      var own = new ArrayList<Double>();
      for (int a = 0; a < base.actions(s, i); a++) {
        own.add(play.probability(place, i, a));
      }
      strategies.add(own);
      values.add(play.value(place, i));
    }
    return object("state", s, "strategies", strategies, "values", values);
  }
}
