package org.servanda.workbench.draft;

import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.scenario.Alternative;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioReading;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.model.measure.AssessOptions;
import org.servanda.workbench.question.Question;
import org.servanda.workbench.question.Refusal;

/// What requests say about drafts.
public final class Drafts {
  /// Most characters of a scenario file.
  public static final int LONGEST = 1 << 20;

  /// Most characters of a name.
  public static final int LONGEST_NAME = 200;

  private static final String USUAL_NAME = "draft.yaml";

  private Drafts() {}

  /// {@return the file a request speaks of: its keys `text` and `name`}
  public static ScenarioText text(Question question) {
    String name = question.textIfSaid("name", LONGEST_NAME);
    return new ScenarioText(
        name == null || name.isBlank() ? USUAL_NAME : name.strip(), question.text("text", LONGEST));
  }

  /// {@return a file without those of its alternatives that are wrong}
  ///
  /// @throws Refusal with all that is wrong, if anything else is
  public static ScenarioText sound(ScenarioText text) {
    return switch (text.read()) {
      case ScenarioReading.Read _ -> text;
      case ScenarioReading.Rejected(var problems) -> {
        var sound = Soundness.of(text, problems);
        if (sound.read() instanceof ScenarioReading.Read) {
          yield sound;
        }
        throw Refusal.ofScenario(ReadingJson.problems(problems));
      }
    };
  }

  /// {@return what a file says, without those of its alternatives that are wrong}
  ///
  /// @throws Refusal with all that is wrong, if anything else is
  public static Scenario read(ScenarioText text) {
    return text.read() instanceof ScenarioReading.Read(var scenario)
        ? scenario
        : sound(text).read().orThrow();
  }

  /// {@return the name of a proposal of a scenario}
  ///
  /// @param name as asked for; absent for the drafted one
  /// @throws Refusal if there is none of that name
  public static String proposal(Scenario scenario, @Nullable String name) {
    if (name == null || name.equals(AssessOptions.AS_DRAFTED)) {
      return AssessOptions.AS_DRAFTED;
    }
    return alternative(scenario, name).name();
  }

  /// {@return the clauses of a proposal; null if it signs nothing}
  ///
  /// @param name of a proposal there is
  public static @Nullable Agreement agreement(Scenario scenario, String name) {
    if (name.equals(AssessOptions.AS_DRAFTED)) {
      return scenario.agreement();
    }
    return switch (alternative(scenario, name)) {
      case Alternative.Variant(_, var agreement) -> agreement;
      case Alternative.Refusal _ -> null;
    };
  }

  static Alternative alternative(Scenario scenario, String name) {
    Alternative alternative = scenario.alternatives().get(name);
    if (alternative == null) {
      var names = scenario.alternatives().sequencedKeySet();
      throw Refusal.of(
          Refusal.Kind.NOT_POSSIBLE,
          "the scenario has no proposal of this name",
          names.isEmpty()
              ? AssessOptions.AS_DRAFTED
              : "one of " + AssessOptions.AS_DRAFTED + ", " + String.join(", ", names));
    }
    return alternative;
  }
}
