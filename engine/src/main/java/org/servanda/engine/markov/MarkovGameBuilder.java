package org.servanda.engine.markov;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects the states and joint profiles of a [MarkovGame] and checks them.
public final class MarkovGameBuilder {
  private static final double SUM_TOLERANCE = 1e-9;
  private static final int MOST_PROFILES = 1 << 27;

  final List<String> players;
  final double[] discount;
  final List<String> names = new ArrayList<>();
  final List<List<List<String>>> actions = new ArrayList<>();
  private final List<@Nullable Profile[]> profiles = new ArrayList<>();
  private long profileCount;
  private long successorCount;

  private static final class Profile {
    final double[] payoffs;
    final int[] successors;
    final double[] probabilities;

    Profile(double[] payoffs, int[] successors, double[] probabilities) {
      this.payoffs = payoffs;
      this.successors = successors;
      this.probabilities = probabilities;
    }
  }

  /// The arrays of a finished game.
  static final class Flat {
    final double[] payoffs;
    final int[] firstSuccessor;
    final int[] successors;
    final double[] probabilities;

    Flat(int profiles, int players, int successors) {
      this.payoffs = new double[profiles * players];
      this.firstSuccessor = new int[profiles + 1];
      this.successors = new int[successors];
      this.probabilities = new double[successors];
    }
  }

  MarkovGameBuilder(List<String> players, double... discount) {
    if (players.isEmpty()) {
      throw new IllegalArgumentException(
          "players is an empty list, must name at least 1 player\n"
              + "Try: List.of(\"row\", \"column\")");
    }
    if (discount.length != players.size()) {
      throw new IllegalArgumentException(
          "discount has %d entries, must have %d, one per player\nTry: one number per player"
              .formatted(discount.length, players.size()));
    }
    for (int i = 0; i < discount.length; i++) {
      if (!(discount[i] >= 0 && discount[i] <= 1)) {
        throw new IllegalArgumentException(
            "discount of player %d (%s) is %s, must be from 0 to 1\nTry: 0.95"
                .formatted(i, players.get(i), discount[i]));
      }
    }
    this.players = List.copyOf(players);
    this.discount = discount.clone();
  }

  /// Adds a state and returns its number.
  ///
  /// @param actions labels per player, in the players' order, at least one each
  /// @throws IllegalArgumentException if a player's actions are missing or the joint profiles of
  ///   all states together are more than 134,217,728
  public int state(String name, List<List<String>> actions) {
    int state = names.size();
    if (actions.size() != players.size()) {
      throw new IllegalArgumentException(
          "state %d (%s) has actions for %d players, must be %d\nTry: one list of actions per player"
              .formatted(state, name, actions.size(), players.size()));
    }
    long joint = 1;
    for (int i = 0; i < actions.size(); i++) {
      if (actions.get(i).isEmpty()) {
        throw new IllegalArgumentException(
            "player %d (%s) has no action in state %d (%s), must have at least 1\nTry: one action for a player that has nothing to decide"
                .formatted(i, players.get(i), state, name));
      }
      joint = Math.min(joint * actions.get(i).size(), MOST_PROFILES + 1L);
    }
    if (profileCount + joint > MOST_PROFILES) {
      throw new IllegalArgumentException(
          "state %d (%s) brings the joint profiles of all states to more than %d, the largest number\nTry: fewer actions or fewer players that move at once"
              .formatted(state, name, MOST_PROFILES));
    }
    profileCount += joint;
    this.actions.add(actions.stream().map(List::copyOf).toList());
    names.add(name);
    profiles.add(new Profile[(int) joint]);
    return state;
  }

  /// Returns the number of states so far.
  public int states() {
    return names.size();
  }

  /// Says what a joint profile that ends play gives.
  ///
  /// @param action shape `[players]`
  /// @param payoffs shape `[players]`, in utility, finite; copied
  /// @throws IllegalArgumentException as the method with successors says
  public MarkovGameBuilder profile(int state, int[] action, double[] payoffs) {
    return profile(state, action, payoffs, new int[0], new double[0]);
  }

  /// Says what a joint profile gives and where it leads.
  ///
  /// @param action shape `[players]`
  /// @param payoffs shape `[players]`, in utility, finite; copied
  /// @param successors state numbers, which need not exist yet; may repeat; empty if play ends
  /// @param probabilities one per successor, each in [0, 1], sum 1 within 1e-9; successors with
  ///   probability 0 are left out
  /// @throws IllegalArgumentException if the state or an action does not exist, the profile was
  ///   given before, or a payoff or probability is out of range
  public MarkovGameBuilder profile(
      int state, int[] action, double[] payoffs, int[] successors, double[] probabilities) {
    int index = index(state, action);
    String where = where(state, action);
    var known = profiles.get(state);
    if (known[index] != null) {
      throw new IllegalArgumentException(
          "%s is given twice, must be given once\nTry: leave one of them out".formatted(where));
    }
    checkPayoffs(where, payoffs);
    checkLottery(where, successors, probabilities);
    int kept = 0;
    var states = new int[successors.length];
    var chances = new double[successors.length];
    for (int k = 0; k < successors.length; k++) {
      if (probabilities[k] > 0) {
        states[kept] = successors[k];
        chances[kept++] = probabilities[k];
      }
    }
    successorCount += kept;
    known[index] =
        new Profile(payoffs.clone(), Arrays.copyOf(states, kept), Arrays.copyOf(chances, kept));
    return this;
  }

  private int index(int state, int[] action) {
    if (!(state >= 0 && state < names.size())) {
      throw new IllegalArgumentException(
          "state of a profile is %d, must be from 0 to %d\nTry: the number that state(…) returned"
              .formatted(state, names.size() - 1));
    }
    if (action.length != players.size()) {
      throw new IllegalArgumentException(
          "a profile of state %d (%s) names %d actions, must name %d, one per player\nTry: one action number per player"
              .formatted(state, names.get(state), action.length, players.size()));
    }
    int index = 0;
    for (int i = 0; i < action.length; i++) {
      int count = actions.get(state).get(i).size();
      if (!(action[i] >= 0 && action[i] < count)) {
        throw new IllegalArgumentException(
            "action of player %d (%s) in a profile of state %d (%s) is %d, must be from 0 to %d\nTry: the place of the action in the player's list"
                .formatted(i, players.get(i), state, names.get(state), action[i], count - 1));
      }
      index = index * count + action[i];
    }
    return index;
  }

  private String where(int state, int[] action) {
    return "profile %s of state %d (%s)"
        .formatted(Arrays.toString(action), state, names.get(state));
  }

  private void checkPayoffs(String where, double[] payoffs) {
    if (payoffs.length != players.size()) {
      throw new IllegalArgumentException(
          "%s has %d payoffs, must have %d, one per player\nTry: one number per player"
              .formatted(where, payoffs.length, players.size()));
    }
    for (int i = 0; i < payoffs.length; i++) {
      if (!Double.isFinite(payoffs[i])) {
        throw new IllegalArgumentException(
            "payoff of player %d (%s) in %s is %s, must be finite\nTry: a large finite number"
                .formatted(i, players.get(i), where, payoffs[i]));
      }
    }
  }

  private static void checkLottery(String where, int[] successors, double[] probabilities) {
    if (successors.length != probabilities.length) {
      throw new IllegalArgumentException(
          "%s has %d successors and %d probabilities, must have as many of both\nTry: one probability per successor"
              .formatted(where, successors.length, probabilities.length));
    }
    double sum = 0;
    for (int k = 0; k < successors.length; k++) {
      if (!(probabilities[k] >= 0 && probabilities[k] <= 1)) {
        throw new IllegalArgumentException(
            "probability of successor %d in %s is %s, must be from 0 to 1\nTry: probabilities that sum to 1"
                .formatted(k, where, probabilities[k]));
      }
      sum += probabilities[k];
    }
    if (successors.length > 0 && !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "probabilities of the successors in %s sum to %s, must sum to 1 within %s\nTry: no successor at all if play ends here, else probabilities that sum to 1"
              .formatted(where, sum, SUM_TOLERANCE));
    }
  }

  /// Checks that every joint profile is given and every successor exists, and makes the game.
  ///
  /// @throws IllegalArgumentException if there is no state, a profile is missing, a successor does
  ///   not exist, or the successors of all profiles together are more than 2,147,483,639
  public MarkovGame build() {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(
          "the game has no state, must have at least 1\nTry: state(\"stage\", actions)");
    }
    if (successorCount > Integer.MAX_VALUE - 8 || profileCount * players.size() > 1L << 30) {
      throw new IllegalArgumentException(
          "the game has %d successors and %d payoffs, must have at most %d and %d\nTry: fewer successors per profile"
              .formatted(
                  successorCount, profileCount * players.size(), Integer.MAX_VALUE - 8, 1L << 30));
    }
    var firstProfile = new int[names.size() + 1];
    for (int s = 0; s < names.size(); s++) {
      firstProfile[s + 1] = firstProfile[s] + profiles.get(s).length;
    }
    var flat = new Flat((int) profileCount, players.size(), (int) successorCount);
    for (int s = 0; s < names.size(); s++) {
      for (int k = 0; k < profiles.get(s).length; k++) {
        flatten(s, k, firstProfile[s] + k, flat);
      }
    }
    return new MarkovGame(this, firstProfile, flat);
  }

  private void flatten(int s, int k, int row, Flat flat) {
    var profile = profiles.get(s)[k];
    if (profile == null) {
      throw new IllegalArgumentException(
          "%s is missing, every combination of actions must be given\nTry: profile(%d, new int[] {…}, …)"
              .formatted(where(s, combination(s, k)), s));
    }
    int from = flat.firstSuccessor[row];
    for (int j = 0; j < profile.successors.length; j++) {
      int next = profile.successors[j];
      if (!(next >= 0 && next < names.size())) {
        throw new IllegalArgumentException(
            "a successor in %s is state %d, must be from 0 to %d\nTry: the number that state(…) returned"
                .formatted(where(s, combination(s, k)), next, names.size() - 1));
      }
      flat.successors[from + j] = next;
      flat.probabilities[from + j] = profile.probabilities[j];
    }
    System.arraycopy(profile.payoffs, 0, flat.payoffs, row * players.size(), players.size());
    flat.firstSuccessor[row + 1] = from + profile.successors.length;
  }

  private int[] combination(int s, int k) {
    var action = new int[players.size()];
    int rest = k;
    for (int i = players.size() - 1; i >= 0; i--) {
      int count = actions.get(s).get(i).size();
      action[i] = rest % count;
      rest /= count;
    }
    return action;
  }
}
