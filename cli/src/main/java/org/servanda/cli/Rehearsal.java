package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.servanda.workbench.Workbench;

/// What a training run of the launcher does, so that Java remembers the classes it needs to start:
/// it looks at the page and asks for an answer, as a first visitor would.
final class Rehearsal {
  private static final List<String> LOOKS =
      List.of("/", "/page.css", "/main.js", "/api/v1", "/api/v1/catalog", "/api/v1/parameters");

  private Rehearsal() {}

  /// Asks a workbench what its page asks first.
  ///
  /// @param scenario file to ask about
  static void of(Workbench workbench, Path scenario) {
    try {
      for (String path : LOOKS) {
        send(workbench, "GET " + path + " HTTP/1.1", "");
      }
      String body = "{\"text\": " + quoted(Files.readString(scenario)) + "}";
      send(workbench, "POST /api/v1/readings HTTP/1.1", body);
      send(workbench, "POST /api/v1/trials HTTP/1.1", body);
    } catch (IOException e) {
      throw new UncheckedIOException("rehearsing with " + scenario, e);
    }
  }

  private static void send(Workbench workbench, String line, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(line, bytes.length);
    try (var socket = new Socket("127.0.0.1", workbench.port())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      socket.getInputStream().readAllBytes();
    }
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c < 0x20 || c == '"' || c == '\\') {
            quoted.append("\\u%04x".formatted(c));
          } else {
            quoted.append((char) c);
          }
        });
    return quoted.append('"').toString();
  }
}
