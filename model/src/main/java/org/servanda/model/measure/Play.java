package org.servanda.model.measure;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.TimeFrame;
import org.servanda.engine.equilibrium.BeliefGridSolver;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.Progress;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.SolveOutcome;
import org.servanda.engine.equilibrium.StopReason;
import org.servanda.engine.play.Chooser;
import org.servanda.engine.play.PlayListener;
import org.servanda.engine.play.Propagation;
import org.servanda.model.compile.CompiledGame;
import org.servanda.model.compile.GameSize;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.StateOfTheWorld;

/// One agreement in one state of the world: compiled and solved.
///
/// @param agreement what is signed; absent when nothing is
record Play(
    Scenario scenario,
    @Nullable Agreement agreement,
    StateOfTheWorld world,
    Grain grain,
    CompiledGame compiled,
    QuantalResponseEquilibrium equilibrium) {

  static Play of(
      Scenario scenario,
      @Nullable Agreement agreement,
      StateOfTheWorld world,
      Grain grain,
      Progress progress,
      Cancellation cancellation) {
    var compiler = ScenarioCompiler.of(scenario, agreement, grain.balanceSteps());
    refuseIfTooLarge(compiler.size(world), grain, scenario.time());
    var written = compiler.compile(world);
    var compiled = grain.precision() == null ? written : written.withPrecision(grain.precision());
    var outcome =
        BeliefGridSolver.solve(
            compiled.game(), grain.solverOptions(scenario.time()), progress, cancellation);
    var equilibrium = solved(outcome, () -> compiler.size(world).place());
    return new Play(scenario, agreement, world, grain, compiled, equilibrium);
  }

  /// {@return the equilibrium that a solve found}
  ///
  /// @param place keys of the scenario file that make its game large
  /// @throws Unsolved if it found none, or decisions fell short of the tolerance
  static QuantalResponseEquilibrium solved(SolveOutcome outcome, Supplier<List<String>> place) {
    return switch (outcome) {
      case SolveOutcome.Solved(var equilibrium, var run) -> {
        if (run.unsolvedDecisions() > 0) {
          throw new Unsolved(
              new NotAssessed(
                  NotAssessed.Reason.NOT_CONVERGED,
                  "%d decisions stopped short of residual %s; the worst has %s\nTry: --precision with a smaller number"
                      .formatted(
                          run.unsolvedDecisions(), run.options().tolerance(), run.residual()),
                  List.of()));
        }
        yield equilibrium;
      }
      case SolveOutcome.NotSolved(var reason, var detail, _) ->
          throw new Unsolved(
              new NotAssessed(
                  reason(reason),
                  detail,
                  reason == StopReason.TOO_LARGE ? place.get() : List.of()));
    };
  }

  static void refuseIfTooLarge(GameSize size, Grain grain, TimeFrame time) {
    var refusal = refusal(size, grain, time);
    if (refusal != null) {
      throw new Unsolved(refusal);
    }
  }

  /// {@return why a game of this size is not even written; null if it is}
  ///
  /// Not all states counted can be reached, in the catalogue a third at least: a game is refused
  /// unwritten when a third of them is too much. The solver counts exactly and refuses the rest.
  static @Nullable NotAssessed refusal(GameSize size, Grain grain, TimeFrame time) {
    int periods = grain.periods(time);
    double least = size.bytes(grain.resolution(), periods) / 3;
    return least <= grain.memoryLimit()
        ? null
        : new NotAssessed(
            NotAssessed.Reason.TOO_LARGE,
            String.format(
                Locale.ROOT,
                "the game needs at least %s of memory, the limit is %s: %,d states (%s) × %,.0f"
                    + " beliefs × %,d periods\n"
                    + "Try: fewer steps of the issue, fewer parties with two dispositions, or a"
                    + " shorter horizon",
                gigabytes(least),
                gigabytes(grain.memoryLimit()),
                size.states(),
                size.cause(),
                size.beliefs(grain.resolution()),
                periods),
            size.place());
  }

  private static String gigabytes(double bytes) {
    return String.format(Locale.ROOT, "%,.1f GB", bytes / 1e9);
  }

  private static NotAssessed.Reason reason(StopReason reason) {
    return switch (reason) {
      case TOO_LARGE -> NotAssessed.Reason.TOO_LARGE;
      case CANCELLED -> NotAssessed.Reason.CANCELED;
    };
  }

  boolean signed() {
    return agreement != null;
  }

  int periods() {
    return scenario.time().periods();
  }

  double yearsPerPeriod() {
    return scenario.time().yearsPerPeriod();
  }

  /// Plays the game forward past listeners.
  void run(PlayListener listener) {
    run(listener, (_, _, _, _, _) -> {});
  }

  /// Plays the game forward past listeners, other play put in place of the equilibrium's.
  void run(PlayListener listener, Chooser chooser) {
    Propagation.run(equilibrium, grain.playOptions().withPeriods(periods()), listener, chooser);
  }

  /// {@return survival and nothing else}
  Survival survival() {
    var clocks = new ClockMeasure(compiled.codebook(), periods(), yearsPerPeriod());
    run(clocks);
    return clocks.survival(signed());
  }
}
