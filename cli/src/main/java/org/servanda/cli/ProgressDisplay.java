package org.servanda.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;

/// Shows how far long work has come: nothing for two seconds, then a bar on a terminal, or a line
/// now and then elsewhere.
final class ProgressDisplay implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);
  private static final int COLUMNS = 79;
  private static final int STEPS = 1000;
  private static final int CELLS = 40;

  /// How progress is shown.
  enum Style {
    /// A bar that is redrawn.
    BAR,
    /// A line from time to time.
    LINES,
    /// Not at all.
    NONE
  }

  private final Style style;
  private final PrintWriter err;
  private final LongSupplier nanoTime;
  private final long start;
  private long lastLine;
  private @Nullable ProgressBar bar;

  ProgressDisplay(Style style, PrintWriter err, LongSupplier nanoTime) {
    this.style = style;
    this.err = err;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.lastLine = start;
  }

  /// Takes note of progress; may be called by any thread.
  ///
  /// @param stage what is being done, a word or two
  /// @param fraction of the stage that is done, in [0, 1]
  synchronized void at(String stage, double fraction) {
    long now = nanoTime.getAsLong();
    if (now - start < PATIENCE.toNanos()) {
      return;
    }
    switch (style) {
      case BAR -> bar(stage).stepTo(Math.round(STEPS * Math.clamp(fraction, 0, 1)));
      case LINES -> {
        if (now - lastLine >= BETWEEN_LINES.toNanos()) {
          lastLine = now;
          err.printf(
              Locale.ROOT,
              "%s: %.0f%% after %d seconds%n",
              stage,
              100 * fraction,
              Duration.ofNanos(now - start).toSeconds());
          err.flush();
        }
      }
      case NONE -> {}
    }
  }

  private ProgressBar bar(String stage) {
    var shown = bar;
    if (shown == null) {
      shown =
          new ProgressBarBuilder()
              .setInitialMax(STEPS)
              .setRenderer((state, _) -> line(state))
              .setUpdateIntervalMillis(200)
              .setConsumer(new DelegatingProgressBarConsumer(this::draw, COLUMNS))
              .build();
      bar = shown;
    }
    shown.setExtraMessage(stage);
    return shown;
  }

  /// One line of the bar, such as `solving [===== ] 50% 12 s`.
  private static String line(ProgressState state) {
    int done = (int) Math.round(CELLS * state.getNormalizedProgress());
    return String.format(
        Locale.ROOT,
        "%-13s [%s%s] %3.0f%%  %d s",
        state.getExtraMessage(),
        "=".repeat(done),
        " ".repeat(CELLS - done),
        100 * state.getNormalizedProgress(),
        PATIENCE.plus(state.getElapsedAfterStart()).toSeconds());
  }

  private void draw(String line) {
    err.print("\r" + line);
    err.flush();
  }

  /// Wipes the bar away.
  @Override
  public synchronized void close() {
    var shown = bar;
    if (shown != null) {
      shown.close();
      bar = null;
      err.print("\r" + " ".repeat(COLUMNS) + "\r");
      err.flush();
    }
  }
}
