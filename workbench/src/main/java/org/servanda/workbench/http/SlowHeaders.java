package org.servanda.workbench.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;

/// Closes connections on which a request line or headers trickle in too slowly.
///
/// Time without any byte is bounded elsewhere; here a connection that keeps sending single bytes
/// without ever completing a request is ended.
final class SlowHeaders implements Connection.Listener, AutoCloseable {
  private static final long LOOKS = 10;

  private final long slowest;
  private final Map<Connection, Seen> open = new ConcurrentHashMap<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("slow-headers").daemon().factory());

  /// What was there when a connection last had a request or was silent.
  private record Seen(long requests, long bytes, long since) {}

  /// @param slowest most time for a request line with its headers
  SlowHeaders(Duration slowest) {
    this.slowest = slowest.toNanos();
    long every = this.slowest / LOOKS;
    clock.scheduleWithFixedDelay(this::look, every, every, TimeUnit.NANOSECONDS);
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Seen(0, 0, System.nanoTime()));
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  private void look() {
    long now = System.nanoTime();
    open.forEach((connection, seen) -> {
      long requests = connection.getMessagesIn();
      boolean isAnswering = requests > connection.getMessagesOut();
      if (isAnswering || requests != seen.requests() || connection.getBytesIn() == seen.bytes()) {
        open.replace(connection, seen, new Seen(requests, connection.getBytesIn(), now));
      } else if (now - seen.since() > slowest) {
        connection.getEndPoint().close();
      }
    });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
