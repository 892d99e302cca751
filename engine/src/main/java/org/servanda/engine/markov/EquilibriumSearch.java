package org.servanda.engine.markov;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.servanda.engine.equilibrium.Cancellation;

/// Looks for all stationary logit equilibria of a game at one precision, from many starts.
///
/// Half of the starts are random mixtures, half random pure play; from each, damped Newton steps
/// are taken on all equations together.
///
/// Guaranteed: everything found is an equilibrium within the tolerance. Every regular equilibrium
/// has an index, 1 or -1, and those of all equilibria add up to 1: where the sum of those found is
/// anything else, some are certainly missing. For games in strategic form at low precision the
/// equilibrium is proved to be the only one. Not guaranteed otherwise: that nothing is missing.
///
/// @source McKelvey and Palfrey (1995); Milnor (1965), section 6
public final class EquilibriumSearch {
  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 12;
  private static final double DIFFERENT = 1e-6;

  /// What a start looks like.
  private enum Play {
    MIXED,
    PURE
  }

  private final StationaryForm form;
  private final LogitEquations equations;
  private final StationaryValues evaluation;
  private final double lambda;
  private final MarkovOptions options;
  private final List<FoundEquilibrium> found = new ArrayList<>();
  private final double[] f;
  private final double[] move;
  private final double[] trial;
  private final double[] row;

  private EquilibriumSearch(MarkovGame game, double lambda, MarkovOptions options) {
    form = new StationaryForm(game);
    equations = new LogitEquations(form);
    evaluation = new StationaryValues(form);
    this.lambda = lambda * form.range;
    this.options = options;
    int size = equations.size();
    f = new double[size];
    move = new double[size + 1];
    trial = new double[size + 1];
    row = new double[size + 1];
    row[size] = 1;
  }

  /// Searches.
  ///
  /// @param lambda precision, in 1/utility, finite, at least 0
  /// @param starts how many starts to try, at least 1; fewer are tried when time runs out
  /// @param seed of the random starts
  /// @throws IllegalArgumentException if `lambda` or `starts` is out of range, payoffs of a player
  ///   span more than 1e300, play may never end without being discounted, or the memory needed is
  ///   above the limit
  public static FoundEquilibria at(
      MarkovGame game,
      double lambda,
      int starts,
      long seed,
      MarkovOptions options,
      Cancellation cancellation) {
    var met = MarkovLogitSolver.trace(game, List.of(lambda), options, cancellation).equilibria();
    return beyond(game, lambda, met, starts, seed, options, cancellation);
  }

  /// Searches for more than is known.
  ///
  /// @param lambda precision, in 1/utility, finite, at least 0
  /// @param met equilibria at this precision that are known, as meetings with the principal branch
  /// @param starts how many starts to try, at least 1; fewer are tried when time runs out
  /// @param seed of the random starts
  /// @throws IllegalArgumentException as [#at]
  public static FoundEquilibria beyond(
      MarkovGame game,
      double lambda,
      List<MarkovLogitEquilibrium> met,
      int starts,
      long seed,
      MarkovOptions options,
      Cancellation cancellation) {
    LogitCheck.check(game, List.of(lambda));
    if (starts < 1) {
      throw new IllegalArgumentException(
          "starts is %d, must be at least 1\nTry: 100".formatted(starts));
    }
    var footprint = MarkovLogitSolver.footprint(game);
    if (footprint.bytes() > options.memoryLimit()) {
      throw new IllegalArgumentException(
          "the search needs %s, allowed are %d\nTry: a memory limit of %d"
              .formatted(footprint.formula(), options.memoryLimit(), footprint.bytes()));
    }
    return new EquilibriumSearch(game, lambda, options)
        .run(lambda, met, starts, seed, cancellation);
  }

  private FoundEquilibria run(
      double precision,
      List<MarkovLogitEquilibrium> known,
      int starts,
      long seed,
      Cancellation cancellation) {
    long start = System.nanoTime();
    var random = new SplittableRandom(seed);
    int tried = 0;
    int converged = 0;
    for (var met : known) {
      keep(met.profile(), precision, met.crossing());
    }
    while (tried < starts
        && !cancellation.requested()
        && (System.nanoTime() - start) * 1e-9 <= options.mostSeconds()) {
      var own = new SplittableRandom(random.nextLong());
      double[] y = start(own, tried % 2 == 0 ? Play.MIXED : Play.PURE);
      tried++;
      if (newton(y)) {
        converged++;
        keep(profile(y), precision, 0);
      }
    }
    int sum = 0;
    for (var one : found) {
      sum += one.index();
    }
    boolean unique = StrategicForm.onlyOne(form, lambda);
    return new FoundEquilibria(
        List.copyOf(found), tried, converged, sum, unique, (System.nanoTime() - start) * 1e-9);
  }

  private MarkovProfile profile(double[] y) {
    var sigma = new double[form.actions()];
    var logs = new double[form.actions()];
    form.probabilities(y, sigma);
    form.logarithms(y, logs);
    return MarkovProfile.of(form, sigma, logs);
  }

  private void keep(MarkovProfile profile, double precision, int crossing) {
    double residual = profile.residual(precision);
    if (!(residual <= options.tolerance())) {
      return;
    }
    for (var one : found) {
      if (one.equilibrium().profile().distance(profile) <= DIFFERENT) {
        return;
      }
    }
    found.add(
        new FoundEquilibrium(
            new MarkovLogitEquilibrium(precision, crossing, profile, residual), index(profile)));
  }

  /// The sign of the determinant of the equations' derivatives at a solution.
  private int index(MarkovProfile profile) {
    double[] y = new double[equations.size()];
    unknowns(profile, y);
    equations.linearize(y, lambda, f);
    return equations.factor(1, row);
  }

  private void unknowns(MarkovProfile profile, double[] y) {
    int k = 0;
    for (int s = 0; s < form.states; s++) {
      for (int i = 0; i < form.players; i++) {
        for (int a = 1; a < form.game.actions(s, i); a++) {
          y[k++] = profile.logProbability(s, i, a) - profile.logProbability(s, i, 0);
        }
      }
    }
    for (int i = 0; i < form.players; i++) {
      for (int s = 0; s < form.states; s++) {
        y[k++] = profile.value(s, i) / form.range / equations.unit;
      }
    }
  }

  private double[] start(SplittableRandom random, Play play) {
    boolean mixed = play == Play.MIXED;
    var y = new double[equations.size()];
    double spread = mixed ? 1 + Math.min(lambda, 30) * random.nextDouble() : 0;
    for (int pair = 0; pair < form.states * form.players; pair++) {
      int pick = random.nextInt(form.actionsOfPair(pair));
      for (int k = form.firstUnknown[pair]; k < form.firstUnknown[pair + 1]; k++) {
        boolean taken = k - form.firstUnknown[pair] + 1 == pick;
        double high = random.nextDouble();
        double low = random.nextDouble();
        y[k] = mixed ? spread * (high - low) : taken ? 4 : pick == 0 ? -4 : 0;
      }
    }
    var sigma = new double[form.actions()];
    form.probabilities(y, sigma);
    var worth = new double[form.players * form.states];
    if (!evaluation.evaluate(sigma, worth)) {
      throw new IllegalStateException("play with full support never ends and is not discounted");
    }
    for (int k = 0; k < worth.length; k++) {
      y[form.unknowns() + k] = worth[k] / equations.unit;
    }
    return y;
  }

  /// Takes damped Newton steps; returns whether they came to rest.
  private boolean newton(double[] y) {
    int size = equations.size();
    for (int k = 0; k < MOST_STEPS; k++) {
      equations.linearize(y, lambda, f);
      double before = length(f);
      if (before <= 1e-13 * (1 + lambda)) {
        return true;
      }
      if (!(before < Double.POSITIVE_INFINITY) || equations.factor(1, row) == 0) {
        return false;
      }
      for (int i = 0; i < size; i++) {
        move[i] = -f[i];
      }
      move[size] = 0;
      equations.solve(move);
      if (!damped(y, before)) {
        return before <= 1e-9 * (1 + lambda);
      }
    }
    return false;
  }

  private boolean damped(double[] y, double before) {
    int size = equations.size();
    double share = 1;
    for (int k = 0; k < MOST_HALVINGS; k++, share /= 2) {
      for (int i = 0; i < size; i++) {
        trial[i] = y[i] + share * move[i];
      }
      equations.values(trial, lambda, f);
      if (length(f) < before) {
        System.arraycopy(trial, 0, y, 0, size);
        return true;
      }
    }
    return false;
  }

  private static double length(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
