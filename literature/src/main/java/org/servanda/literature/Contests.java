package org.servanda.literature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.SequencedMap;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.engine.game.Chance;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.Spot;
import org.servanda.model.compile.StateOfTheWorld;

/// Wars as the settlement model decides them.
///
/// @source Hirshleifer (1989)
final class Contests {
  static final Map<String, Reduction> REDUCTIONS = Map.of("contest", Contests::wins);

  private Contests() {}

  /// How often the first principal of a scenario wins a war that it begins at once.
  private static SequencedMap<String, Double> wins(Given given) {
    var scenario = scenario(given);
    var compiled =
        ScenarioCompiler.of(scenario, scenario.agreement(), 1).compile(StateOfTheWorld.modes());
    var spots = compiled.codebook().spots();
    for (int position = 0; position < spots.size(); position++) {
      if (spots.get(position) instanceof Spot.Fighting(var war, _)
          && war.attacker() == 0
          && war.balance() == 0) {
        var chance = (Chance) compiled.game().position(position);
        return Reduction.one("wins", chance.lottery(0).at(0));
      }
    }
    throw new IllegalArgumentException(
        "nobody attacks in %s\nTry: a scenario in which the first principal can"
            .formatted(given.word("scenario")));
  }

  private static Scenario scenario(Given given) {
    var file = given.folder().resolve(given.word("scenario"));
    try {
      var text =
          new ScenarioText(file.toString(), Files.readString(file))
              .set(Double.toString(given.number("steepness")), "assumptions", "war.steepness");
      return switch (text.read()) {
        case ScenarioReading.Read(var scenario) -> scenario;
        case ScenarioReading.Rejected(var problems) ->
            throw new IllegalArgumentException(
                "%s: %s\nTry: servanda check %s".formatted(file, problems.getFirst().what(), file));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }
}
