package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {
  private final AtomicLong clock = new AtomicLong();
  private final StringWriter err = new StringWriter();

  private ProgressDisplay display(ProgressDisplay.Style style) {
    return new ProgressDisplay(style, new PrintWriter(err), clock::get);
  }

  private void seconds(long s) {
    clock.set(TimeUnit.SECONDS.toNanos(s));
  }

  @Test
  void shortWorkShowsNothing() {
    try (var display = display(ProgressDisplay.Style.BAR)) {
      seconds(1);
      display.at("solving", 0.9);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void longWorkShowsABarAndWipesItAway() {
    try (var display = display(ProgressDisplay.Style.BAR)) {
      seconds(3);
      display.at("solving", 0.5);
    }
    assertThat(err.toString()).contains("50%", "solving").endsWith(" \r");
  }

  @Test
  void withoutATerminalThereIsALineEveryTenSeconds() {
    try (var display = display(ProgressDisplay.Style.LINES)) {
      for (int s = 0; s <= 25; s++) {
        seconds(s);
        display.at("solving", s / 50.0);
      }
    }
    assertThat(err.toString().lines())
        .containsExactly("solving: 20% after 10 seconds", "solving: 40% after 20 seconds");
  }

  @Test
  void quietShowsNothing() {
    try (var display = display(ProgressDisplay.Style.NONE)) {
      seconds(60);
      display.at("solving", 0.5);
    }
    assertThat(err.toString()).isEmpty();
  }
}
