package org.servanda.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.servanda.engine.equilibrium.BeliefGridSolver;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.SolverOptions;
import org.servanda.engine.game.StochasticGame;

/// The cost of solving a settlement: [SettlementGame] on 11 x 11 beliefs over 40 periods, one
/// thread.
///
/// Measures the whole solve from the built game to the equilibrium: compiling the positions, memory
/// for the values, and every period. `nanosPerVisit` divides that time by the number of (position,
/// period, belief) triples computed; terminals are not counted.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g", "-Xms4g", "-XX:+UseSerialGC"})
public class SettlementBenchmark {
  private StochasticGame game = SettlementGame.build();

  /// What the last solve did, per visit.
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class PerVisit {
    /// Wall time divided by visits.
    public double nanosPerVisit;

    /// Visits in millions.
    public double millionVisits;
  }

  /// Builds the game.
  @Setup(Level.Trial)
  public void build() {
    game = SettlementGame.build();
  }

  /// Solves the game.
  @Benchmark
  public QuantalResponseEquilibrium settlementSolve(PerVisit counters) {
    var equilibrium =
        BeliefGridSolver.solve(game, SolverOptions.defaults().withResolution(10)).orThrow();
    var run = equilibrium.run();
    if (run.unsolvedDecisions() > 0) {
      throw new IllegalStateException("unsolved decisions: " + run);
    }
    counters.nanosPerVisit = 1e9 * run.seconds() / run.visits();
    counters.millionVisits = run.visits() / 1e6;
    return equilibrium;
  }
}
