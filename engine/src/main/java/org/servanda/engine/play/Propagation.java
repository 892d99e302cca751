package org.servanda.engine.play;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.PeriodSolution;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
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
  private final @Nullable Place[] places;
  private final int[] playerOf;
  private final int[] weightOffset;

  /// Value function of the type now of each weight.
  private final int[] valueOf;

  /// Whether payoffs are added up; particles have weights then.
  private final boolean paid;

  private final double[] payoff;
  private final double[] discount;
  private final Visit visit;
  private final Spare spare = new Spare();

  /// Written anew for each outcome.
  private final Particle child;

  private double[][] ofLength = {new double[0]};
  private double[][] chancesOfLength = {new double[0]};
  private double mass;
  private double left;
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
    this.places = new Place[equilibrium.places()];
    this.paid = options.payoffs();
    this.payoff = new double[types.valueFunctions()];
    this.playerOf = new int[types.valueFunctions()];
    this.discount = new double[types.players()];
    this.weightOffset = new int[types.players() + 1];
    for (int i = 0; i < types.players(); i++) {
      discount[i] = 1;
      for (int k = 0; k < types.types(i); k++) {
        playerOf[types.valueFunction(i, k)] = i;
      }
      weightOffset[i + 1] = weightOffset[i] + (paid ? types.types(i) * types.types(i) : 0);
    }
    if (!paid) {
      Arrays.fill(payoff, Double.NaN);
    }
    this.valueOf = new int[weightOffset[types.players()]];
    for (int i = 0; i < types.players(); i++) {
      for (int w = weightOffset[i]; w < weightOffset[i + 1]; w++) {
        valueOf[w] = types.valueFunction(i, (w - weightOffset[i]) % types.types(i));
      }
    }
    this.child = new Particle(new double[payoff.length], new double[weightOffset[types.players()]]);
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
    var now = cloud();
    now.add(equilibrium.place(game.root()), first());
    int largest = 1;
    double widest = 0;
    int periods = Math.min(equilibrium.periods(), options.periods());
    for (int t = 0; t < periods; t++) {
      var next = cloud();
      var period = equilibrium.period(t);
      for (int x = 0; x < places.length; x++) {
        var crowd = now.take(x);
        if (crowd != null) {
          var place = place(x);
          for (int i = 0; i < crowd.count(); i++) {
            step(period, place, crowd.particle(i), now, next);
          }
          spare.take(crowd);
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
        left,
        particles,
        Math.max(largest, now.largestMerge),
        Math.max(widest, now.widestMerge),
        payoff);
  }

  private Particle first() {
    var weights = new double[weightOffset[types.players()]];
    for (int i = 0; i < types.players() && paid; i++) {
      for (int k = 0; k < types.types(i); k++) {
        weights[weightOffset[i] + k * types.types(i) + k] = 1;
      }
    }
    var particle = new Particle(equilibrium.priors(), weights);
    particle.mass = 1;
    particle.given = 1;
    return particle;
  }

  private Cloud cloud() {
    var cells = new BeliefCells(types, options.cells());
    return new Cloud(places.length, cells, options.negligible(), spare);
  }

  private Place place(int index) {
    var place = places[index];
    if (place == null) {
      place = new Place(equilibrium, index);
      places[index] = place;
    }
    return place;
  }

  private void step(PeriodSolution period, Place place, Particle particle, Cloud now, Cloud next) {
    particles++;
    if (particle.mass < options.least() && !place.terminal) {
      leave(period, place, particle);
      return;
    }
    period.visit(place.position, particle.beliefs, visit);
    chooser.choose(period, place.position, particle.beliefs, particle.mass, visit);
    report(period.period(), place.position, particle);
    if (place.terminal) {
      end(period, place, particle);
      return;
    }
    ownPayoffs(place, particle);
    for (int o = 0; o < place.successor.length; o++) {
      if (visit.probability(o) > 0) {
        descend(particle, o, place);
        (place.advances[o] ? next : now).add(place.successor[o], child);
      }
    }
  }

  /// Follows a particle no further; what it is worth is known.
  private void leave(PeriodSolution period, Place place, Particle particle) {
    left += particle.mass;
    end(period, place, particle);
  }

  private void end(PeriodSolution period, Place place, Particle particle) {
    mass += particle.mass;
    for (int v = 0; v < payoff.length && paid; v++) {
      credit(particle.weights, v, period.value(place.position, v, particle.beliefs));
    }
  }

  private void report(int period, int position, Particle particle) {
    ofLength = with(ofLength, visit.choices());
    chancesOfLength = with(chancesOfLength, visit.outcomes());
    double[] sigma = ofLength[visit.choices()];
    double[] chances = chancesOfLength[visit.outcomes()];
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

  /// Arrays of every length up to one: what a listener gets is as long as what happened.
  private static double[][] with(double[][] arrays, int length) {
    if (length < arrays.length) {
      return arrays;
    }
    var more = new double[length + 1][];
    for (int n = 0; n <= length; n++) {
      more[n] = n < arrays.length ? arrays[n] : new double[n];
    }
    return more;
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

  /// Makes the child: what a particle becomes after an outcome.
  private void descend(Particle particle, int o, Place place) {
    visit.copyPosterior(o, child.beliefs);
    double[] weights = child.weights;
    for (int w = 0; w < weights.length; w++) {
      weights[w] = particle.weights[w] * visit.likelihood(o, valueOf[w]);
    }
    double[] payoffs = place.payoffs[o];
    for (int u = 0; u < payoffs.length && paid; u++) {
      credit(weights, u, payoffs[u]);
    }
    child.mass = particle.mass * visit.probability(o);
    child.given = particle.given * givenProbability(o);
    child.since = particle.since * visit.probability(o);
    for (var redraw : place.redraws[o]) {
      redraw(redraw);
    }
  }

  /// The office goes on: weights move to the types that may follow.
  private void redraw(Redraw redraw) {
    int i = redraw.player();
    int n = types.types(i);
    for (int start = 0; start < n && paid; start++) {
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
    int i = playerOf[v];
    int n = types.types(i);
    int first = types.valueFunction(i, 0);
    for (int start = 0; start < n; start++) {
      payoff[first + start] +=
          discount[i] * weights[weightOffset[i] + start * n + (v - first)] * amount;
    }
  }

  private void ownPayoffs(Place place, Particle particle) {
    for (int r = 0; r < place.own.length && paid; r++) {
      double[] own = place.own[r];
      double sum = 0;
      for (int a = 0; a < own.length; a++) {
        sum += visit.choice(place.ownChoice[r] + a) * own[a];
      }
      credit(particle.weights, place.ownValue[r], sum);
    }
  }

  private void outlive(Cloud last, int period) {
    for (int x = 0; x < places.length; x++) {
      var crowd = last.take(x);
      for (int i = 0; crowd != null && i < crowd.count(); i++) {
        outlive(crowd.particle(i), equilibrium.positionAt(x), period);
      }
    }
  }

  private void outlive(Particle particle, int position, int period) {
    mass += particle.mass;
    double measured = measured(particle);
    if (measured > 0) {
      listener.survivor(position, particle.beliefs, measured);
    }
    for (int v = 0; v < payoff.length && paid; v++) {
      credit(particle.weights, v, worth(period, position, v, particle.beliefs));
    }
  }

  /// What the play that is left unfollowed is worth.
  private double worth(int period, int position, int v, double[] beliefs) {
    return period < equilibrium.periods()
        ? equilibrium.period(period).value(position, v, beliefs)
        : equilibrium.valueAfter(position, v, beliefs);
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
