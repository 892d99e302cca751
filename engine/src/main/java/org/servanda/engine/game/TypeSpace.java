package org.servanda.engine.game;

import java.util.Arrays;

/// The private types of every player, and the numbering of what depends on them.
///
/// A *value function* is one number per player and type; value functions are numbered player by
/// player, type by type. A *type profile* is one type per player; profiles are numbered row-major,
/// the last player's type running fastest.
public final class TypeSpace {
  private final int[] types;
  private final int[] offsets;
  private final int profiles;

  private TypeSpace(int[] types) {
    this.types = types;
    this.offsets = new int[types.length + 1];
    long product = 1;
    for (int i = 0; i < types.length; i++) {
      offsets[i + 1] = offsets[i] + types[i];
      product *= types[i];
      if (product > 1 << 20) {
        throw new IllegalArgumentException(
            "type profiles: %s types per player give more than 1048576 profiles\nTry: fewer types"
                .formatted(Arrays.toString(types)));
      }
    }
    this.profiles = (int) product;
  }

  /// Makes the space in which player `i` has `typesPerPlayer[i]` types.
  ///
  /// @param typesPerPlayer shape `[players]`, each at least 1; 1 means that the player has no
  ///   secret
  /// @throws IllegalArgumentException if there is no player or a player has no type
  public static TypeSpace of(int... typesPerPlayer) {
    if (typesPerPlayer.length == 0) {
      throw new IllegalArgumentException(
          "typesPerPlayer is empty, at least one player is needed\nTry: TypeSpace.of(1)");
    }
    for (int i = 0; i < typesPerPlayer.length; i++) {
      if (typesPerPlayer[i] < 1) {
        throw new IllegalArgumentException(
            "typesPerPlayer[%d] is %d, must be at least 1\nTry: 1 for a player without a secret"
                .formatted(i, typesPerPlayer[i]));
      }
    }
    return new TypeSpace(typesPerPlayer.clone());
  }

  /// Returns the number of players.
  public int players() {
    return types.length;
  }

  /// Returns the number of types of a player, at least 1.
  ///
  /// @param player from 0 to `players() - 1`
  public int types(int player) {
    return types[player];
  }

  /// Says whether a player has a secret, that is more than one type.
  ///
  /// @param player from 0 to `players() - 1`
  public boolean informed(int player) {
    return types[player] > 1;
  }

  /// Returns the number of value functions: the sum of all players' numbers of types.
  public int valueFunctions() {
    return offsets[types.length];
  }

  /// Returns the index of the value function of one type of one player.
  ///
  /// @param player from 0 to `players() - 1`
  /// @param type from 0 to `types(player) - 1`
  public int valueFunction(int player, int type) {
    if (!(type >= 0 && type < types[player])) {
      throw new IllegalArgumentException(
          "type of player %d is %d, must be from 0 to %d"
              .formatted(player, type, types[player] - 1));
    }
    return offsets[player] + type;
  }

  /// Returns the number of joint type profiles.
  public int profiles() {
    return profiles;
  }

  /// Returns the type that a player has in a profile.
  ///
  /// @param profile from 0 to `profiles() - 1`, row-major, last player fastest
  /// @param player from 0 to `players() - 1`
  public int typeIn(int profile, int player) {
    int rest = profile;
    for (int i = types.length - 1; i > player; i--) {
      rest /= types[i];
    }
    return rest % types[player];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TypeSpace space && Arrays.equals(types, space.types);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(types);
  }

  @Override
  public String toString() {
    return "TypeSpace" + Arrays.toString(types);
  }
}
