package org.servanda.report.html;

import java.util.ArrayList;
import org.servanda.model.measure.SecurityLevels;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Clock;
import org.servanda.report.answer.Findings;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.WorstCaseWords;

/// What a coalition can be sure of.
final class WorstCase {
  private WorstCase() {}

  /// {@return the section, nothing if it was not asked for}
  static Markup markup(Answer answer, Findings findings) {
    var levels = answer.worstCase();
    if (levels == null) {
      return Markup.NONE;
    }
    return Annex.section(
        "worst-case",
        "In the worst case",
        WorstCaseWords.assumption(answer, levels)
            + " Each number is its own worst case. Nobody is expected to behave so.",
        Markup.of("{}{}", lasting(levels, findings).markup(), worth(answer, levels).markup()));
  }

  private static Table lasting(SecurityLevels levels, Findings findings) {
    var years = findings.milestones();
    var heads = new ArrayList<String>();
    heads.add("What can be made to last");
    years.forEach(y -> heads.add("#" + Numbers.years(y)));
    var table = new Table("Probability that can be guaranteed", heads);
    for (Clock clock : Clock.values()) {
      var curve = clock.of(levels.survival());
      if (curve != null) {
        var cells = new ArrayList<String>();
        cells.add(clock.label());
        years.forEach(y -> cells.add(Numbers.percent(curve.at(y))));
        table.row(cells, "");
      }
    }
    return table;
  }

  private static Table worth(Answer answer, SecurityLevels levels) {
    var table =
        new Table(
            "Worth in stakes that can be guaranteed", "Party", "Side", "Disposition", "#Worth");
    for (var party : answer.parties()) {
      for (var level : levels.levels()) {
        if (level.party().equals(party.key())) {
          table.row(
              answer.name(party.key()),
              levels.coalition().contains(party.key()) ? "together" : "against them",
              level.type().equals("all") ? "on average" : level.type(),
              Numbers.stakes(level.level()));
        }
      }
    }
    return table;
  }
}
