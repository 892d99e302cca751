package org.servanda.engine.markov;

import java.util.List;

/// A finite stochastic game in which everybody sees the state.
///
/// In each state every player picks one of its actions, all at once; the joint profile gives each
/// player a payoff and a lottery over successor states. A player with one action has nothing to
/// decide, so that moves in turn are a special case. A profile without successors ends play: a game
/// in strategic form is one state in which every profile does.
///
/// Profiles of a state are numbered row-major over the players' actions, the last player fastest.
///
/// @source Shapley (1953)
public final class MarkovGame {
  private final List<String> players;
  private final double[] discount;
  private final List<String> names;
  private final List<List<List<String>>> actions;
  private final int[] firstProfile;
  private final double[] payoffs;
  private final int[] firstSuccessor;
  private final int[] successors;
  private final double[] probabilities;

  MarkovGame(MarkovGameBuilder draft, int[] firstProfile, MarkovGameBuilder.Flat flat) {
    this.players = draft.players;
    this.discount = draft.discount;
    this.names = List.copyOf(draft.names);
    this.actions = List.copyOf(draft.actions);
    this.firstProfile = firstProfile;
    this.payoffs = flat.payoffs;
    this.firstSuccessor = flat.firstSuccessor;
    this.successors = flat.successors;
    this.probabilities = flat.probabilities;
  }

  /// Begins a game.
  ///
  /// @param players names in order, at least one
  /// @param discount weight of the next step's values, shape `[players]`, each in [0, 1]
  /// @throws IllegalArgumentException if there is no player, or a discount is missing or outside
  ///   [0, 1]
  public static MarkovGameBuilder builder(List<String> players, double... discount) {
    return new MarkovGameBuilder(players, discount);
  }

  /// Returns the number of players.
  public int players() {
    return players.size();
  }

  /// Returns the name of a player.
  public String player(int player) {
    return players.get(player);
  }

  /// Returns the weight of the next step's values for a player, in [0, 1].
  public double discount(int player) {
    return discount[player];
  }

  /// Returns the number of states.
  public int states() {
    return names.size();
  }

  /// Returns the name of a state; names may repeat.
  public String state(int state) {
    return names.get(state);
  }

  /// Returns the number of actions of a player in a state, at least 1.
  public int actions(int state, int player) {
    return actions.get(state).get(player).size();
  }

  /// Returns the label of an action; labels may repeat.
  public String action(int state, int player, int action) {
    return actions.get(state).get(player).get(action);
  }

  /// Returns the number of joint profiles of a state: the product of the numbers of actions.
  public int profiles(int state) {
    return firstProfile[state + 1] - firstProfile[state];
  }

  /// Returns the payoff of a joint profile now, in utility, finite.
  public double payoff(int state, int profile, int player) {
    return payoffs[(firstProfile[state] + profile) * players.size() + player];
  }

  /// Returns how many successors a joint profile lists; 0 if play ends.
  public int successors(int state, int profile) {
    int row = firstProfile[state] + profile;
    return firstSuccessor[row + 1] - firstSuccessor[row];
  }

  /// Returns the state of the `k`-th successor of a joint profile.
  public int successor(int state, int profile, int k) {
    return successors[firstSuccessor[firstProfile[state] + profile] + k];
  }

  /// Returns the probability of the `k`-th successor of a joint profile, in (0, 1].
  public double probability(int state, int profile, int k) {
    return probabilities[firstSuccessor[firstProfile[state] + profile] + k];
  }

  /// Returns the number of joint profiles of all states together.
  public int profiles() {
    return firstProfile[names.size()];
  }

  /// Returns the number of listed successors of all joint profiles together.
  public int successors() {
    return successors.length;
  }

  /// First joint profile of each state; shape `[states + 1]`, not to be changed.
  int[] firstProfile() {
    return firstProfile;
  }

  /// Payoffs; shape `[profiles][players]`, not to be changed.
  double[] payoffs() {
    return payoffs;
  }

  /// First listed successor of each joint profile; shape `[profiles + 1]`, not to be changed.
  int[] firstSuccessor() {
    return firstSuccessor;
  }

  /// Successor states; shape `[successors]`, not to be changed.
  int[] successorStates() {
    return successors;
  }

  /// Probabilities of the successors; shape `[successors]`, not to be changed.
  double[] successorProbabilities() {
    return probabilities;
  }
}
