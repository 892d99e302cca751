package org.servanda.workbench.http;

import java.time.Duration;

/// How much is borne with.
///
/// @param idle after so long without a byte a connection is closed
/// @param slowest most time for a request line with its headers, and again for a body
/// @param patience most time for a trial
/// @param perClient trials that one client may have waiting
/// @param together trials that may wait
public record Limits(
    Duration idle, Duration slowest, Duration patience, int perClient, int together) {

  /// {@return what is usual}
  public static Limits usual() {
    return new Limits(
        Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(30), 8, 256);
  }
}
