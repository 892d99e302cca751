package org.servanda.report.answer;

import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.Survival;

/// The three clocks on which an agreement can last.
public enum Clock {
  /// Until the first material breach.
  BREACH("breach", "no material breach", "free of a material breach"),
  /// Until the first attack by either principal.
  CLASH("clash", "no armed clash", "free of an armed clash"),
  /// Until the agreement is no longer in force, for whatever reason.
  EXIT("exit", "agreement in force", "in force");

  private final String key;
  private final String label;
  private final String state;

  Clock(String key, String label, String state) {
    this.key = key;
    this.label = label;
    this.state = state;
  }

  /// {@return the word in files}
  public String key() {
    return key;
  }

  /// {@return the short label of a curve or row}
  public String label() {
    return label;
  }

  /// {@return what holds while it lasts, as in `the agreement is …`}
  public String state() {
    return state;
  }

  /// {@return this clock's curve, null when there is no agreement it could run on}
  ///
  /// @param survival the three curves
  public Survival.@Nullable Curve of(Survival survival) {
    return switch (this) {
      case BREACH -> survival.breach();
      case CLASH -> survival.clash();
      case EXIT -> survival.exit();
    };
  }

  /// {@return the clock with this word}
  ///
  /// @param key a word as [#key()] gives it
  public static Clock named(String key) {
    for (Clock clock : values()) {
      if (clock.key.equals(key)) {
        return clock;
      }
    }
    throw new IllegalArgumentException("no clock \"" + key + "\"");
  }
}
