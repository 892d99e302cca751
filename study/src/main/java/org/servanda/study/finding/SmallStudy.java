package org.servanda.study.finding;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.compile.ScenarioCompiler;
import org.servanda.model.compile.StateOfTheWorld;
import org.servanda.model.measure.Grain;
import org.servanda.study.design.Sampling;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.run.Recorder;
import org.servanda.study.run.StudyRunner;

/// A study of one agreement that is held in memory: enough for a band around a single answer.
public final class SmallStudy {
  /// Visits of one position, date and belief that together take some twenty seconds of one
  /// processor: a visit takes a quarter of a microsecond at this grain, play included.
  private static final double VISITS = 8e7;

  private static final int MOST = 128;
  private static final int FEWEST = 8;

  /// Of the states counted a third or more can be reached, and each has some four positions.
  private static final double POSITIONS_PER_STATE = 1.5;

  private SmallStudy() {}

  /// {@return how many worlds of an agreement are solved in some ten seconds on two processors}
  ///
  /// Depends on the size of the game alone, so that the answer does not depend on the machine; at
  /// least a few, however large the game.
  ///
  /// @param variant the agreement
  /// @param grain how finely each world is solved
  public static int usualWorlds(Scenario scenario, Plan.Variant variant, Grain grain) {
    var size =
        ScenarioCompiler.of(scenario, variant.agreement(), grain.balanceSteps())
            .size(StateOfTheWorld.modes());
    double visits =
        POSITIONS_PER_STATE * size.states() * size.beliefs(grain.resolution()) * size.periods();
    return (int) Math.clamp(VISITS / visits, FEWEST, MOST);
  }

  /// Runs the study of one agreement.
  ///
  /// @param worlds how many, at least 1
  /// @param seed of the sample
  /// @param threads solves at the same time, at least 1
  /// @param progress receives the share of worlds done, from any thread
  /// @param cancellation ends it soon after it is triggered; then the findings are of what is done
  public static StudyFindings run(
      Scenario scenario,
      Plan.Variant variant,
      int worlds,
      long seed,
      Grain grain,
      int threads,
      Progress progress,
      Cancellation cancellation) {
    var plan = Plan.of(scenario, List.of(variant), Sampling.LATIN, worlds, seed, grain);
    var outcomes = new Outcomes(plan);
    Recorder recorder =
        (experiment, outcome) -> {
          outcomes.record(experiment, outcome);
          progress.done((double) outcomes.finished() / plan.experiments());
        };
    StudyRunner.run(plan, _ -> false, recorder, threads, cancellation);
    return StudyFindings.of(outcomes, seed, null);
  }

  /// Receives how far a study is.
  public interface Progress {
    /// @param share of the worlds, in [0, 1]
    void done(double share);
  }

  /// Solves some worlds of a plan on a finer grid too.
  ///
  /// @param outcomes of the plan; worlds that did not solve are passed over
  /// @param worlds how many, the first ones
  /// @param fine the finer grain
  /// @param threads solves at the same time, at least 1; each may take the memory of the finer
  ///   grain
  /// @return null if no world solved on both grids
  public static @Nullable GridCheck check(
      Outcomes outcomes, int worlds, Grain fine, int threads, Cancellation cancellation) {
    var plan = outcomes.plan();
    var variant = plan.variants().getFirst();
    String measure = Question.usual(plan.scenario().time(), variant.agreement()).measure();
    double[] coarse = outcomes.measures(0).column(measure);
    int[] solved =
        IntStream.range(0, coarse.length)
            .filter(w -> !Double.isNaN(coarse[w]))
            .limit(worlds)
            .toArray();
    var again =
        new Outcomes(
            new Plan(plan.scenario(), List.of(variant), plan.worlds().select(solved), fine));
    StudyRunner.run(again.plan(), _ -> false, again::record, threads, cancellation);
    double[] finer = again.measures(0).column(measure);
    double[] differences =
        IntStream.range(0, solved.length)
            .mapToDouble(i -> Math.abs(coarse[solved[i]] - finer[i]))
            .filter(difference -> !Double.isNaN(difference))
            .toArray();
    return differences.length == 0
        ? null
        : new GridCheck(
            differences.length,
            Arrays.stream(differences).max().orElseThrow(),
            Arrays.stream(differences).average().orElseThrow());
  }
}
