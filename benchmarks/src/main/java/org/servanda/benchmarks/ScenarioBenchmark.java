package org.servanda.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.servanda.engine.equilibrium.PreparedGame;
import org.servanda.engine.equilibrium.SolverOptions;
import org.servanda.engine.equilibrium.SolverRun;
import org.servanda.engine.game.StochasticGame;

/// The cost of one scenario, [ScenarioGame]: 88 positions, 11 beliefs, 20 periods, one thread.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:+UseSerialGC"})
public class ScenarioBenchmark {
  private static final long VISITS =
      (long) ScenarioGame.BALANCES * ScenarioGame.PER_BALANCE * 11 * ScenarioGame.HORIZON;
  private static final SolverOptions OPTIONS = SolverOptions.defaults();

  private final StochasticGame[] draws = {
    ScenarioGame.build(0), ScenarioGame.build(0.01), ScenarioGame.build(0.02)
  };
  private final PreparedGame prepared = PreparedGame.of(draws[0], OPTIONS);
  private int next;

  /// Solves the compiled scenario.
  @Benchmark
  public SolverRun scenarioSolve() {
    var run = prepared.solve().orThrow().run();
    if (run.unsolvedDecisions() > 0 || run.visits() != VISITS) {
      throw new IllegalStateException("not the workload: " + run);
    }
    return run;
  }

  /// Puts the numbers of another draw into the compiled scenario.
  @Benchmark
  public PreparedGame scenarioRewrite() {
    next = (next + 1) % draws.length;
    prepared.rewrite(draws[next]);
    return prepared;
  }
}
