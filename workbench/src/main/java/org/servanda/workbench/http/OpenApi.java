package org.servanda.workbench.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The description of the API.
final class OpenApi {
  private OpenApi() {}

  /// {@return the document, OpenAPI 3.1 in YAML}
  static String text() {
    try (InputStream in =
        OpenApi.class.getResourceAsStream("/org/servanda/workbench/openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("openapi.yaml is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading openapi.yaml", e);
    }
  }
}
