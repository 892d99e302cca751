package org.servanda.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.servanda.engine.equilibrium.Cancellation;

/// While this is open, Ctrl-C stops the work, leaves no half-written file and says so; the process
/// then ends with 130.
final class Interruption implements AutoCloseable {
  private static final Duration LAST_WORDS = Duration.ofSeconds(30);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  /// For work of which nothing is left when it is stopped.
  Interruption(Cancellation cancellation, PrintWriter err) {
    this(cancellation, err, "Interrupted. Nothing was written.", false);
  }

  private Interruption(
      Cancellation cancellation, PrintWriter err, String message, boolean finishes) {
    hook =
        new Thread(
            () -> {
              cancellation.cancel();
              if (!finishes) {
                OutputFile.discardUnfinished();
              }
              err.println();
              err.println(message);
              err.flush();
              if (finishes) {
                awaitLastWords();
              }
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// For work that is kept as far as it got: the process goes on until this is closed, for half a
  /// minute at most.
  ///
  /// @param message what happens now
  static Interruption finishing(Cancellation cancellation, PrintWriter err, String message) {
    return new Interruption(cancellation, err, message, true);
  }

  private void awaitLastWords() {
    try {
      if (!closed.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        OutputFile.discardUnfinished();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook is at work.
      closed.countDown();
    }
  }
}
