package org.servanda.engine.play;

import java.util.List;
import org.servanda.engine.equilibrium.PeriodSolution;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;
import org.servanda.engine.game.TypeSpace;

/// Carries the joint distribution over positions and beliefs forward through an equilibrium.
///
/// Particles hold exact posteriors: the strategy is solved again at each particle's belief. Merging
/// replaces beliefs by their mean weighted by mass, so mass and the martingale property are kept
/// exactly; what is lost is the spread within a cell. Where a cell holds histories in which a type
/// has been drawn anew and others in which it has not, masses given a type are approximate to the
/// same order.
public final class Propagation {
  private final QuantalResponseEquilibrium equilibrium;
  private final StochasticGame game;
  private final TypeSpace types;
  private final PlayOptions options;
  private final PlayListener listener;
  private final Chooser chooser;
  private final int[] weightOffset;
  private final double[] payoff;
  private final double[] discount;
  private final Visit visit;
  private double[] sigma = new double[0];
  private double[] chances = new double[0];
  private double mass;
  private long particles;

  private Propagation(
      QuantalResponseEquilibrium equilibrium,
      PlayOptions options,
      PlayListener listener,
      Chooser chooser) {
    this.equilibrium = equilibrium;
    this.game = equilibrium.game();
    this.types = game.types();
    this.options = options;
    this.listener = listener;
    this.chooser = chooser;
    this.visit = new Visit(types);
    this.payoff = new double[types.valueFunctions()];
    this.discount = new double[types.players()];
    this.weightOffset = new int[types.players() + 1];
    for (int i = 0; i < types.players(); i++) {
      discount[i] = 1;
      weightOffset[i + 1] = weightOffset[i] + types.types(i) * types.types(i);
    }
  }

  /// Propagates from the root at the priors through all periods.
  ///
  /// @param listener receives every visit; under a condition, masses are those given the type
  /// @throws IllegalArgumentException if the type conditioned on does not exist
  public static PlaySummary run(
      QuantalResponseEquilibrium equilibrium, PlayOptions options, PlayListener listener) {
    return run(equilibrium, options, listener, (_, _, _, _, _) -> {});
  }

  /// Propagates play that departs from the equilibrium at single visits.
  ///
  /// @param listener receives every visit; under a condition, masses are those given the type
  /// @param chooser sees every visit first
  /// @throws IllegalArgumentException if the type conditioned on does not exist
  public static PlaySummary run(
      QuantalResponseEquilibrium equilibrium,
      PlayOptions options,
      PlayListener listener,
      Chooser chooser) {
    var given = options.given();
    if (given != null) {
      if (!(given.player() >= 0 && given.player() < equilibrium.game().types().players())) {
        throw new IllegalArgumentException(
            "given player is %d, must be from 0 to %d\nTry: a player of the game"
                .formatted(given.player(), equilibrium.game().types().players() - 1));
      }
      equilibrium.game().types().valueFunction(given.player(), given.type());
    }
    return new Propagation(equilibrium, options, listener, chooser).run();
  }

  private PlaySummary run() {
    var cells = new BeliefCells(types, options.cells());
    var now = new Cloud(equilibrium.places(), cells, options.negligible());
    now.add(equilibrium.place(game.root()), first());
    int largest = 1;
    double widest = 0;
    int periods = Math.min(game.horizon(), options.periods());
    for (int t = 0; t < periods; t++) {
      var next = new Cloud(equilibrium.places(), cells, options.negligible());
      var period = equilibrium.period(t);
      for (int place = 0; place < equilibrium.places(); place++) {
        int position = equilibrium.positionAt(place);
        for (var particle : now.take(place)) {
          step(period, position, particle, now, next);
        }
      }
      largest = Math.max(largest, now.largestMerge);
      widest = Math.max(widest, now.widestMerge);
      for (int i = 0; i < types.players(); i++) {
        discount[i] *= game.discount(i);
      }
      now = next;
    }
    outlive(now, periods);
    return new PlaySummary(
        mass,
        particles,
        Math.max(largest, now.largestMerge),
        Math.max(widest, now.widestMerge),
        payoff);
  }

  private Particle first() {
    var weights = new double[weightOffset[types.players()]];
    for (int i = 0; i < types.players(); i++) {
      for (int k = 0; k < types.types(i); k++) {
        weights[weightOffset[i] + k * types.types(i) + k] = 1;
      }
    }
    var particle = new Particle(equilibrium.priors(), weights);
    particle.mass = 1;
    particle.given = 1;
    return particle;
  }

  private void step(PeriodSolution period, int position, Particle particle, Cloud now, Cloud next) {
    particles++;
    period.visit(position, particle.beliefs, visit);
    chooser.choose(period, position, particle.beliefs, particle.mass, visit);
    report(period.period(), position, particle);
    if (game.position(position) instanceof Terminal) {
      mass += particle.mass;
      for (int v = 0; v < payoff.length; v++) {
        credit(particle.weights, v, period.value(position, v, particle.beliefs));
      }
      return;
    }
    ownPayoffs(game.position(position), particle);
    var outcomes = outcomes(game.position(position));
    for (int o = 0; o < outcomes.size(); o++) {
      if (visit.probability(o) > 0) {
        var outcome = outcomes.get(o);
        var child = child(particle, o, outcome);
        boolean advances = outcome.timing() == Timing.NEXT_PERIOD;
        (advances ? next : now).add(equilibrium.place(outcome.successor()), child);
      }
    }
  }

  private void report(int period, int position, Particle particle) {
    if (sigma.length != visit.choices()) {
      sigma = new double[visit.choices()];
    }
    if (chances.length != visit.outcomes()) {
      chances = new double[visit.outcomes()];
    }
    for (int c = 0; c < sigma.length; c++) {
      sigma[c] = visit.choice(c);
    }
    double all = measured(particle);
    for (int o = 0; o < chances.length; o++) {
      chances[o] = all > 0 ? measured(particle, o) / all : visit.probability(o);
    }
    if (all > 0) {
      listener.visit(period, position, particle.beliefs, all, sigma, chances);
    }
  }

  /// Mass of a particle under the condition, if there is one.
  private double measured(Particle particle) {
    return options.given() == null ? particle.mass : particle.given + particle.since;
  }

  private double measured(Particle particle, int o) {
    return options.given() == null
        ? particle.mass * visit.probability(o)
        : particle.given * givenProbability(o) + particle.since * visit.probability(o);
  }

  private double givenProbability(int o) {
    var given = options.given();
    return given == null
        ? visit.probability(o)
        : visit.probabilityGiven(o, given.player(), given.type());
  }

  private Particle child(Particle particle, int o, Outcome outcome) {
    var beliefs = new double[particle.beliefs.length];
    visit.copyPosterior(o, beliefs);
    var weights = particle.weights.clone();
    for (int i = 0; i < types.players(); i++) {
      int n = types.types(i);
      for (int k = 0; k < n; k++) {
        double likelihood = visit.probabilityGiven(o, i, k);
        for (int start = 0; start < n; start++) {
          weights[weightOffset[i] + start * n + k] *= likelihood;
        }
      }
    }
    if (!outcome.payoffs().isNone()) {
      for (int v = 0; v < payoff.length; v++) {
        credit(weights, v, outcome.payoffs().at(v));
      }
    }
    var child = new Particle(beliefs, weights);
    child.mass = particle.mass * visit.probability(o);
    child.given = particle.given * givenProbability(o);
    child.since = particle.since * visit.probability(o);
    for (var redraw : outcome.redraws()) {
      redraw(child, redraw);
    }
    return child;
  }

  /// The office goes on: weights move to the types that may follow.
  private void redraw(Particle child, Redraw redraw) {
    int i = redraw.player();
    int n = types.types(i);
    for (int start = 0; start < n; start++) {
      int from = weightOffset[i] + start * n;
      double all = 0;
      for (int k = 0; k < n; k++) {
        all += child.weights[from + k];
      }
      for (int k = 0; k < n; k++) {
        child.weights[from + k] = redraw.regard() * redraw.distribution().at(k) * all;
      }
    }
    var given = options.given();
    if (given != null && given.player() == i) {
      child.since += child.given;
      child.given = 0;
    }
  }

  /// Adds a payoff of the type now in office to the types drawn at the root.
  private void credit(double[] weights, int v, double amount) {
    if (amount == 0) {
      return;
    }
    int i = 0;
    while (i + 1 < types.players() && v >= types.valueFunction(i + 1, 0)) {
      i++;
    }
    int n = types.types(i);
    int first = types.valueFunction(i, 0);
    for (int start = 0; start < n; start++) {
      payoff[first + start] +=
          discount[i] * weights[weightOffset[i] + start * n + (v - first)] * amount;
    }
  }

  private void ownPayoffs(Position position, Particle particle) {
    switch (position) {
      case Decision decision ->
          own(decision.mover(), decision.actions().stream().map(Action::own).toList(), 0, particle);
      case Simultaneous simultaneous -> {
        int from = 0;
        for (var mover : simultaneous.movers()) {
          own(mover.player(), mover.own(), from, particle);
          from += types.types(mover.player()) * mover.actions();
        }
      }
      case Chance _, Terminal _ -> {}
    }
  }

  private void own(int player, List<Payoffs> perAction, int from, Particle particle) {
    for (int k = 0; k < types.types(player); k++) {
      int v = types.valueFunction(player, k);
      double sum = 0;
      for (int a = 0; a < perAction.size(); a++) {
        sum += visit.choice(from + k * perAction.size() + a) * perAction.get(a).at(v);
      }
      credit(particle.weights, v, sum);
    }
  }

  private void outlive(Cloud last, int period) {
    for (int place = 0; place < equilibrium.places(); place++) {
      int position = equilibrium.positionAt(place);
      for (var particle : last.take(place)) {
        mass += particle.mass;
        double measured = measured(particle);
        if (measured > 0) {
          listener.survivor(position, particle.beliefs, measured);
        }
        for (int v = 0; v < payoff.length; v++) {
          credit(particle.weights, v, worth(period, position, v, particle.beliefs));
        }
      }
    }
  }

  /// What the play that is left unfollowed is worth.
  private double worth(int period, int position, int v, double[] beliefs) {
    return period < game.horizon()
        ? equilibrium.period(period).value(position, v, beliefs)
        : equilibrium.valueAtHorizon(position, v, beliefs);
  }

  static List<Outcome> outcomes(Position position) {
    return switch (position) {
      case Decision decision -> decision.outcomes();
      case Simultaneous simultaneous -> simultaneous.outcomes();
      case Chance chance -> chance.outcomes();
      case Terminal _ -> List.of();
    };
  }
}
