package org.servanda.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.http.Limits;

/// A workbench that runs for a test, on a port of its own.
final class Running implements AutoCloseable {
  private static final Path ROOT = Path.of(System.getProperty("servanda.root"));
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Workbench workbench;

  private Running(Workbench workbench) {
    this.workbench = workbench;
  }

  static Running in(Path folder) {
    return with(folder, null, Limits.usual());
  }

  static Running with(Path folder, @Nullable String token, Limits limits) {
    return on("127.0.0.1", folder, token, limits);
  }

  static Running on(String host, Path folder, @Nullable String token, Limits limits) {
    var options =
        new WorkbenchOptions(
            host, 0, List.of("class.example"), token, folder, ROOT.resolve("catalog"), "test", 2);
    return new Running(Workbench.start(options, limits));
  }

  int port() {
    return workbench.port();
  }

  String address() {
    return workbench.address();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(at(path)).timeout(LONGEST);
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    var request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
    request.header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Workbench workbench() {
    return workbench;
  }

  HttpClient client() {
    return client;
  }

  /// {@return the small scenario that tests ask about}
  static String ford() {
    try (InputStream in = Running.class.getResourceAsStream("ford.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return an accord of the catalogue that takes a while}
  static String budapest() {
    try {
      return Files.readString(ROOT.resolve("catalog/accords/ukraine/1994-budapest.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    workbench.close();
  }
}
