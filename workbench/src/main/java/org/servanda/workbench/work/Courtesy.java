package org.servanda.workbench.work;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Lets jobs step aside while trials are under way: whoever drags a slider should not wait for
/// whoever runs a study.
///
/// A thread waits no longer than it has worked since it last waited, so that work takes twice as
/// long at most, however many trials there are.
final class Courtesy {
  private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LOOK_EVERY_MILLIS = 4;

  private final BooleanSupplier trials;
  private final ThreadLocal<Long> worksSince = ThreadLocal.withInitial(System::nanoTime);

  /// @param trials whether any is under way
  Courtesy(BooleanSupplier trials) {
    this.trials = trials;
  }

  /// Waits a little if there are trials; called by a thread between two pieces of work.
  void stepAside() {
    if (!trials.getAsBoolean()) {
      return;
    }
    long begin = System.nanoTime();
    long end = begin + Math.min(LONGEST, begin - worksSince.get());
    try {
      while (trials.getAsBoolean() && System.nanoTime() - end < 0) {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    worksSince.set(System.nanoTime());
  }
}
