package org.servanda.study.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.SolverMemory;
import org.servanda.model.measure.NotAssessed;
import org.servanda.model.measure.Unsolved;
import org.servanda.model.measure.VariantSolver;
import org.servanda.study.design.Design;

/// Solves the experiments of a plan side by side.
///
/// What an experiment comes to depends on nothing but its world and its agreement, so the outcomes
/// are the same bits on any number of threads, in any order, in one go or several.
public final class StudyRunner {
  /// Most worlds that one thread solves in the same memory before it looks for other work: enough
  /// that making the memory costs little.
  private static final int LONGEST = 32;

  /// Blocks of work that each thread gets at least, if there are as many experiments, so that
  /// threads end together.
  private static final int SHARES = 8;

  private final Plan plan;
  private final Predicate<Experiment> finished;
  private final Recorder recorder;
  private final Cancellation cancellation;

  /// Worlds in which one agreement is solved.
  private record Block(@Nullable Agreement agreement, List<Experiment> experiments) {}

  private StudyRunner(
      Plan plan, Predicate<Experiment> finished, Recorder recorder, Cancellation cancellation) {
    this.plan = plan;
    this.finished = finished;
    this.recorder = recorder;
    this.cancellation = cancellation;
  }

  /// Runs every experiment that is not finished yet.
  ///
  /// @param finished experiments that need not be run
  /// @param recorder receives each outcome once
  /// @param threads solves at the same time, at least 1
  /// @param cancellation ends the run soon after it is triggered; experiments under way are dropped
  /// @throws RecordingFailed if outcomes could not be kept
  public static void run(
      Plan plan,
      Predicate<Experiment> finished,
      Recorder recorder,
      int threads,
      Cancellation cancellation) {
    new StudyRunner(plan, finished, recorder, cancellation).run(threads);
  }

  private void run(int threads) {
    var blocks = new ConcurrentLinkedQueue<Block>();
    int length = Math.clamp(plan.experiments() / SHARES / threads, 1, LONGEST);
    for (int from = 0; from < plan.worlds().rows(); from += length) {
      for (int v = 0; v < plan.variants().size(); v++) {
        var left = left(v, from, Math.min(from + length, plan.worlds().rows()));
        if (!left.isEmpty()) {
          blocks.add(new Block(plan.variants().get(v).agreement(), left));
        }
      }
    }
    try (var pool = Executors.newFixedThreadPool(threads)) {
      Callable<Boolean> work = () -> work(blocks);
      for (var worker : pool.invokeAll(Collections.nCopies(threads, work))) {
        await(worker);
      }
    } catch (InterruptedException interrupted) {
      cancellation.cancel();
      Thread.currentThread().interrupt();
    }
  }

  private List<Experiment> left(int variant, int from, int to) {
    var left = new ArrayList<Experiment>();
    for (int w = from; w < to; w++) {
      var experiment = new Experiment(w, variant);
      if (!finished.test(experiment)) {
        left.add(experiment);
      }
    }
    return left;
  }

  /// Takes blocks as long as there are any, all in the same memory; false if the run was canceled.
  private Boolean work(Queue<Block> blocks) {
    var memory = new SolverMemory();
    for (var block = blocks.poll(); block != null; block = blocks.poll()) {
      var solver = VariantSolver.of(plan.scenario(), block.agreement, plan.grain(), memory);
      if (!solve(solver, block.experiments)) {
        return false;
      }
      solver.release();
    }
    return true;
  }

  private boolean solve(VariantSolver solver, List<Experiment> experiments) {
    for (var experiment : experiments) {
      if (cancellation.requested()) {
        return false;
      }
      try {
        recorder.record(experiment, solve(solver, experiment));
      } catch (CancellationException canceled) {
        return false;
      } catch (RuntimeException failed) {
        cancellation.cancel(); // the other threads need not work for nothing
        throw failed;
      }
    }
    return true;
  }

  private Outcome solve(VariantSolver solver, Experiment experiment) {
    try {
      var trial = solver.at(Design.world(plan.worlds(), experiment.world()), cancellation);
      return new Outcome.Solved(List.copyOf(trial.measures().values()));
    } catch (Unsolved unsolved) {
      if (unsolved.reason().reason() == NotAssessed.Reason.CANCELED) {
        throw new CancellationException();
      }
      return new Outcome.Failed(unsolved.reason().detail());
    }
  }

  private static void await(Future<Boolean> block) throws InterruptedException {
    try {
      block.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
