package org.servanda.literature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.markov.EquilibriumSearch;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovOptions;
import org.servanda.engine.markov.MarkovProfile;

/// Crisis signaling with audience costs, all equilibria.
///
/// A challenges or keeps the status quo (0); B concedes (0, and 1 to A) or resists; A then fights
/// or backs down. A's worth of war and of backing down and B's worth of war are private, normal
/// with unit variance. A's best play is to challenge when the better of its two is above a
/// threshold, B's to resist when its worth is: A chooses among the quantiles of the one, B among
/// those of the other, and what follows is integrated. B's payoff is conditional on a challenge, as
/// its choice is.
///
/// @source Schultz (1998); Lewis and Schultz (2003)
final class CrisisSignaling {
  static final Map<String, Reduction> REDUCTIONS =
      Map.of("crisis-signaling", CrisisSignaling::equilibrium);

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int QUANTILES = 50;
  private static final int STARTS = 100;
  private static final double LAMBDA = 5000;
  private static final double FROM = -12;
  private static final double TO = 10;
  private static final int CUTS = 22_000;

  private final double war;
  private final double otherWar;
  private final double backingDown;
  private final double[] challenged = new double[QUANTILES];
  private final double[] fought = new double[QUANTILES];
  private final double[] worth = new double[QUANTILES];

  private CrisisSignaling(double war, double otherWar, double backingDown) {
    this.war = war;
    this.otherWar = otherWar;
    this.backingDown = backingDown;
    integrate();
  }

  private static SequencedMap<String, Double> equilibrium(Given given) {
    return new CrisisSignaling(given.number("WA"), given.number("WB"), given.number("a"))
        .found(given.whole("which"));
  }

  /// Challenge probability, probability that the challenger would fight, and worth to it of being
  /// resisted, when it challenges above each quantile of its type: from the highest type down.
  private void integrate() {
    double width = (TO - FROM) / CUTS;
    double mass = 0;
    double fighters = 0;
    double sum = 0;
    int next = 0;
    for (int n = CUTS - 1; n >= 0 && next < QUANTILES; n--) {
      double m = FROM + (n + 0.5) * width;
      double fights = NORMAL.density(m - war) * NORMAL.cumulativeProbability(m - backingDown);
      double backs = NORMAL.density(m - backingDown) * NORMAL.cumulativeProbability(m - war);
      mass += (fights + backs) * width;
      fighters += fights * width;
      sum += m * (fights + backs) * width;
      while (next < QUANTILES && mass >= (next + 0.5) / QUANTILES) {
        challenged[next] = mass;
        fought[next] = fighters;
        worth[next++] = sum;
      }
    }
  }

  private MarkovGame game() {
    var game = MarkovGame.builder(List.of("A", "B"), 0, 0);
    var labels = new ArrayList<String>();
    for (int q = 0; q < QUANTILES; q++) {
      labels.add("quantile " + q);
    }
    int state = game.state("crisis", List.of(labels, labels));
    for (int i = 0; i < QUANTILES; i++) {
      double fights = fought[i] / challenged[i];
      for (int j = 0; j < QUANTILES; j++) {
        double resists = resists(j);
        double challenger = (1 - resists) * challenged[i] + resists * worth[i];
        double luck = NORMAL.density(NORMAL.inverseCumulativeProbability(resists));
        double resister = resists * (fights * otherWar + 1 - fights) + fights * luck;
        game.profile(state, new int[] {i, j}, new double[] {challenger, resister});
      }
    }
    return game.build();
  }

  private static double resists(int quantile) {
    return (quantile + 0.5) / QUANTILES;
  }

  /// One of the equilibria, in the order of B's resistance, and how many there are.
  private SequencedMap<String, Double> found(int which) {
    var search =
        EquilibriumSearch.at(
            game(), LAMBDA, STARTS, 1, MarkovOptions.defaults(), new Cancellation());
    if (search.indexSum() != 1) {
      throw new NoSolution(search.guarantee());
    }
    var all =
        search.found().stream()
            .map(f -> f.equilibrium().profile())
            .sorted(Comparator.comparingDouble(CrisisSignaling::resistance))
            .toList();
    var found = new TreeMap<String, Double>();
    found.put("equilibria", (double) all.size());
    if (which <= all.size()) {
      outcomes(all.get(which - 1), found);
    }
    return found;
  }

  private static double resistance(MarkovProfile profile) {
    double mean = 0;
    for (int j = 0; j < QUANTILES; j++) {
      mean += profile.probability(0, 1, j) * resists(j);
    }
    return mean;
  }

  private void outcomes(MarkovProfile profile, SequencedMap<String, Double> found) {
    double challenge = 0;
    double fight = 0;
    for (int i = 0; i < QUANTILES; i++) {
      challenge += profile.probability(0, 0, i) * challenged[i];
      fight += profile.probability(0, 0, i) * fought[i];
    }
    double resist = resistance(profile);
    found.put("resists", resist);
    found.put("challenges", challenge);
    found.put("fights", fight / challenge);
    found.put("status-quo", 1 - challenge);
    found.put("concession", challenge * (1 - resist));
    found.put("backing-down", (challenge - fight) * resist);
    found.put("war", fight * resist);
  }
}
