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
  private static final int SHORT = 12;
  private static final String BREAK = "\n";

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
  void at(String stage, double fraction) {
    show(stage, fraction, "");
  }

  /// Takes note of progress through many equal pieces of work; may be called by any thread. Shows
  /// how many are done a second, and how long the others take at that rate.
  ///
  /// @param stage what is being done, a word or two
  /// @param done pieces, those found done at the start included
  /// @param before pieces found done at the start
  /// @param all pieces, at least 1
  void at(String stage, long done, long before, long all) {
    double seconds = Math.max(1e-9, (nanoTime.getAsLong() - start) * 1e-9);
    double rate = (done - before) / seconds;
    String left = rate > 0 ? left((all - done) / rate) : "?";
    show(
        stage,
        (double) done / all,
        String.format(Locale.ROOT, "%,d of %,d, %.1f a second, %s left", done, all, rate, left));
  }

  private static String left(double seconds) {
    return seconds < 100
        ? String.format(Locale.ROOT, "%.0f s", seconds)
        : seconds < 6000
            ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
            : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  private synchronized void show(String stage, double fraction, String note) {
    long now = nanoTime.getAsLong();
    if (now - start < PATIENCE.toNanos()) {
      return;
    }
    switch (style) {
      case BAR ->
          bar(note.isEmpty() ? stage : stage + BREAK + note)
              .stepTo(Math.round(STEPS * Math.clamp(fraction, 0, 1)));
      case LINES -> {
        if (now - lastLine >= BETWEEN_LINES.toNanos()) {
          lastLine = now;
          err.printf(
              Locale.ROOT,
              "%s: %.0f%% after %d seconds%s%n",
              stage,
              100 * fraction,
              Duration.ofNanos(now - start).toSeconds(),
              note.isEmpty() ? "" : " (" + note + ")");
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

  /// One line of the bar, such as `solving [===== ] 50% 12 s`, or with a note `worlds [== ] 50% 12
  /// s 120 of 240, ...`, for which the bar is shorter.
  private static String line(ProgressState state) {
    String[] words = state.getExtraMessage().split(BREAK, 2);
    int cells = words.length > 1 ? SHORT : CELLS;
    int done = (int) Math.round(cells * state.getNormalizedProgress());
    return String.format(
        Locale.ROOT,
        words.length > 1 ? "%s [%s%s] %3.0f%%  %d s  %s" : "%-13s [%s%s] %3.0f%%  %d s%s",
        words[0],
        "=".repeat(done),
        " ".repeat(cells - done),
        100 * state.getNormalizedProgress(),
        PATIENCE.plus(state.getElapsedAfterStart()).toSeconds(),
        words.length > 1 ? words[1] : "");
  }

  private void draw(String line) {
    err.print("\r" + line + " ".repeat(Math.max(0, COLUMNS - line.length())));
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
