package org.servanda.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.servanda.engine.equilibrium.BeliefGridSolver;
import org.servanda.engine.equilibrium.PreparedGame;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.SolverOptions;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.slow.SlowSolver;

/// The cost of solving a settlement: [SettlementGame] on 11 x 11 beliefs over 40 periods, one
/// thread.
///
/// The score is the time divided by the number of (position, period, belief) triples computed,
/// 146,361,600; terminals are computed once and not counted.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx4g", "-Xms4g", "-XX:+UseSerialGC"})
public class SettlementBenchmark {
  private static final int VISITS = 30_240 * 121 * SettlementGame.HORIZON;

  private static final int REFEREE_VISITS = 1_689_644;
  private static final SolverOptions OPTIONS = SolverOptions.defaults().withResolution(10);

  private StochasticGame game = SettlementGame.build();
  private StochasticGame other = game;
  private PreparedGame prepared = PreparedGame.of(game, OPTIONS);
  private PreparedGame rewritten = prepared;

  /// Builds and compiles the game.
  @Setup(Level.Trial)
  public void build() {
    game = SettlementGame.build();
    other = SettlementGame.build(0.01);
    prepared = PreparedGame.of(game, OPTIONS);
    rewritten = PreparedGame.of(game, OPTIONS);
    rewritten.solve();
  }

  /// Solves the compiled game, again and again in the same memory.
  @Benchmark
  @OperationsPerInvocation(VISITS)
  public QuantalResponseEquilibrium settlementSolve() {
    return checked(prepared.solve().orThrow());
  }

  /// Compiles the game, takes memory, and solves.
  @Benchmark
  @OperationsPerInvocation(VISITS)
  public QuantalResponseEquilibrium settlementSolveAnew() {
    return checked(BeliefGridSolver.solve(game, OPTIONS).orThrow());
  }

  /// Puts the numbers of another draw into the compiled game; the score is for all of it.
  @Benchmark
  @OperationsPerInvocation(VISITS)
  public PreparedGame settlementRewrite() {
    rewritten.rewrite(rewritten.game() == game ? other : game);
    return rewritten;
  }

  /// The slow referee on what can be reached in the last four periods of the same game.
  @Benchmark
  @OperationsPerInvocation(REFEREE_VISITS)
  public double settlementReferee() {
    var referee = new SlowSolver(game, 10);
    double value = referee.value(SettlementGame.HORIZON - 4, 0, 0);
    if (referee.visits() != REFEREE_VISITS) {
      throw new IllegalStateException("not the workload: " + referee.visits() + " visits");
    }
    return value;
  }

  private static QuantalResponseEquilibrium checked(QuantalResponseEquilibrium equilibrium) {
    var run = equilibrium.run();
    if (run.unsolvedDecisions() > 0 || run.visits() != VISITS) {
      throw new IllegalStateException("not the workload: " + run);
    }
    return equilibrium;
  }
}
