package org.servanda.model.compile;

import org.jspecify.annotations.Nullable;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.TypeSpace;

/// Adds up payoffs by component; counts one component only when asked to.
final class Tally {
  private final TypeSpace types;
  private final @Nullable Component only;
  private final double[] amounts;
  private boolean empty = true;

  Tally(TypeSpace types, @Nullable Component only) {
    this.types = types;
    this.only = only;
    this.amounts = new double[types.valueFunctions()];
  }

  /// Adds an amount for one type of a player.
  Tally add(Component component, int player, int type, double amount) {
    if ((only == null || only == component) && amount != 0) {
      amounts[types.valueFunction(player, type)] += amount;
      empty = false;
    }
    return this;
  }

  /// Adds the same amount for every type of a player.
  Tally add(Component component, int player, double amount) {
    for (int k = 0; k < types.types(player); k++) {
      add(component, player, k, amount);
    }
    return this;
  }

  Payoffs payoffs() {
    return empty ? Payoffs.none() : Payoffs.of(amounts);
  }
}
