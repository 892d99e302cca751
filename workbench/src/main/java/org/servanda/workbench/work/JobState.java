package org.servanda.workbench.work;

import java.util.Locale;

/// Where a job stands.
public enum JobState {
  /// It waits.
  QUEUED,
  /// It is under way.
  RUNNING,
  /// There is a result.
  FINISHED,
  /// It was canceled.
  CANCELED,
  /// There is a problem in place of a result.
  FAILED;

  /// {@return the word for it}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return whether nothing more will happen}
  public boolean isEnd() {
    return this == FINISHED || this == CANCELED || this == FAILED;
  }

  static JobState named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
