/// The form of a stochastic game: players, types, positions, payoffs.
///
/// A game is built once and is then immutable and valid:
///
/// ```java
/// var game = StochasticGame.builder(TypeSpace.of(2, 1), 1)
///     .precision(0, 5).precision(1, 5).prior(0, Belief.of(0.5, 0.5));
/// int peace = game.add(Terminal.of(Payoffs.of(1, 1, 1)));
/// int war = game.add(Terminal.of(Payoffs.of(0, 2, -1)));
/// int choice = game.add(new Decision(0,
///     List.of(Outcome.to(peace), Outcome.to(war)),
///     List.of(Action.sure(0, 2), Action.sure(1, 2))));
/// StochasticGame built = game.root(choice).build();
/// ```
package org.servanda.engine.game;
