package org.servanda.literature;

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

  /// The cases whose id starts so.
  static java.util.List<String> list(String prefix) {
    var folder = OracleFile.class.getResource("/oracles");
    if (folder == null) {
      throw new AssertionError("no oracles");
    }
    try (var files = java.nio.file.Files.list(java.nio.file.Path.of(folder.toURI()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix) && name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - 5))
          .sorted()
          .toList();
    } catch (IOException | java.net.URISyntaxException e) {
      throw new AssertionError("oracles", e);
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
