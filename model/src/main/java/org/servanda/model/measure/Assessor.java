package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.scenario.Alternative;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.Progress;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.model.compile.CompiledGame;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.StateOfTheWorld;
import org.servanda.model.measure.AssessOptions.Detail;

/// From a scenario to everything that its solved game says.
public final class Assessor {
  private final Scenario scenario;
  private final AssessOptions options;
  private final Stages stages;
  private final Cancellation cancellation;
  private final StateOfTheWorld world = StateOfTheWorld.modes();

  private Assessor(
      Scenario scenario, AssessOptions options, Stages stages, Cancellation cancellation) {
    this.scenario = scenario;
    this.options = options;
    this.stages = stages;
    this.cancellation = cancellation;
  }

  /// Assesses one agreement of a scenario, every estimate at its mode.
  ///
  /// @param stages receives progress
  /// @param cancellation stops the work soon after it is triggered
  /// @throws IllegalArgumentException if the scenario has no alternative with the variant's name
  public static Assessed assess(
      Scenario scenario, AssessOptions options, Stages stages, Cancellation cancellation) {
    try {
      return new Assessor(scenario, options, stages, cancellation).assess();
    } catch (Unsolved unsolved) {
      return unsolved.reason();
    }
  }

  /// {@return survival of one agreement on three clocks, every estimate at its mode, and nothing
  /// else}
  ///
  /// @throws IllegalArgumentException if the scenario has no alternative with the variant's name
  /// @throws Unsolved if the game could not be solved; the message says why
  public static Survival survival(
      Scenario scenario, AssessOptions options, Cancellation cancellation) {
    var assessor = new Assessor(scenario, options, Stages.none(), cancellation);
    return assessor.play(assessor.agreement(), Grain.of(options), Progress.none()).survival();
  }

  /// {@return why the game of some agreement of a scenario is too large to be written; null if none
  /// is, which the solver may still find}
  ///
  /// @param options the grid and the memory limit
  public static @Nullable NotAssessed refusal(Scenario scenario, AssessOptions options) {
    for (var agreement : variants(scenario).values()) {
      var compiler = ScenarioCompiler.of(scenario, agreement, options.balanceSteps());
      var refusal =
          Play.refusal(compiler.size(StateOfTheWorld.modes()), Grain.of(options), scenario.time());
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private @Nullable Agreement agreement() {
    var variants = variants(scenario);
    if (!variants.containsKey(options.variant())) {
      throw new IllegalArgumentException(
          "there is no alternative \"%s\"\nTry: one of %s"
              .formatted(options.variant(), variants.keySet()));
    }
    return variants.get(options.variant());
  }

  private Assessment assess() {
    var agreement = agreement();
    var play = play(agreement, Grain.of(options), fraction -> stages.at("solving", fraction));
    var measures = Measures.of(play);
    var solution = solution(play, measures.survival());
    boolean full = options.detail() != Detail.HEADLINE;
    var values = values(play);
    var account = Account.NONE;
    var alternatives = Attempts.<Assessment.Alternative>none();
    if (full) {
      var workers = Workers.beside(play, options, cancellation);
      var telling = new FutureTask<>(() -> Account.of(play, measures));
      alternatives = alternatives(workers, telling);
      account = workers.result(telling);
    }
    var sensitivity =
        options.detail() == Detail.SENSITIVITY
            ? new SensitivityMeasure(play, options, stages, cancellation).swings()
            : Attempts.<Assessment.Sensitivity>none();
    return new Assessment(
        scenario.title(),
        options.variant(),
        scenario.time().start(),
        measures.parties(),
        measures.survival(),
        measures.causes(),
        values,
        alternatives.results(),
        account.path(),
        account.ledgers(),
        measures.beliefs(),
        measures.rates(),
        measures.margins(),
        account.signs(),
        play.compiled().used().values().stream()
            .map(e -> new Assessment.Assumption(e, world.value(e)))
            .toList(),
        play.compiled().records(),
        sensitivity.results(),
        Stream.concat(alternatives.omissions().stream(), sensitivity.omissions().stream()).toList(),
        account.selection(),
        solution);
  }

  /// {@return every agreement of a scenario by name, the drafted one first; null when refused}
  static SequencedMap<String, @Nullable Agreement> variants(Scenario scenario) {
    var variants = new LinkedHashMap<String, @Nullable Agreement>();
    variants.put(AssessOptions.AS_DRAFTED, scenario.agreement());
    for (var alternative : scenario.alternatives().values()) {
      switch (alternative) {
        case Alternative.Refusal(var name) -> variants.put(name, null);
        case Alternative.Variant(var name, var agreement) -> variants.put(name, agreement);
      }
    }
    return variants;
  }

  private Play play(@Nullable Agreement agreement, Grain grain, Progress progress) {
    return Play.of(scenario, agreement, world, grain, progress, cancellation);
  }

  private Assessment.Solution solution(Play play, Survival survival) {
    var coarse =
        play(
            play.agreement(),
            Grain.of(options).withResolution(options.resolution() / 2),
            Progress.none());
    double error = difference(survival.clash(), coarse.survival().clash());
    var run = play.equilibrium().run();
    return new Assessment.Solution(
        run.residual(),
        error,
        run.positions(),
        run.beliefs(),
        run.periods(),
        run.decisionsWithSeveralSolutions(),
        run.seconds());
  }

  private static double difference(Survival.Curve one, Survival.Curve other) {
    double largest = 0;
    for (int p = 0; p < one.points().size(); p++) {
      double d = one.points().get(p).probability() - other.points().get(p).probability();
      largest = Math.max(largest, Math.abs(d));
    }
    return largest;
  }

  private List<Assessment.PartyValue> values(Play play) {
    var refused = play.signed() ? play(null, Grain.of(options), Progress.none()) : play;
    var values = new ArrayList<Assessment.PartyValue>();
    var codebook = play.compiled().codebook();
    for (int i = 0; i < codebook.players(); i++) {
      String party = codebook.parties().get(i);
      var types = codebook.types().get(i);
      for (int k = 0; k < types.size(); k++) {
        values.add(
            new Assessment.PartyValue(
                party,
                types.get(k).word(),
                play.equilibrium().value(i, k),
                refused.equilibrium().value(i, k)));
      }
      if (types.size() > 1) {
        values.add(new Assessment.PartyValue(party, "all", average(play, i), average(refused, i)));
      }
    }
    return values;
  }

  static double average(Play play, int player) {
    return average(play.compiled(), play.equilibrium(), player);
  }

  /// {@return what a party expects under the prior on its types}
  static double average(CompiledGame compiled, QuantalResponseEquilibrium equilibrium, int player) {
    var game = compiled.game();
    double sum = 0;
    for (int k = 0; k < game.types().types(player); k++) {
      sum += game.prior(player).at(k) * equilibrium.value(player, k);
    }
    return sum;
  }

  /// @param beside goes on at the same time
  private Attempts<Assessment.Alternative> alternatives(Workers workers, Runnable beside) {
    var variants = variants(scenario);
    var names = new ArrayList<>(variants.keySet());
    names.remove(options.variant());
    return Attempts.of(
        workers.map(
            beside,
            names,
            name ->
                Attempt.of(
                    "alternative \"" + name + "\"", () -> alternative(name, variants.get(name))),
            stages,
            "alternatives"));
  }

  private Assessment.Alternative alternative(String name, @Nullable Agreement agreement) {
    var play = play(agreement, Grain.of(options), Progress.none());
    var averages = new ArrayList<Assessment.PartyAverage>();
    var parties = play.compiled().codebook().parties();
    for (int i = 0; i < parties.size(); i++) {
      averages.add(new Assessment.PartyAverage(parties.get(i), average(play, i)));
    }
    var survival = play.survival();
    return new Assessment.Alternative(name, survival, averages, solution(play, survival));
  }
}
