package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Problem;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.StateOfTheWorld;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.proposition.Proposition.Side;
import org.servanda.study.proposition.Proposition.Signature;
import org.servanda.study.proposition.Staged.Play;
import org.servanda.study.proposition.Staged.Stage;

/// Applies the sides of a proposition to its accords.
public final class Stager {
  private final Proposition proposition;
  private final Problems problems;

  private Stager(Proposition proposition) {
    this.proposition = proposition;
    this.problems = new Problems(proposition.file());
  }

  /// What came of it.
  public sealed interface Outcome {
    /// Every side is a scenario of every accord, and no two sides are the same game.
    record Ready(Staged staged) implements Outcome {}

    /// Some side makes no scenario, or changes nothing.
    ///
    /// @param problems all that is wrong, by place in the file of the proposition
    record Rejected(List<Problem> problems) implements Outcome {
      public Rejected {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Applies all sides to all accords.
  ///
  /// @param accords where the accords are taken from
  public static Outcome stage(Proposition proposition, Accords accords) {
    var stager = new Stager(proposition);
    var stages = new ArrayList<Stage>();
    for (var accord : proposition.accords()) {
      var stage = stager.stage(accord, accords);
      if (stage != null) {
        stages.add(stage);
      }
    }
    return stager.problems.none()
        ? new Outcome.Ready(new Staged(proposition, stages))
        : new Outcome.Rejected(stager.problems.all());
  }

  private @Nullable Stage stage(Proposition.Accord accord, Accords accords) {
    var text = accords.text(accord.id());
    if (text == null) {
      problems.add(
          accord.place(),
          "there is no accord \"%s\"".formatted(accord.id()),
          "a path below catalog/accords without its ending, such as ukraine/1994-budapest");
      return null;
    }
    if (!(text.read() instanceof ScenarioReading.Read(var scenario))) {
      problems.add(
          accord.place(),
          "the accord \"%s\" is no scenario".formatted(accord.id()),
          "servanda check " + text.name());
      return null;
    }
    try {
      return stage(accord, text, scenario, Roles.of(scenario, accord.named()));
    } catch (IllegalArgumentException complaint) {
      problems.add(accord.place(), complaint);
      return null;
    }
  }

  private @Nullable Stage stage(
      Proposition.Accord accord, ScenarioText text, Scenario scenario, Roles roles) {
    var sides = new ArrayList<Play>();
    for (var side : proposition.sides()) {
      var edits = new ArrayList<>(proposition.setting());
      edits.addAll(side.edits());
      var read = AccordEditor.edited(text, scenario, roles, edits).read();
      switch (read) {
        case ScenarioReading.Read(var edited) ->
            sides.add(
                new Play(edited, side.signature() == Signature.SIGNED ? edited.agreement() : null));
        case ScenarioReading.Rejected(var wrong) -> {
          for (var problem : wrong) {
            problems.add(
                side.place(),
                "side \"%s\" makes no scenario of %s: %s"
                    .formatted(side.name(), accord.id(), problem.what()),
                problem.tryThis());
          }
        }
      }
    }
    if (sides.size() < proposition.sides().size()) {
      return null;
    }
    checkMeasures(accord, roles, sides);
    checkDifferent(accord, sides);
    return new Stage(accord.id(), roles, sides);
  }

  private void checkMeasures(Proposition.Accord accord, Roles roles, List<Play> sides) {
    for (var term : proposition.criterion().terms()) {
      var side = sides.get(proposition.indexOf(term.side()));
      String measure = roles.fill(term.measure());
      if (!VariantSolver.measures(side.scenario()).contains(measure)) {
        problems.add(
            accord.place(),
            "%s in %s cannot be measured in %s: no such party, act of it, or year"
                .formatted(term.measure(), term.side(), accord.id()),
            "a year within the horizon, and acts of principals for principals");
      }
    }
  }

  private void checkDifferent(Proposition.Accord accord, List<Play> plays) {
    for (int one = 0; one < plays.size(); one++) {
      for (int other = 0; other < one; other++) {
        if (compiler(plays.get(one)).givesSameGame(compiler(plays.get(other)), modes())) {
          Side side = proposition.sides().get(one);
          problems.add(
              side.place(),
              "side \"%s\" is the same game as \"%s\" in %s"
                  .formatted(side.name(), proposition.sides().get(other).name(), accord.id()),
              "an edit that binds somebody, or another accord");
        }
      }
    }
  }

  private static StateOfTheWorld modes() {
    return StateOfTheWorld.modes();
  }

  private static ScenarioCompiler compiler(Play play) {
    return ScenarioCompiler.of(play.scenario(), play.agreement(), 1);
  }
}
