package org.servanda.cli;

import java.time.Duration;
import org.servanda.engine.equilibrium.Cancellation;

/// While this is open, work is told to stop when its time is up.
final class Deadline implements AutoCloseable {
  private static final double NANOS = 1e9;
  private static final double LONGEST = 1e8; // seconds; three years, and no overflow

  private static final double AT_ONCE = 1e-3; // seconds; less than a thread takes to start

  private final Thread clock;
  private volatile boolean passed;

  /// @param seconds wall time, positive; infinite for no deadline
  Deadline(double seconds, Cancellation cancellation) {
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

  /// {@return whether the time was up before this was closed}
  boolean passed() {
    return passed;
  }

  @Override
  public void close() {
    clock.interrupt();
  }
}
