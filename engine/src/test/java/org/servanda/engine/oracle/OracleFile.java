package org.servanda.engine.oracle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads oracle cases from the test resources.
final class OracleFile {
  private OracleFile() {}

  static JsonNode read(String id) {
    try (InputStream in = OracleFile.class.getResourceAsStream("/oracles/" + id + ".json")) {
      if (in == null) {
        throw new AssertionError("no oracle file " + id);
      }
      return JsonMapper.builder().build().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(id, e);
    }
  }

  /// A number that may be written as a fraction.
  static double number(JsonNode node) {
    if (!node.isString()) {
      return node.asDouble();
    }
    String[] parts = node.asString().split("/");
    return parts.length == 1
        ? Double.parseDouble(parts[0])
        : Double.parseDouble(parts[0]) / Double.parseDouble(parts[1]);
  }
}
