package org.servanda.cli;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.servanda.engine.equilibrium.Cancellation;

/// While this is open, work is told to stop when its time is up.
final class Deadline implements AutoCloseable {
  private static final double NANOS = 1e9;
  private static final double LONGEST = 1e8; // seconds; three years, and no overflow

  private static final double AT_ONCE = 1e-3; // seconds; less than a thread takes to start

  private static final double GRACE = 2; // seconds, for the work to come to a point where it stops

  private final double seconds;
  private final Thread clock;
  private volatile boolean passed;

  /// @param seconds wall time, positive; infinite for no deadline
  Deadline(double seconds, Cancellation cancellation) {
    this.seconds = seconds;
    clock = new Thread(() -> wait(seconds, cancellation), "deadline");
    clock.setDaemon(true);
    if (seconds <= AT_ONCE) {
      passed = true;
      cancellation.cancel();
    } else {
      clock.start();
    }
  }

  private void wait(double seconds, Cancellation cancellation) {
    try {
      Thread.sleep(Duration.ofNanos((long) (Math.min(seconds, LONGEST) * NANOS)));
      passed = true;
      cancellation.cancel();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed in time
    }
  }

  /// Does the work, and waits for it a little beyond the deadline.
  ///
  /// @param work what to do; left to itself on a thread of its own if it does not come back
  /// @param late what to say then
  <T> T answer(Supplier<T> work, Supplier<T> late) {
    if (seconds >= LONGEST) {
      return work.get();
    }
    var task = new FutureTask<>(work::get);
    Thread.ofPlatform().daemon().name("solver").start(task);
    try {
      return task.get((long) ((seconds + GRACE) * NANOS), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return late.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException mistake -> throw mistake;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return late.get();
    }
  }

  /// {@return whether the time was up before this was closed}
  boolean passed() {
    return passed;
  }

  @Override
  public void close() {
    clock.interrupt();
  }
}
