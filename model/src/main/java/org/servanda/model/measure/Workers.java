package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.servanda.engine.equilibrium.Cancellation;

/// Solves side by side; results come in the order of the inputs, whatever the number of threads.
record Workers(int threads, Cancellation cancellation) {
  /// How much all solves together may take, as a multiple of what one may.
  private static final double TOGETHER = 3;

  /// {@return as many workers as asked for, or as memory holds beside a solve that is kept, if each
  /// takes as much}
  static Workers beside(Play kept, AssessOptions options, Cancellation cancellation) {
    double fit = TOGETHER * options.memoryLimit() / kept.equilibrium().run().bytes() - 1;
    return new Workers((int) Math.clamp(fit, 1, options.threads()), cancellation);
  }

  <T, R> List<R> map(List<T> inputs, Function<T, R> work, Stages stages, String stage) {
    return map(() -> {}, inputs, work, stages, stage);
  }

  /// {@return what some work makes of every input}
  ///
  /// @param beside begins first, and is done when this returns
  <T, R> List<R> map(
      Runnable beside, List<T> inputs, Function<T, R> work, Stages stages, String stage) {
    var done = new AtomicInteger();
    var tasks = new ArrayList<Callable<R>>();
    for (T input : inputs) {
      tasks.add(() -> {
        R result = work.apply(input);
        stages.at(stage, done.incrementAndGet() / (double) inputs.size());
        return result;
      });
    }
    try (var pool = Executors.newFixedThreadPool(Math.min(threads, inputs.size() + 1))) {
      pool.execute(beside);
      var results = new ArrayList<R>();
      for (Future<R> future : pool.invokeAll(tasks)) {
        results.add(result(future));
      }
      return results;
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  /// {@return what a task came to}
  ///
  /// @throws RuntimeException what it threw
  <R> R result(FutureTask<R> task) {
    try {
      return result((Future<R>) task);
    } catch (InterruptedException interrupted) {
      throw interrupted();
    }
  }

  private CancellationException interrupted() {
    cancellation.cancel();
    Thread.currentThread().interrupt();
    return new CancellationException("interrupted");
  }

  private static <R> R result(Future<R> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    }
  }
}
