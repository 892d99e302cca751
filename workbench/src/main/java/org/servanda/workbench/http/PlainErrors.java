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
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus() < 400 ? 400 : response.getStatus();
    var document =
        Json.object(
            "type", "about:blank#bad-request",
            "title", "The request cannot be understood",
            "status", status,
            "detail", "the request line or a header is malformed or too long",
            "try", "an HTTP/1.1 request with short headers");
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.write(true, ByteBuffer.wrap(Json.bytes(document)), callback);
    return true;
  }
}
