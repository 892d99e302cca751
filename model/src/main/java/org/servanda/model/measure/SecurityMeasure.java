package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.markov.SecurityLevel;
import org.servanda.model.compile.CompiledGame;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.StateOfTheWorld;

/// Finds what a coalition of parties can force, every estimate at its mode.
///
/// Needs no equilibrium: dispositions enter payoffs only, never what can happen, so that positions
/// and periods are all there is to know. See `docs/model/measures.md`, security level.
public final class SecurityMeasure {
  private final Scenario scenario;
  private final CompiledGame compiled;
  private final List<Integer> coalition;
  private final List<Integer> others;
  private final Cancellation cancellation;

  private SecurityMeasure(
      Scenario scenario,
      CompiledGame compiled,
      List<Integer> coalition,
      List<Integer> others,
      Cancellation cancellation) {
    this.scenario = scenario;
    this.compiled = compiled;
    this.coalition = coalition;
    this.others = others;
    this.cancellation = cancellation;
  }

  /// Measures one agreement of a scenario.
  ///
  /// @param options which agreement, and how many steps of strength are followed
  /// @param coalition keys of parties, at least one, no one twice
  /// @throws IllegalArgumentException if a party does not exist or is named twice, or the scenario
  ///   has no alternative with the variant's name
  /// @throws Unsolved if the game is too large or the work was canceled
  public static SecurityLevels of(
      Scenario scenario, AssessOptions options, List<String> coalition, Cancellation cancellation) {
    var variants = Assessor.variants(scenario);
    if (!variants.containsKey(options.variant())) {
      throw new IllegalArgumentException(
          "there is no alternative \"%s\"\nTry: one of %s"
              .formatted(options.variant(), variants.keySet()));
    }
    var agreement = variants.get(options.variant());
    var compiler = ScenarioCompiler.of(scenario, agreement, options.balanceSteps());
    var world = StateOfTheWorld.modes();
    var refusal = Play.refusal(compiler.size(world), Grain.of(options), scenario.time());
    if (refusal != null) {
      throw new Unsolved(refusal);
    }
    var compiled = compiler.compile(world);
    refuseIfTooLarge(compiled, options);
    var parties = compiled.codebook().parties();
    var members = new ArrayList<Integer>();
    for (String key : coalition) {
      int player = parties.indexOf(key);
      if (player < 0 || members.contains(player)) {
        throw new IllegalArgumentException(
            "party \"%s\" of the coalition must be one of %s and named once\nTry: %s"
                .formatted(key, parties, parties.getFirst()));
      }
      members.add(player);
    }
    members.sort(null);
    var others = new ArrayList<Integer>();
    for (int i = 0; i < parties.size(); i++) {
      if (!members.contains(i)) {
        others.add(i);
      }
    }
    try {
      return new SecurityMeasure(scenario, compiled, members, others, cancellation)
          .levels(agreement != null ? Agreed.SIGNED : Agreed.REFUSED);
    } catch (CancellationException stopped) {
      throw new Unsolved(
          new NotAssessed(
              NotAssessed.Reason.CANCELED, stopped.getMessage() + "\nTry: again", List.of()));
    }
  }

  private static void refuseIfTooLarge(CompiledGame compiled, AssessOptions options) {
    for (int i = 0; i < compiled.codebook().players(); i++) {
      var footprint = SecurityLevel.footprint(compiled.game(), i);
      if (footprint.bytes() > options.memoryLimit()) {
        throw new Unsolved(
            new NotAssessed(
                NotAssessed.Reason.TOO_LARGE,
                "the worst case needs %s, the limit is %d\nTry: fewer steps of the issue"
                    .formatted(footprint.formula(), options.memoryLimit()),
                List.of()));
      }
    }
  }

  private enum Agreed {
    SIGNED,
    REFUSED
  }

  private SecurityLevels levels(Agreed agreed) {
    boolean signed = agreed == Agreed.SIGNED;
    return new SecurityLevels(
        keys(coalition),
        keys(others),
        new Survival(
            signed ? curve(Clock.BREACH) : null,
            curve(Clock.CLASH),
            signed ? curve(Clock.EXIT) : null),
        levels());
  }

  private List<String> keys(List<Integer> players) {
    return players.stream().map(compiled.codebook().parties()::get).toList();
  }

  private Survival.Curve curve(Clock clock) {
    var meanings = compiled.codebook().meanings();
    double[] lasts =
        SecurityLevel.survival(
            compiled.game(),
            coalition,
            (position, outcome) -> meanings.get(position).get(outcome).stops().contains(clock),
            scenario.time().periods(),
            cancellation);
    var points = new ArrayList<Survival.Point>();
    for (int t = 0; t < lasts.length; t++) {
      points.add(
          new Survival.Point(t * scenario.time().yearsPerPeriod(), Math.clamp(lasts[t], 0.0, 1.0)));
    }
    return new Survival.Curve(points);
  }

  private List<SecurityLevels.Level> levels() {
    var levels = new ArrayList<SecurityLevels.Level>();
    var codebook = compiled.codebook();
    var game = compiled.game();
    for (int i = 0; i < codebook.players(); i++) {
      var side = coalition.contains(i) ? coalition : others;
      double[] values = SecurityLevel.payoff(game, side, i, cancellation);
      String party = codebook.parties().get(i);
      double average = 0;
      for (int k = 0; k < values.length; k++) {
        levels.add(
            new SecurityLevels.Level(party, codebook.types().get(i).get(k).word(), values[k]));
        average += game.prior(i).at(k) * values[k];
      }
      if (values.length > 1) {
        levels.add(new SecurityLevels.Level(party, "all", average));
      }
    }
    return levels;
  }
}
