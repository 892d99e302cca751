package org.servanda.cli;

import java.io.PrintWriter;
import org.servanda.engine.equilibrium.Cancellation;

/// While this is open, Ctrl-C stops the work, leaves no half-written file and says so; the process
/// then ends with 130.
final class Interruption implements AutoCloseable {
  private final Thread hook;

  Interruption(Cancellation cancellation, PrintWriter err) {
    hook =
        new Thread(
            () -> {
              cancellation.cancel();
              OutputFile.discardUnfinished();
              err.println();
              err.println("Interrupted. Nothing was written.");
              err.flush();
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already: the hook is at work.
      return;
    }
  }
}
