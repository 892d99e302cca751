package org.servanda.literature;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovLogitSolver;
import org.servanda.engine.markov.MarkovOptions;
import org.servanda.engine.markov.MarkovProfile;
import org.servanda.engine.tree.AgentLogitEquilibrium;
import org.servanda.engine.tree.AgentLogitOptions;
import org.servanda.engine.tree.AgentLogitSolver;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.InformationSet;
import org.servanda.engine.tree.TreeNode;
import org.servanda.gamefile.GameFile;

/// Quantal response on the principal branch.
final class Quantal {
  static final Map<String, Reduction> REDUCTIONS =
      Map.of(
          "strategic-logit", Quantal::strategic,
          "maximum-likelihood", Quantal::likeliest,
          "agent-logit", Quantal::agents,
          "strategic-deterrence", Quantal::deterrence);

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double MOST = 10;
  private static final int SECTIONS = 60;

  private Quantal() {}

  /// Probabilities of a game in strategic form, as `player.action`.
  ///
  /// @source McKelvey and Palfrey (1995)
  private static SequencedMap<String, Double> strategic(Given given) {
    var game = states(given);
    var profile = profile(game, given.number("lambda"));
    var found = new TreeMap<String, Double>();
    for (int i = 0; i < game.players(); i++) {
      for (int a = 0; a < game.actions(0, i); a++) {
        found.put(game.player(i) + "." + game.action(0, i, a), profile.probability(0, i, a));
      }
    }
    return found;
  }

  private static MarkovGame states(Given given) {
    if (given.game("game") instanceof GameFile.States(_, var game, _, _, _)) {
      return game;
    }
    throw new IllegalArgumentException(
        "%s is a tree\nTry: a game in strategic form".formatted(given.word("game")));
  }

  private static MarkovProfile profile(MarkovGame game, double lambda) {
    var branch =
        MarkovLogitSolver.trace(
            game, List.of(lambda), MarkovOptions.defaults(), new Cancellation());
    var met = branch.first(lambda);
    if (met == null) {
      throw new NoSolution(branch.detail());
    }
    return met.profile();
  }

  /// The precision at which the observed shares of each player's first action are likeliest, by
  /// golden section.
  private static SequencedMap<String, Double> likeliest(Given given) {
    var game = states(given);
    double low = 0;
    double high = MOST;
    for (int n = 0; n < SECTIONS; n++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (logLikelihood(game, given, left) > logLikelihood(game, given, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    double best = (low + high) / 2;
    var found = new TreeMap<String, Double>();
    found.put("lambda", best);
    found.put("log-likelihood", logLikelihood(game, given, best));
    return found;
  }

  private static double logLikelihood(MarkovGame game, Given given, double lambda) {
    var profile = profile(game, lambda);
    double sum = 0;
    for (int i = 0; i < game.players(); i++) {
      double share = given.numbers("shares").get(i);
      sum +=
          share * profile.logProbability(0, i, 0) + (1 - share) * profile.logProbability(0, i, 1);
    }
    return given.number("plays") * sum;
  }

  /// Probabilities of a game tree, as `information set.action`.
  ///
  /// @source McKelvey and Palfrey (1998)
  private static SequencedMap<String, Double> agents(Given given) {
    if (!(given.game("game") instanceof GameFile.Tree(_, var game, _))) {
      throw new IllegalArgumentException(
          "%s is no tree\nTry: a game tree".formatted(given.word("game")));
    }
    var play = agentLogit(game, given.number("lambda"));
    var found = new TreeMap<String, Double>();
    for (int s = 0; s < game.informationSets().size(); s++) {
      var set = game.informationSets().get(s);
      for (int a = 0; a < set.actions().size(); a++) {
        found.put(set.name() + "." + set.actions().get(a), play.probability(s, a));
      }
    }
    return found;
  }

  private static AgentLogitEquilibrium agentLogit(ExtensiveGame game, double lambda) {
    var traced = AgentLogitSolver.solve(game, AgentLogitOptions.at(lambda)).orThrow();
    if (traced.equilibria().isEmpty()) {
      throw new NoSolution(
          "the branch stops at lambda %s: %s".formatted(traced.lambda(), traced.status()));
    }
    return traced.equilibria().getFirst();
  }

  /// Status quo, capitulation or war when both sides err logistically at precision 1.
  ///
  /// @source Signorino (1999)
  private static SequencedMap<String, Double> deterrence(Given given) {
    var game = ExtensiveGame.builder(List.of("challenger", "defender"));
    game.informationSet(new InformationSet("challenge", 0, List.of("keep", "attack")));
    game.informationSet(new InformationSet("answer", 1, List.of("capitulate", "fight")));
    game.add(new TreeNode.Move(0, List.of(1, 2)));
    game.add(new TreeNode.End(List.of(given.number("u11"), 0.0)));
    game.add(new TreeNode.Move(1, List.of(3, 4)));
    game.add(new TreeNode.End(List.of(given.number("u13"), 0.0)));
    game.add(new TreeNode.End(List.of(given.number("u14"), given.number("u24"))));
    var play = agentLogit(game.build(), 1);
    double attack = play.probability(0, 1);
    var found = new TreeMap<String, Double>();
    found.put("status-quo", play.probability(0, 0));
    found.put("capitulation", attack * play.probability(1, 0));
    found.put("war", attack * play.probability(1, 1));
    return found;
  }
}
