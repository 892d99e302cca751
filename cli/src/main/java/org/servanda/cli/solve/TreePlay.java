package org.servanda.cli.solve;

import org.servanda.engine.tree.AgentLogitEquilibrium;
import org.servanda.engine.tree.AgentLogitLimit;

/// What is played in a tree, at a precision or in the limit.
sealed interface TreePlay {
  /// {@return the probability of an action}
  double probability(int informationSet, int action);

  /// {@return the natural logarithm of the probability of an action}
  double logProbability(int informationSet, int action);

  /// {@return the expected payoff of an action to the mover given that the set is reached}
  double actionValue(int informationSet, int action);

  /// {@return the probability of a node of an information set given that it is reached}
  double belief(int informationSet, int member);

  /// {@return the expected payoff of a player}
  double value(int player);

  /// Play at a precision.
  record AtPrecision(AgentLogitEquilibrium play) implements TreePlay {
    @Override
    public double probability(int informationSet, int action) {
      return play.probability(informationSet, action);
    }

    @Override
    public double logProbability(int informationSet, int action) {
      return play.logProbability(informationSet, action);
    }

    @Override
    public double actionValue(int informationSet, int action) {
      return play.actionValue(informationSet, action);
    }

    @Override
    public double belief(int informationSet, int member) {
      return play.belief(informationSet, member);
    }

    @Override
    public double value(int player) {
      return play.value(player);
    }
  }

  /// Play in the limit; actions may have probability 0.
  record InTheLimit(AgentLogitLimit limit) implements TreePlay {
    @Override
    public double probability(int informationSet, int action) {
      return limit.probability(informationSet, action);
    }

    @Override
    public double logProbability(int informationSet, int action) {
      return StrictMath.log(limit.probability(informationSet, action));
    }

    @Override
    public double actionValue(int informationSet, int action) {
      return limit.actionValue(informationSet, action);
    }

    @Override
    public double belief(int informationSet, int member) {
      return limit.belief(informationSet, member);
    }

    @Override
    public double value(int player) {
      return limit.value(player);
    }
  }
}
