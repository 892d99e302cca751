/// The form of a stochastic game: players, types, positions, payoffs.
package org.servanda.engine.game;
