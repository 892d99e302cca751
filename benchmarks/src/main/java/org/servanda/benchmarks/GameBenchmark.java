package org.servanda.benchmarks;

import java.util.List;
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
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;

/// The cost of putting a game together and checking it.
///
/// Workload: two players of two types alternate over 40 periods; 5,000 stages, each an offer with
/// three outcomes and an answer that ends the game or opens the next stage; 10,001 positions.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GameBenchmark {

  private static final int STAGES = 5_000;
  private static final int HORIZON = 40;

  /// Builds the game of the workload.
  @Benchmark
  public StochasticGame gameBuild() {
    var types = TypeSpace.of(2, 2);
    var builder = StochasticGame.builder(types, HORIZON);
    for (int i = 0; i < types.players(); i++) {
      builder.discount(i, 0.97).precision(i, 4).prior(i, Belief.of(0.6, 0.4));
    }
    var opened = new int[STAGES];
    for (int k = 0; k < STAGES; k++) {
      opened[k] = builder.reserve();
    }
    int end = builder.add(Terminal.of(Payoffs.of(1, 1, 1, 1)));
    for (int k = 0; k < STAGES; k++) {
      int following = k + 1 < STAGES ? opened[k + 1] : end;
      var stay = Outcome.next(following, Payoffs.of(0.02, 0.03, 0.01, 0.04));
      var leave = Outcome.to(end, Payoffs.of(-0.1, 0.2, -0.3, 0.1));
      int answer = builder.add(choice(1, stay, leave));
      builder.define(
          opened[k],
          choice(0, Outcome.to(answer), Outcome.to(answer, Payoffs.of(0.1, 0, 0, 0)), leave));
      builder.salvage(opened[k], Payoffs.of(0.5, 0.5, 0.5, 0.5));
    }
    builder.salvage(end, Payoffs.of(1, 1, 1, 1));
    return builder.root(opened[0]).build();
  }

  private static Decision choice(int mover, Outcome... outcomes) {
    var actions = new Action[outcomes.length];
    for (int a = 0; a < actions.length; a++) {
      actions[a] = Action.sure(a, outcomes.length);
    }
    return new Decision(mover, List.of(outcomes), List.of(actions));
  }
}
