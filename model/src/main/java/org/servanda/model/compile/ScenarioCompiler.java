package org.servanda.model.compile;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.TimeFrame;

/// Turns a scenario into a game.
public final class ScenarioCompiler {
  /// Steps of relative strength followed on either side of the balance at signature.
  public static final int STANDARD_BALANCE_STEPS = 3;

  /// Years that the game goes on after those that are followed.
  ///
  /// Without them the last years followed would look safe, because nothing can happen after them.
  /// At the default discount what happens twenty years later weighs .08; docs/model/calibration.md
  /// shows how little more years change.
  public static final int LEAD_OUT_YEARS = 20;

  private final Scenario scenario;
  private final @Nullable Agreement agreement;
  private final int balanceSteps;

  private ScenarioCompiler(Scenario scenario, @Nullable Agreement agreement, int balanceSteps) {
    this.scenario = scenario;
    this.agreement = agreement;
    this.balanceSteps = balanceSteps;
  }

  /// {@return a compiler for what is signed}
  ///
  /// @param agreement the clauses; absent when nothing is signed
  /// @param balanceSteps steps of relative strength followed on either side, at least 1
  /// @throws IllegalArgumentException if `balanceSteps` is less than 1
  public static ScenarioCompiler of(
      Scenario scenario, @Nullable Agreement agreement, int balanceSteps) {
    if (balanceSteps < 1) {
      throw new IllegalArgumentException(
          "balanceSteps is %d, must be at least 1\nTry: %d"
              .formatted(balanceSteps, STANDARD_BALANCE_STEPS));
    }
    return new ScenarioCompiler(scenario, agreement, balanceSteps);
  }

  /// {@return the number of periods played: those followed, and the years after them}
  public static int periodsPlayed(TimeFrame time) {
    return time.periods() + (int) Math.ceil(LEAD_OUT_YEARS / time.yearsPerPeriod() - 1e-9);
  }

  /// {@return how large the game would be, without writing it}
  public GameSize size(StateOfTheWorld world) {
    return GameSize.of(TermsReader.read(scenario, agreement, world, balanceSteps));
  }

  /// {@return every estimate that the game would rest on, by key, in the order in which they are
  /// read}
  public SequencedMap<String, Estimate> used(StateOfTheWorld world) {
    return TermsReader.read(scenario, agreement, world, balanceSteps).used();
  }

  /// {@return whether another scenario gives the same game in one state of the world}
  ///
  /// Where numbers come from does not count.
  public boolean givesSameGame(ScenarioCompiler other, StateOfTheWorld world) {
    return TermsReader.read(scenario, agreement, world, balanceSteps)
        .sameNumbers(TermsReader.read(other.scenario, other.agreement, world, other.balanceSteps));
  }

  /// {@return the game in one state of the world}
  public CompiledGame compile(StateOfTheWorld world) {
    return new GameWriter(TermsReader.read(scenario, agreement, world, balanceSteps), null).write();
  }

  /// {@return the same game with one component of every payoff and none of the others}
  ///
  /// The games of all components have the same positions, outcomes and lotteries as the whole, and
  /// their payoffs add up to its payoffs.
  public CompiledGame compile(StateOfTheWorld world, Component only) {
    return new GameWriter(TermsReader.read(scenario, agreement, world, balanceSteps), only).write();
  }
}
