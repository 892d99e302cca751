package org.servanda.workbench.work;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.servanda.workbench.question.Refusal;

/// Short work that a request waits for, such as reading a file, done on as many threads as there
/// are and in fair turns.
public final class Turns implements AutoCloseable {
  private static final int PER_CLIENT = 32;
  private static final int TOGETHER = 256;
  private static final double LONGEST_WAIT_SECONDS = 4;

  private final Shares shares;

  /// @param threads at least 1
  public Turns(int threads) {
    this.shares = new Shares("reading", threads, PER_CLIENT, TOGETHER, LONGEST_WAIT_SECONDS);
  }

  /// {@return what comes out of a piece of work}
  ///
  /// @param client whose share it is
  /// @throws Refusal if there is no room, or the work refuses
  public <T> T take(String client, Callable<T> piece) {
    try {
      return shares.submit(client, piece).get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (CancellationException | InterruptedException stopping) {
      throw Refusal.later(Refusal.Kind.BUSY, "the server is stopping", 5);
    }
  }

  @Override
  public void close() {
    shares.close();
  }
}
