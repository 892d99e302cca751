package org.servanda.workbench.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.question.Json;
import org.servanda.workbench.question.Refusal;
import org.servanda.workbench.question.Refusal.Kind;

/// Bytes in and out: bodies within bounds of size and time, answers as JSON.
final class Replies {
  /// Most bytes of a body.
  static final int LARGEST_BODY = 2 << 20;

  /// Attribute of a request: most nanoseconds for its body.
  static final String SLOWEST = "servanda.slowest";

  /// Bodies longer than this, or of unknown length, take memory: few may arrive at the same time.
  private static final int SHORT_BODY = 128 << 10;

  private static final int MOST_LONG = 32;
  private static final Semaphore LONG_BODIES = new Semaphore(MOST_LONG);
  private static final int WORTH_PACKING = 4 << 10;
  private static final int PIECE = 8 << 10;
  private static final String JSON = "application/json";

  private Replies() {}

  /// {@return the body of a request}
  ///
  /// @throws Refusal if it is no JSON by its header, too large or too slow
  static byte[] body(Context request) {
    String type = request.contentType();
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
      throw Refusal.of(Kind.WRONG_TYPE, "the body must be JSON", "Content-Type: application/json");
    }
    if (request.req().getContentLengthLong() > LARGEST_BODY) {
      throw tooLarge();
    }
    if (!isShort(request) && !LONG_BODIES.tryAcquire()) {
      throw Refusal.later(Kind.BUSY, "%d long bodies arrive already".formatted(MOST_LONG), 5);
    }
    try {
      return arrived(request);
    } finally {
      if (!isShort(request)) {
        LONG_BODIES.release();
      }
    }
  }

  private static boolean isShort(Context request) {
    long length = request.req().getContentLengthLong();
    return length >= 0 && length <= SHORT_BODY;
  }

  private static byte[] arrived(Context request) {
    try (InputStream in = request.req().getInputStream()) {
      return read(in, System.nanoTime() + slowest(request));
    } catch (IOException e) {
      throw Refusal.of(
          isTimeout(e) ? Kind.TOO_SLOW : Kind.BAD_REQUEST,
          isTimeout(e) ? "the body took too long to arrive" : "the body ended too early",
          "again");
    }
  }

  private static long slowest(Context request) {
    return request.attribute(SLOWEST) instanceof Long nanos
        ? nanos
        : Limits.usual().slowest().toNanos();
  }

  private static byte[] read(InputStream in, long end) throws IOException {
    var all = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    int count;
    while ((count = in.read(piece)) >= 0) {
      all.write(piece, 0, count);
      if (all.size() > LARGEST_BODY) {
        throw tooLarge();
      }
      if (System.nanoTime() - end > 0) {
        throw Refusal.of(Kind.TOO_SLOW, "the body took too long to arrive", "again");
      }
    }
    return all.toByteArray();
  }

  private static boolean isTimeout(@Nullable Throwable e) {
    return e != null
        && (e instanceof TimeoutException
            || e instanceof SocketTimeoutException
            || isTimeout(e.getCause()));
  }

  private static Refusal tooLarge() {
    return Refusal.of(
        Kind.TOO_LARGE,
        "the body is larger than %,d bytes".formatted(LARGEST_BODY),
        "a smaller file");
  }

  /// Answers with JSON.
  static void json(Context request, @Nullable Object value) {
    bytes(request, JSON, Json.bytes(value));
  }

  /// Answers with bytes, packed if that is worth it and understood.
  static void bytes(Context request, String type, byte[] bytes) {
    request.header("Cache-Control", "no-store");
    request.contentType(type);
    if (bytes.length >= WORTH_PACKING && takesGzip(request)) {
      request.header("Content-Encoding", "gzip");
      request.header("Vary", "Accept-Encoding");
      result(request, Pages.gzip(bytes));
    } else {
      result(request, bytes);
    }
  }

  /// Answers with bytes as they are; who asks for the headers alone is told how many they are.
  static void result(Context request, byte[] bytes) {
    request.res().setContentLength(bytes.length);
    request.result(bytes);
  }

  static boolean takesGzip(Context request) {
    String accepted = request.header("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }

  /// Answers with a problem document.
  static void refuse(Context request, Refusal refusal) {
    request.status(refusal.kind().status());
    if (refusal.retryAfter() > 0) {
      request.header("Retry-After", String.valueOf(refusal.retryAfter()));
    }
    if (refusal.kind() == Kind.NO_TOKEN) {
      request.header("WWW-Authenticate", "Bearer");
    }
    if (refusal.kind() == Kind.TOO_LARGE || refusal.kind() == Kind.TOO_SLOW) {
      request.header("Connection", "close"); // the rest of the body is not read
    }
    json(request, refusal.document());
    request.contentType("application/problem+json");
  }
}
