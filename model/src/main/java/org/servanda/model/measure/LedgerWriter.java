package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.servanda.engine.equilibrium.Evaluated;
import org.servanda.engine.equilibrium.PolicyEvaluation;
import org.servanda.engine.game.StochasticGame;
import org.servanda.model.compile.Component;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.Spot;

/// Writes why a type prefers one move to another, payoff component by payoff component.
///
/// Each component is a game of its own with the same play; values are linear in payoffs, so the
/// components of a difference add up to it.
record LedgerWriter(Play play) {
  /// Ledgers written, for the moments that matter most.
  private static final int LEDGERS = 3;

  /// Components smaller than this on both sides are left out of the table; they are exactly zero
  /// but for rounding.
  private static final double NOTHING = 1e-12;

  List<Assessment.Ledger> ledgers(List<MarginMeasure.Moment> moments) {
    var told = moments.stream().limit(LEDGERS).toList();
    if (told.isEmpty()) {
      return List.of();
    }
    var compiler =
        ScenarioCompiler.of(play.scenario(), play.agreement(), play.grain().balanceSteps());
    var games = new ArrayList<StochasticGame>();
    for (Component component : Component.values()) {
      games.add(compiler.compile(play.world(), component).game());
    }
    var periods =
        told.stream().map(MarginMeasure.Moment::period).collect(Collectors.toUnmodifiableSet());
    var evaluated = PolicyEvaluation.evaluate(play.equilibrium(), games, periods);
    return told.stream().map(moment -> ledger(moment, evaluated)).toList();
  }

  private Assessment.Ledger ledger(MarginMeasure.Moment moment, List<Evaluated> evaluated) {
    var codebook = play.compiled().codebook();
    var names = codebook.actions().get(moment.position());
    int types = play.compiled().game().types().types(moment.player());
    var worth = new double[types * names.size()];
    var sigma = new double[types * names.size()];
    var period = play.equilibrium().period(moment.period());
    period.actionValues(moment.position(), flat(moment), worth);
    period.strategy(moment.position(), flat(moment), sigma);
    int offset = moment.type() * names.size();
    var moves = new ArrayList<Assessment.Move>();
    int deviation = 1;
    for (int a = 0; a < names.size(); a++) {
      moves.add(new Assessment.Move(names.get(a), worth[offset + a], sigma[offset + a]));
      if (a > 1 && worth[offset + a] > worth[offset + deviation]) {
        deviation = a;
      }
    }
    var spot = (Spot.MoveOf) codebook.spots().get(moment.position());
    return new Assessment.Ledger(
        play.scenario().time().startOf(moment.period())
            + ": "
            + new Narrator(codebook).situation(spot.state()),
        codebook.parties().get(moment.player()),
        codebook.types().get(moment.player()).get(moment.type()).word(),
        moment.reached(),
        moves,
        names.get(deviation),
        components(moment, evaluated, worth.length, offset, deviation));
  }

  private static List<Assessment.Component> components(
      MarginMeasure.Moment moment, List<Evaluated> evaluated, int size, int offset, int deviation) {
    var components = new ArrayList<Assessment.Component>();
    var part = new double[size];
    for (Component component : Component.values()) {
      evaluated
          .get(component.ordinal())
          .period(moment.period())
          .actionValues(moment.position(), flat(moment), part);
      double complying = part[offset];
      double deviating = part[offset + deviation];
      if (Math.abs(complying) > NOTHING || Math.abs(deviating) > NOTHING) {
        components.add(new Assessment.Component(component.words(), complying, deviating));
      }
    }
    components.sort(
        Comparator.comparingDouble((Assessment.Component c) -> Math.abs(c.difference()))
            .reversed());
    return components;
  }

  private static double[] flat(MarginMeasure.Moment moment) {
    return moment.beliefs().stream().mapToDouble(p -> p).toArray();
  }
}
