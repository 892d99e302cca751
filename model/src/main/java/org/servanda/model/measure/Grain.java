package org.servanda.model.measure;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.TimeFrame;
import org.servanda.engine.equilibrium.SolverOptions;
import org.servanda.engine.play.PlayOptions;
import org.servanda.model.compile.ScenarioCompiler;

/// How finely a scenario is turned into a game, solved and played.
///
/// @param resolution belief intervals per party with two dispositions, at least 1
/// @param balanceSteps steps of relative strength followed on either side, at least 1
/// @param memoryLimit largest memory of one solve, in bytes
/// @param precision for every party, in 1/stake, instead of the scenario's; absent to keep it
/// @param cells histories at one position are merged when their beliefs lie in the same of so many
///   cells per axis, at least 1
/// @param negligible lighter histories at one position are merged into one, their mass and mean
///   belief kept; at least 0 and below 1
/// @param least histories with less mass are followed no further; at least 0 and below 1
/// @param shown whether everybody knows all dispositions once the years followed are over
public record Grain(
    int resolution,
    int balanceSteps,
    long memoryLimit,
    @Nullable Double precision,
    int cells,
    double negligible,
    double least,
    boolean shown) {
  private static final int FINE_CELLS = 8;
  private static final double FINE_NEGLIGIBLE = 1e-5;
  private static final int COARSE_CELLS = 4;
  private static final double COARSE_NEGLIGIBLE = 1e-4;
  private static final double COARSE_LEAST = 1e-6;

  /// {@return the grain of the main job}
  static Grain of(AssessOptions options) {
    return new Grain(
        options.resolution(),
        options.balanceSteps(),
        options.memoryLimit(),
        options.precision(),
        FINE_CELLS,
        FINE_NEGLIGIBLE,
        0,
        false);
  }

  /// {@return the coarser grain on which thousands of worlds are solved}
  ///
  /// @param memoryLimit largest memory of one solve, in bytes
  public static Grain coarse(long memoryLimit) {
    return new Grain(2, 1, memoryLimit, null, COARSE_CELLS, COARSE_NEGLIGIBLE, COARSE_LEAST, true);
  }

  /// {@return the grain of the main job, for comparison with a coarser one}
  ///
  /// @param memoryLimit largest memory of one solve, in bytes
  public static Grain fine(long memoryLimit) {
    return of(AssessOptions.standard().withMemoryLimit(memoryLimit));
  }

  /// {@return the coarser grain on which dozens of variations are solved}
  Grain forSensitivity() {
    return new Grain(resolution / 2, 1, memoryLimit, precision, cells, negligible, least, shown);
  }

  /// {@return the same grain with another number of belief intervals}
  ///
  /// @param intervals at least 1
  public Grain withResolution(int intervals) {
    return new Grain(
        intervals, balanceSteps, memoryLimit, precision, cells, negligible, least, shown);
  }

  /// {@return the same grain with another number of steps of strength}
  ///
  /// @param steps on either side, at least 1
  public Grain withBalanceSteps(int steps) {
    return new Grain(resolution, steps, memoryLimit, precision, cells, negligible, least, shown);
  }

  /// {@return the same grain with one precision for every party}
  ///
  /// @param value in 1/stake; absent to keep the scenario's
  public Grain withPrecision(@Nullable Double value) {
    return new Grain(resolution, balanceSteps, memoryLimit, value, cells, negligible, least, shown);
  }

  /// {@return all that decides what a world comes to, by name: worlds of two grains belong together
  /// only if these are equal}
  public SequencedMap<String, String> entries() {
    var entries = new LinkedHashMap<String, String>();
    entries.put("resolution", String.valueOf(resolution));
    entries.put("balance steps", String.valueOf(balanceSteps));
    entries.put("precision", precision == null ? "of the scenario" : String.valueOf(precision));
    entries.put("cells", String.valueOf(cells));
    entries.put("negligible", String.valueOf(negligible));
    entries.put("least", String.valueOf(least));
    entries.put("dispositions after the years followed", shown ? "known" : "hidden");
    return entries;
  }

  /// {@return how many periods are solved on the grid of beliefs}
  int periods(TimeFrame time) {
    return shown ? time.periods() : ScenarioCompiler.periodsPlayed(time);
  }

  SolverOptions solverOptions(TimeFrame time) {
    return SolverOptions.defaults()
        .withResolution(resolution)
        .withMemoryLimit(memoryLimit)
        .withKnownFrom(periods(time));
  }

  PlayOptions playOptions() {
    return PlayOptions.defaults()
        .withCells(cells)
        .withNegligible(negligible)
        .withLeast(least)
        .withoutPayoffs(); // values come from the equilibrium itself
  }
}
