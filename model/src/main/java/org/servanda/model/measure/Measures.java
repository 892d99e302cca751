package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.List;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.Role;
import org.servanda.model.compile.Codebook;

/// Everything read off one forward play of a game.
record Measures(
    ClockMeasure clocks,
    Survival survival,
    List<Assessment.Cause> causes,
    List<Assessment.BeliefPath> beliefs,
    List<Assessment.Rate> rates,
    List<Assessment.Margin> margins,
    List<MarginMeasure.Moment> moments,
    List<Assessment.PartyLabel> parties) {

  static Measures of(Play play) {
    var codebook = play.compiled().codebook();
    var game = play.compiled().game();
    int periods = play.periods();
    double years = play.yearsPerPeriod();
    var clocks = new ClockMeasure(codebook, periods, years);
    var beliefs = new BeliefMeasure(codebook, game.types(), periods, years, play.signed());
    var rates = new RateMeasure(codebook, years);
    var margins = new MarginMeasure(codebook, game);
    play.run((period, position, belief, mass, sigma, outcomes) -> {
      clocks.visit(period, position, belief, mass, sigma, outcomes);
      beliefs.visit(period, position, belief, mass, sigma, outcomes);
      rates.visit(period, position, belief, mass, sigma, outcomes);
      margins.visit(period, position, belief, mass, sigma, outcomes);
    });
    return new Measures(
        clocks,
        clocks.survival(play.signed()),
        clocks.causes(),
        beliefs.paths(),
        rates.rates(),
        margins.margins(t -> String.valueOf(play.scenario().time().startOf(t).getYear())),
        margins.moments(),
        parties(play, codebook));
  }

  private static List<Assessment.PartyLabel> parties(Play play, Codebook codebook) {
    var labels = new ArrayList<Assessment.PartyLabel>();
    var game = play.compiled().game();
    for (int i = 0; i < codebook.players(); i++) {
      var prior = new ArrayList<Double>();
      for (int k = 0; k < game.types().types(i); k++) {
        prior.add(game.prior(i).at(k));
      }
      labels.add(
          new Assessment.PartyLabel(
              codebook.parties().get(i),
              codebook.names().get(i),
              i < 2 ? Role.PRINCIPAL.word() : Role.GUARANTOR.word(),
              codebook.types().get(i).stream().map(Disposition::word).toList(),
              prior));
    }
    return labels;
  }
}
