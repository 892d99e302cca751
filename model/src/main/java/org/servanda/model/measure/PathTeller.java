package org.servanda.model.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.play.FlatBelief;
import org.servanda.engine.play.LikelyPath;
import org.servanda.engine.play.Step;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Meaning;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;

/// Tells the most likely way in which things come to a break.
///
/// Among all histories the likeliest is always one that breaks early, because every further period
/// is one more throw of dice. So the event is fixed first, cause and year as they are most likely
/// to be, and the path is the likeliest history that ends in it.
record PathTeller(Play play) {
  /// Cells per axis of beliefs in which histories are compared.
  private static final int CELLS = 32;

  /// Smallest movement of a belief worth telling.
  private static final double NOTICEABLE = 0.03;

  /// @param clock that stops
  /// @param period in which it stops
  private record Event(Clock clock, int actor, Happening happening, int period) {}

  Assessment.@Nullable BreakPath path(ClockMeasure clocks) {
    var clock = play.signed() ? Clock.BREACH : Clock.CLASH;
    var peak = clocks.peak(clock);
    if (peak == null) {
      return null;
    }
    var codebook = play.compiled().codebook();
    LikelyPath.Target target =
        (period, position, outcome) -> {
          var meaning = codebook.meanings().get(position).get(outcome);
          return period == peak.period()
              && meaning.stops().contains(clock)
              && meaning.actor() == peak.actor()
              && meaning.happening() == peak.happening();
        };
    var found = LikelyPath.find(play.equilibrium(), List.of(target), CELLS).getFirst();
    return found == null ? null : told(found, codebook);
  }

  private Assessment.BreakPath told(LikelyPath path, Codebook codebook) {
    var narrator = new Narrator(codebook);
    var steps = new ArrayList<Assessment.PathStep>();
    var last = path.steps().getLast();
    for (int n = 0; n < path.steps().size(); n++) {
      var step = path.steps().get(n);
      var meaning = codebook.meanings().get(step.position()).get(step.outcome());
      if (worthTelling(meaning) || n == path.steps().size() - 1) {
        var after = n + 1 < path.steps().size() ? path.steps().get(n + 1).beliefs() : null;
        steps.add(
            new Assessment.PathStep(
                date(step),
                meaning.actor() == Meaning.CHANCE ? null : codebook.parties().get(meaning.actor()),
                narrator.sentence(meaning),
                step.probability(),
                after == null ? "" : moved(codebook, step.beliefs(), after)));
      }
    }
    var event = codebook.meanings().get(last.position()).get(last.outcome());
    return new Assessment.BreakPath(narrator.sentence(event), path.probability(), steps);
  }

  private LocalDate date(Step step) {
    return play.scenario().time().startOf(step.period());
  }

  private static boolean worthTelling(Meaning meaning) {
    return meaning.happening() != Happening.NOTHING && meaning.happening() != Happening.COMPLIED;
  }

  private String moved(Codebook codebook, FlatBelief before, FlatBelief after) {
    var types = play.compiled().game().types();
    var text = new StringBuilder();
    for (int i = 0; i < types.players(); i++) {
      int v = types.valueFunction(i, types.types(i) - 1);
      if (types.informed(i) && Math.abs(after.at(v) - before.at(v)) >= NOTICEABLE) {
        text.append(text.isEmpty() ? "" : "; ")
            .append(codebook.names().get(i))
            .append(" is now taken for ")
            .append(codebook.types().get(i).getLast().word())
            .append(" with probability ")
            .append(String.format(java.util.Locale.ROOT, "%.2f", after.at(v)))
            .append(String.format(java.util.Locale.ROOT, ", before %.2f", before.at(v)));
      }
    }
    return text.toString();
  }
}
