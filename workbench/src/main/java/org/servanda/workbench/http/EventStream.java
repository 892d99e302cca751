package org.servanda.workbench.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.servanda.workbench.question.Json;
import org.servanda.workbench.question.Refusal;
import org.servanda.workbench.work.Job;

/// Tells how a job goes on, as server-sent events, until it ends or nobody listens.
///
/// Whoever reads slowly gets the newest state, not all that were.
final class EventStream implements AutoCloseable {
  private static final int MOST = 256;
  private static final int PER_CLIENT = 8;
  private static final long SILENCE_MILLIS = 10_000;
  private static final long LOOK_MILLIS = 1_000;
  private static final long PAUSE_MILLIS = 200;

  private final Semaphore free = new Semaphore(MOST);
  private final Map<String, AtomicInteger> open = new ConcurrentHashMap<>();
  private volatile boolean closing;

  /// Answers with the events of a job.
  ///
  /// @throws Refusal if there are too many streams
  void follow(Context request, Job job) {
    String client = Api.client(request);
    var own = open.computeIfAbsent(client, _ -> new AtomicInteger());
    if (own.incrementAndGet() > PER_CLIENT) {
      own.decrementAndGet();
      throw Refusal.later(
          Refusal.Kind.TOO_MANY, "this client follows %d jobs already".formatted(PER_CLIENT), 5);
    }
    try {
      if (!free.tryAcquire()) {
        throw Refusal.later(Refusal.Kind.BUSY, "%d jobs are followed already".formatted(MOST), 5);
      }
      try {
        tell(request, job);
      } finally {
        free.release();
      }
    } finally {
      open.compute(
          client, (_, count) -> count == null || count.decrementAndGet() <= 0 ? null : count);
    }
  }

  private void tell(Context request, Job job) {
    request.header("Cache-Control", "no-store");
    request.header("X-Accel-Buffering", "no");
    request.res().setContentType("text/event-stream; charset=utf-8");
    if (request.req().getMethod().equals("HEAD")) {
      return;
    }
    try {
      var out = request.res().getOutputStream();
      long seen = -1;
      long bands = 0;
      long quiet = 0;
      while (!closing) {
        var view = job.await(seen, LOOK_MILLIS);
        if (view.version() == seen) {
          quiet += LOOK_MILLIS;
          if (quiet >= SILENCE_MILLIS) {
            quiet = 0;
            send(out, ": still there\n\n");
          }
          continue;
        }
        seen = view.version();
        quiet = 0;
        send(out, event("progress", view.progress()));
        if (view.bands() != null && view.bandsVersion() != bands) {
          bands = view.bandsVersion();
          send(out, event("bands", view.bands()));
        }
        if (view.state().isEnd()) {
          send(out, event("end", job.json()));
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException gone) {
      return; // nobody listens any more, which is no failure
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static String event(String name, Object data) {
    return "event: " + name + "\ndata: " + new String(Json.bytes(data), UTF_8) + "\n\n";
  }

  private static void send(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(UTF_8));
    out.flush();
  }

  /// Ends all streams soon.
  @Override
  public void close() {
    closing = true;
  }
}
