package org.servanda.gamefile;

import org.jspecify.annotations.Nullable;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.tree.ExtensiveGame;

/// What a game file describes.
public sealed interface GameFile {

  /// {@return the title, empty if the file has none}
  String title();

  /// A game tree.
  ///
  /// @param title as in the file, may be empty
  /// @param game the game; nodes are numbered in preorder, as in the file
  /// @param beliefs how beliefs are told
  record Tree(String title, ExtensiveGame game, Beliefs beliefs) implements GameFile {}

  /// A game of states, of which a strategic game is the case of one state.
  ///
  /// @param title as in the file, may be empty
  /// @param game the game
  /// @param form what the file says it is
  /// @param initialState where play begins, 0 to states - 1; 0 if the file does not say
  /// @param horizon number of steps played, at least 1; null if the file does not say
  record States(
      String title, MarkovGame game, Form form, int initialState, @Nullable Integer horizon)
      implements GameFile {}

  /// What positions of an information set beliefs are told by.
  enum Beliefs {
    /// By node.
    BY_NODE,
    /// By the label of the chance move at the root, whose labels are the players' private types.
    BY_ROOT_LABEL
  }

  /// What a game of states is.
  enum Form {
    /// One state, played once.
    STRATEGIC,
    /// Stationary, every player for itself.
    STOCHASTIC,
    /// Two sides, what one gains the other loses.
    ZERO_SUM,
    /// Every player for itself, for a number of steps.
    FINITE
  }
}
