package org.servanda.engine.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A finite stochastic game with private types and public monitoring.
///
/// Immutable and valid: every successor exists, positions within a period form no cycle, every
/// lottery fits its outcomes, and every position that can open the period after the last one has a
/// salvage value.
public final class StochasticGame {
  private final TypeSpace types;
  private final int horizon;
  private final double[] discount;
  private final double[] precision;
  private final Belief[] prior;
  private final List<Position> positions;
  private final Map<Integer, Payoffs> salvage;
  private final int root;

  private StochasticGame(Builder builder, double[] precision, List<Position> positions) {
    this.types = builder.types;
    this.horizon = builder.horizon;
    this.discount = builder.discount.clone();
    this.precision = precision;
    this.prior = builder.prior.clone();
    this.positions = positions;
    this.salvage = Map.copyOf(builder.salvage);
    this.root = builder.root;
  }

  private StochasticGame(StochasticGame game, double[] precision) {
    this.types = game.types;
    this.horizon = game.horizon;
    this.discount = game.discount;
    this.precision = precision;
    this.prior = game.prior;
    this.positions = game.positions;
    this.salvage = game.salvage;
    this.root = game.root;
  }

  /// Starts a game.
  ///
  /// @param horizon number of periods, at least 1
  /// @throws IllegalArgumentException if `horizon` is less than 1
  public static Builder builder(TypeSpace types, int horizon) {
    return new Builder(types, horizon);
  }

  /// Returns the players and their types.
  public TypeSpace types() {
    return types;
  }

  /// Returns the number of periods, at least 1; the last period is `horizon() - 1`.
  public int horizon() {
    return horizon;
  }

  /// Returns the number of positions.
  public int positions() {
    return positions.size();
  }

  /// Returns the position with index `x`.
  public Position position(int x) {
    return positions.get(x);
  }

  /// Returns the position that opens period 0.
  public int root() {
    return root;
  }

  /// Returns a player's discount per period, in [0, 1].
  public double discount(int player) {
    return discount[player];
  }

  /// Returns a player's precision, in 1/utility, finite and at least 0.
  public double precision(int player) {
    return precision[player];
  }

  /// Returns what everybody believes of a player at the root.
  public Belief prior(int player) {
    return prior[player];
  }

  /// Returns the value of a position when it opens the period after the last one, or null if it has
  /// none because play cannot get there.
  public @Nullable Payoffs salvage(int x) {
    return salvage.get(x);
  }

  /// Returns the same game in which every player has the given precision.
  ///
  /// @param lambda in 1/utility, finite and at least 0
  public StochasticGame withPrecision(double lambda) {
    var all = new double[types.players()];
    Arrays.fill(all, lambda);
    return withPrecisions(all);
  }

  /// Returns the same game with other precisions.
  ///
  /// @param perPlayer shape `[players]`, in 1/utility, finite and at least 0
  /// @throws IllegalArgumentException if the length is not the number of players or an entry is
  ///   negative, infinite or NaN
  public StochasticGame withPrecisions(double... perPlayer) {
    if (perPlayer.length != types.players()) {
      throw new IllegalArgumentException(
          "precisions has %d entries, must be %d, one per player\nTry: withPrecision(lambda)"
              .formatted(perPlayer.length, types.players()));
    }
    for (int i = 0; i < perPlayer.length; i++) {
      Builder.checkPrecision(i, perPlayer[i]);
    }
    return new StochasticGame(this, perPlayer.clone());
  }

  /// Collects the parts of a game and checks them.
  public static final class Builder {
    private final TypeSpace types;
    private final int horizon;
    private final double[] discount;
    private final double[] precision;
    private final @Nullable Belief[] prior;
    private final List<@Nullable Position> positions = new ArrayList<>();
    private final Map<Integer, Payoffs> salvage = new HashMap<>();
    private int root;
    private boolean rooted;

    private Builder(TypeSpace types, int horizon) {
      if (!(horizon >= 1)) {
        throw new IllegalArgumentException(
            "horizon is %d, must be at least 1\nTry: 1 for a game of one period"
                .formatted(horizon));
      }
      this.types = types;
      this.horizon = horizon;
      this.discount = new double[types.players()];
      this.precision = new double[types.players()];
      this.prior = new Belief[types.players()];
      Arrays.fill(discount, 1);
      Arrays.fill(precision, Double.NaN);
      for (int i = 0; i < prior.length; i++) {
        if (!types.informed(i)) {
          prior[i] = Belief.sure(1, 0);
        }
      }
    }

    /// Sets a player's discount; 1 unless set.
    ///
    /// @param perPeriod weight of the next period, in [0, 1]
    /// @throws IllegalArgumentException if it is outside [0, 1] or there is no such player
    public Builder discount(int player, double perPeriod) {
      checkPlayer("discount", player);
      if (!(perPeriod >= 0 && perPeriod <= 1)) {
        throw new IllegalArgumentException(
            "discount of player %d is %s, must be from 0 to 1\nTry: 0.97"
                .formatted(player, perPeriod));
      }
      discount[player] = perPeriod;
      return this;
    }

    /// Sets a player's precision; needed for each player that moves.
    ///
    /// @param lambda in 1/utility, finite and at least 0; 0 is uniform play
    /// @throws IllegalArgumentException if it is negative, infinite or NaN, or there is no such
    ///   player
    public Builder precision(int player, double lambda) {
      checkPlayer("precision", player);
      checkPrecision(player, lambda);
      precision[player] = lambda;
      return this;
    }

    /// Sets what everybody believes of a player at the root; needed for each informed player.
    ///
    /// @throws IllegalArgumentException if the number of types differs or there is no such player
    public Builder prior(int player, Belief belief) {
      checkPlayer("prior", player);
      if (belief.types() != types.types(player)) {
        throw new IllegalArgumentException(
            "prior of player %d has %d entries, must be %d, one per type\nTry: Belief.of with %d numbers"
                .formatted(player, belief.types(), types.types(player), types.types(player)));
      }
      prior[player] = belief;
      return this;
    }

    /// Reserves the index of a position to be defined later.
    public int reserve() {
      positions.add(null);
      return positions.size() - 1;
    }

    /// Adds a position and returns its index.
    public int add(Position position) {
      positions.add(position);
      return positions.size() - 1;
    }

    /// Defines a reserved position.
    ///
    /// @throws IllegalArgumentException if `x` was not reserved or is defined already
    public void define(int x, Position position) {
      checkPosition("define", x);
      if (positions.get(x) != null) {
        throw new IllegalArgumentException(
            "position %d is defined already\nTry: a fresh index from reserve()".formatted(x));
      }
      positions.set(x, position);
    }

    /// Sets the value of a position when it opens the period after the last one.
    ///
    /// @throws IllegalArgumentException if there is no position `x` or the payoffs do not fit the
    ///   types
    public Builder salvage(int x, Payoffs valueAtHorizon) {
      checkPosition("salvage", x);
      if (!valueAtHorizon.isNone() && valueAtHorizon.size() != types.valueFunctions()) {
        throw new IllegalArgumentException(
            "salvage of position %d has %d entries, must be %d, one per player and type\nTry: Payoffs.none()"
                .formatted(x, valueAtHorizon.size(), types.valueFunctions()));
      }
      salvage.put(x, valueAtHorizon);
      return this;
    }

    /// Sets the position that opens period 0.
    ///
    /// @throws IllegalArgumentException if there is no position `x`
    public Builder root(int x) {
      checkPosition("root", x);
      root = x;
      rooted = true;
      return this;
    }

    /// Checks everything and makes the game.
    ///
    /// @throws IllegalArgumentException if a part is missing or does not fit: the message names the
    ///   position, the value and the bound
    public StochasticGame build() {
      if (!rooted) {
        throw new IllegalArgumentException(
            "the game has no root\nTry: root(x) with the position that opens period 0");
      }
      for (int i = 0; i < prior.length; i++) {
        if (prior[i] == null) {
          throw new IllegalArgumentException(
              "prior of player %d is missing, it has %d types\nTry: prior(%d, Belief.of(...))"
                  .formatted(i, types.types(i), i));
        }
      }
      var defined = new ArrayList<Position>(positions.size());
      for (int x = 0; x < positions.size(); x++) {
        var position = positions.get(x);
        if (position == null) {
          throw new IllegalArgumentException(
              "position %d is reserved but not defined\nTry: define(%d, position)".formatted(x, x));
        }
        defined.add(position);
      }
      var precisionOfMovers = precision.clone();
      new GameCheck(types, horizon, defined, root, salvage.keySet()).check(precisionOfMovers);
      return new StochasticGame(this, precisionOfMovers, List.copyOf(defined));
    }

    static void checkPrecision(int player, double lambda) {
      if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "precision of player %d is %s, must be finite and at least 0\nTry: 0 for uniform play, 30 for careful play"
                .formatted(player, lambda));
      }
    }

    private void checkPlayer(String name, int player) {
      if (!(player >= 0 && player < types.players())) {
        throw new IllegalArgumentException(
            "%s is set for player %d, must be from 0 to %d\nTry: a player of the type space"
                .formatted(name, player, types.players() - 1));
      }
    }

    private void checkPosition(String name, int x) {
      if (!(x >= 0 && x < positions.size())) {
        throw new IllegalArgumentException(
            "%s of position %d: there are %d positions so far\nTry: the index that add or reserve gave"
                .formatted(name, x, positions.size()));
      }
    }
  }
}
