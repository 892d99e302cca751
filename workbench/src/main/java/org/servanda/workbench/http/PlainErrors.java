package org.servanda.workbench.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.servanda.workbench.question.Json;

/// What is answered to requests that are no HTTP, too long or malformed: a problem document that
/// says nothing about the server.
final class PlainErrors implements Request.Handler {
  private static final String POLICY =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /// What is wrong, and what to do about it.
  private record Words(String detail, String tryThis) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 400 : response.getStatus();
    var words = words(status);
    var document =
        Json.object(
            "type",
            "about:blank#bad-request",
            "title",
            "The request cannot be understood",
            "status",
            status,
            "detail",
            words.detail(),
            "try",
            words.tryThis());
    response.setStatus(status);
    var headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    headers.put(HttpHeader.CONNECTION, "close");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    response.write(true, ByteBuffer.wrap(Json.bytes(document)), callback);
    return true;
  }

  private static Words words(int status) {
    return switch (status) {
      case 400 ->
          new Words(
              "the path, another part of the request line or a header is malformed",
              "an HTTP/1.1 request for a path without .. such as /api/v1");
      case 414 -> new Words("the path is too long", "a shorter path; texts go into the body");
      case 431 -> new Words("the headers are too long together", "shorter headers");
      case 505 -> new Words("the version of HTTP is not known here", "HTTP/1.1");
      default -> new Words("the request cannot be served", "an HTTP/1.1 request");
    };
  }
}
