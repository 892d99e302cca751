package org.servanda.engine.game;

import java.util.Arrays;
import java.util.List;

/// A position where the game ends.
///
/// What it is worth to a player depends on the player's own type ([#of]) or on everybody's types
/// ([#byProfile]); the second is needed when what one player is matters to another directly, as in
/// signaling games.
public final class Terminal implements Position {
  private final Payoffs own;
  private final double[][] byProfile;

  private Terminal(Payoffs own, double[][] byProfile) {
    this.own = own;
    this.byProfile = byProfile;
  }

  /// Makes a terminal whose value to a player depends on the player's own type only.
  public static Terminal of(Payoffs payoffs) {
    return new Terminal(payoffs, new double[0][]);
  }

  /// Makes a terminal whose value to each player depends on everybody's types.
  ///
  /// @param perPlayer shape `[players][profiles]`, in utility, finite, profiles as numbered by
  ///   [TypeSpace]; copied
  /// @throws IllegalArgumentException if it is empty or an entry is not finite
  public static Terminal byProfile(List<double[]> perPlayer) {
    if (perPlayer.isEmpty()) {
      throw new IllegalArgumentException(
          "terminal values are empty, one array per player is needed\n"
              + "Try: Terminal.of(Payoffs.none())");
    }
    var copy = new double[perPlayer.size()][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = perPlayer.get(i).clone();
      for (int w = 0; w < copy[i].length; w++) {
        if (!Double.isFinite(copy[i][w])) {
          throw new IllegalArgumentException(
              "terminal value of player %d in profile %d is %s, must be finite\nTry: a large finite number"
                  .formatted(i, w, copy[i][w]));
        }
      }
    }
    return new Terminal(Payoffs.none(), copy);
  }

  /// Says whether a value depends on types of others.
  public boolean interdependent() {
    return byProfile.length > 0;
  }

  /// Returns the payoffs by own type; none if the terminal is [#interdependent()].
  public Payoffs own() {
    return own;
  }

  /// Returns the value of a player in a type profile.
  ///
  /// @param types the space that numbers the profiles
  /// @param player from 0
  /// @param profile from 0, row-major, last player fastest
  public double value(TypeSpace types, int player, int profile) {
    return interdependent()
        ? byProfile[player][profile]
        : own.at(types.valueFunction(player, types.typeIn(profile, player)));
  }

  /// Says whether there is a value for every player and type, or profile, of the space.
  boolean fits(TypeSpace types) {
    if (!interdependent()) {
      return own.isNone() || own.size() == types.valueFunctions();
    }
    if (byProfile.length != types.players()) {
      return false;
    }
    for (var values : byProfile) {
      if (values.length != types.profiles()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Terminal terminal
        && own.equals(terminal.own)
        && Arrays.deepEquals(byProfile, terminal.byProfile);
  }

  @Override
  public int hashCode() {
    return 31 * own.hashCode() + Arrays.deepHashCode(byProfile);
  }

  @Override
  public String toString() {
    return interdependent() ? "Terminal" + Arrays.deepToString(byProfile) : "Terminal[" + own + "]";
  }
}
