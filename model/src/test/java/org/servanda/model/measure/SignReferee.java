package org.servanda.model.measure;

import java.util.Set;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Timing;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Meaning.Clock;

/// What a sign that states show says, without sampling: with one type per party, positions are a
/// Markov chain, which is followed with and without the sign, date by date.
final class SignReferee {
  private final QuantalResponseEquilibrium equilibrium;
  private final Codebook codebook;
  private final Sign sign;
  private final Clock clock;
  private final int periods;
  private final int followed;
  private final Visit visit;
  private double seen;
  private double compared;
  private double stopped;
  private double without;

  private SignReferee(Play play, Sign sign, Clock clock, int followed) {
    this.equilibrium = play.equilibrium();
    this.codebook = play.compiled().codebook();
    this.sign = sign;
    this.clock = clock;
    this.periods = play.periods();
    this.followed = followed;
    this.visit = new Visit(play.compiled().game().types());
  }

  /// What is exactly so.
  record Verdict(double seen, double after, double without) {}

  static Verdict of(Play play, Sign sign, Clock clock, int followed) {
    var referee = new SignReferee(play, sign, clock, followed);
    referee.run();
    return new Verdict(
        referee.seen, referee.stopped / referee.compared, referee.without / referee.compared);
  }

  private void run() {
    var now = new double[equilibrium.places()];
    now[equilibrium.place(equilibrium.game().root())] = 1;
    for (int t = 0; t < periods; t++) {
      boolean counts = t + followed <= periods;
      var risk = counts ? risk(t) : new double[now.length];
      var others = counts ? othersRisk(t) : new double[now.length];
      double opening = 0;
      double stops = 0;
      for (int x = 0; x < now.length; x++) {
        opening += now[x];
        stops += now[x] * others[x];
      }
      var next = new double[now.length];
      double fresh = 0;
      double after = 0;
      for (int x = 0; x < now.length; x++) {
        if (now[x] > 0 && shows(x)) {
          fresh += now[x];
          after += now[x] * risk[x];
        } else if (now[x] > 0) {
          spread(t, x, now, next);
        }
      }
      seen += fresh;
      if (counts && opening > fresh) {
        compared += fresh;
        stopped += after;
        without += fresh * stops / (opening - fresh);
      }
      now = next;
    }
  }

  private boolean shows(int place) {
    var state = SignCandidates.state(codebook.spots().get(equilibrium.positionAt(place)));
    return state != null && sign.shows(state);
  }

  private void spread(int t, int x, double[] now, double[] next) {
    var outcomes = look(t, x);
    for (int o = 0; o < outcomes.size(); o++) {
      if (!ends(x, o)) {
        var to = outcomes.get(o).timing() == Timing.NEXT_PERIOD ? next : now;
        to[equilibrium.place(outcomes.get(o).successor())] += now[x] * visit.probability(o);
      }
    }
  }

  private java.util.List<Outcome> look(int t, int x) {
    int position = equilibrium.positionAt(x);
    equilibrium.period(t).visit(position, equilibrium.priors(), visit);
    return switch (equilibrium.game().position(position)) {
      case Decision decision -> decision.outcomes();
      case Chance chance -> chance.outcomes();
      default -> java.util.List.of();
    };
  }

  private Set<Clock> stops(int x, int o) {
    return codebook.meanings().get(equilibrium.positionAt(x)).get(o).stops();
  }

  /// Whether nothing can follow on the clock.
  private boolean ends(int x, int o) {
    return stops(x, o).contains(clock == Clock.BREACH ? Clock.EXIT : clock);
  }

  /// Probability, by place in period t, that the clock stops in the periods followed.
  private double[] risk(int t) {
    var next = new double[equilibrium.places()];
    for (int s = t + followed - 1; s >= t; s--) {
      next = risk(s, next, false);
    }
    return next;
  }

  /// The same for histories that do not show the sign in period t; those that do count as 0.
  private double[] othersRisk(int t) {
    var next = new double[equilibrium.places()];
    for (int s = t + followed - 1; s > t; s--) {
      next = risk(s, next, false);
    }
    return risk(t, next, true);
  }

  private double[] risk(int s, double[] next, boolean unseen) {
    var here = new double[next.length];
    for (int x = next.length - 1; x >= 0; x--) {
      var outcomes = unseen && shows(x) ? java.util.List.<Outcome>of() : look(s, x);
      for (int o = 0; o < outcomes.size(); o++) {
        var from = outcomes.get(o).timing() == Timing.NEXT_PERIOD ? next : here;
        double value =
            stops(x, o).contains(clock)
                ? 1
                : ends(x, o) ? 0 : from[equilibrium.place(outcomes.get(o).successor())];
        here[x] += visit.probability(o) * value;
      }
    }
    return here;
  }
}
