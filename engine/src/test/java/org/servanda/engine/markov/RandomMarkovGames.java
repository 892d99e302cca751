package org.servanda.engine.markov;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// Random stochastic games with payoffs k/10000 and weights over all states.
final class RandomMarkovGames {
  private RandomMarkovGames() {}

  static MarkovGame of(
      RandomGenerator random, int states, int players, int actions, double discount) {
    return make(random, states, players, actions, discount, false);
  }

  static MarkovGame zeroSum(RandomGenerator random, int states, int actions, double discount) {
    return make(random, states, 2, actions, discount, true);
  }

  private static MarkovGame make(
      RandomGenerator random,
      int states,
      int players,
      int actions,
      double discount,
      boolean zeroSum) {
    var names = new ArrayList<String>();
    var discounts = new double[players];
    for (int i = 0; i < players; i++) {
      names.add("p" + i);
      discounts[i] = discount;
    }
    var builder = MarkovGame.builder(names, discounts);
    var labels = Collections.nCopies(players, Collections.nCopies(actions, "a"));
    for (int s = 0; s < states; s++) {
      builder.state("s" + s, List.copyOf(labels));
    }
    int joint = (int) Math.round(StrictMath.pow(actions, players));
    for (int s = 0; s < states; s++) {
      for (int k = 0; k < joint; k++) {
        profile(builder, random, s, k, players, actions, zeroSum);
      }
    }
    return builder.build();
  }

  private static void profile(
      MarkovGameBuilder builder,
      RandomGenerator random,
      int s,
      int k,
      int players,
      int actions,
      boolean zeroSum) {
    var action = new int[players];
    for (int i = players - 1, rest = k; i >= 0; i--, rest /= actions) {
      action[i] = rest % actions;
    }
    var u = new double[players];
    for (int i = 0; i < players; i++) {
      u[i] = zeroSum && i == 1 ? -u[0] : random.nextInt(10_001) / 1e4;
    }
    int states = builder.states();
    var to = new int[states];
    var weights = new double[states];
    double sum = 0;
    for (int t = 0; t < states; t++) {
      to[t] = t;
      weights[t] = random.nextDouble();
      sum += weights[t];
    }
    for (int t = 0; t < states; t++) {
      weights[t] /= sum;
    }
    builder.profile(s, action, u, to, weights);
  }
}
