package org.servanda.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends bytes that no well-behaved client would send.
final class RawHttp implements AutoCloseable {
  /// A test that waits longer than this for an end hangs.
  private static final int LONGEST_MILLIS = 60_000;

  private final Socket socket;

  RawHttp(int port) {
    try {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(LONGEST_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return all that is answered to a request, which asks to close the connection}
  ///
  /// @param request its lines, with `\n` between
  static String ask(int port, String request) {
    try (var raw = new RawHttp(port)) {
      raw.send(request.replace("\n", "\r\n") + "\r\nConnection: close\r\n\r\n");
      return raw.rest();
    }
  }

  /// {@return whether the bytes went out}
  boolean send(String bytes) {
    try {
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  /// {@return everything until the other side closes}
  String rest() {
    var text = new StringBuilder();
    try {
      byte[] piece = new byte[4096];
      int count;
      while ((count = socket.getInputStream().read(piece)) >= 0) {
        text.append(new String(piece, 0, count, StandardCharsets.UTF_8));
      }
    } catch (java.net.SocketTimeoutException hangs) {
      throw new AssertionError("the connection stays open, with: " + text, hangs);
    } catch (IOException reset) {
      return text.toString(); // closed with bytes unread, which is an end as well
    }
    return text.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
