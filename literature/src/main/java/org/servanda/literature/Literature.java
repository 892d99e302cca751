package org.servanda.literature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads published results from a folder.
public final class Literature {
  private static final Set<String> KEYS =
      Set.of(
          "result",
          "title",
          "source",
          "claim",
          "reduction",
          "game",
          "tolerance",
          "because",
          "rows");

  /// Scenario files that results are read off end so.
  private static final String SCENARIO = ".scenario.yaml";

  private Literature() {}

  /// {@return every result in a folder and those below it, by number, then by file name}
  ///
  /// @throws IllegalArgumentException if a file is no published result; the message names it
  /// @throws UncheckedIOException if the folder cannot be read
  public static List<PublishedResult> read(Path folder) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(p -> p.toString().endsWith(".yaml"))
          .filter(p -> !p.toString().endsWith(SCENARIO))
          .sorted()
          .map(Literature::readOne)
          .sorted(Comparator.comparingInt(Literature::number))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
  }

  private static int number(PublishedResult result) {
    return Integer.parseInt(result.id().substring(1));
  }

  /// {@return one result}
  ///
  /// @throws IllegalArgumentException if the file is no published result
  static PublishedResult readOne(Path file) {
    try {
      return read(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(
          "%s: not YAML: %s\nTry: mend the file".formatted(file, e.getMessage()), e);
    }
  }

  private static PublishedResult read(Path file, String text) {
    var loaded = new Load(LoadSettings.builder().setLabel(file.toString()).build());
    var map = map(file, "the file", loaded.loadFromString(text));
    var unknown = new TreeSet<>(map.keySet());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw wrong(file, "unknown keys " + unknown, "one of " + new TreeSet<>(KEYS));
    }
    String id = text(file, map, "result");
    if (!id.matches("R[1-9][0-9]{0,2}")) {
      throw wrong(file, "result is \"" + id + "\", must be R and a number", "result: R1");
    }
    var rows = new ArrayList<PublishedResult.Row>();
    for (Object row : list(file, "rows", map.get("rows"))) {
      rows.add(row(file, map(file, "a row", row)));
    }
    return new PublishedResult(
        id,
        text(file, map, "title"),
        list(file, "source", map.get("source")).stream().map(String::valueOf).toList(),
        text(file, map, "claim"),
        text(file, map, "reduction"),
        text(file, map, "game"),
        numbers(file, "tolerance", map.get("tolerance")),
        text(file, map, "because"),
        rows,
        file);
  }

  private static PublishedResult.Row row(Path file, SequencedMap<String, Object> row) {
    var given = new LinkedHashMap<>(row);
    given.remove("expect");
    Path folder = file.toAbsolutePath().getParent();
    return new PublishedResult.Row(
        new Given(given, folder == null ? file : folder),
        numbers(file, "expect", row.get("expect")));
  }

  private static SequencedMap<String, Double> numbers(
      Path file, String key, @Nullable Object value) {
    var numbers = new LinkedHashMap<String, Double>();
    map(file, key, value)
        .forEach((name, number) -> {
          if (!(number instanceof Number n)) {
            throw wrong(
                file, key + "." + name + " is " + number + ", must be a number", name + ": 0");
          }
          numbers.put(name, n.doubleValue());
        });
    return numbers;
  }

  private static String text(Path file, Map<String, Object> map, String key) {
    if (map.get(key) instanceof String text && !text.isBlank()) {
      return text.strip();
    }
    throw wrong(file, key + " is " + map.get(key) + ", must be text", key + ": ...");
  }

  private static List<?> list(Path file, String key, @Nullable Object value) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      return list;
    }
    throw wrong(file, key + " is " + value + ", must be a list", key + ": [...]");
  }

  private static SequencedMap<String, Object> map(Path file, String key, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw wrong(file, key + " is " + value + ", must be keys and values", key + ": {...}");
    }
    var typed = new LinkedHashMap<String, Object>();
    map.forEach((k, v) -> typed.put(String.valueOf(k), v));
    return typed;
  }

  private static IllegalArgumentException wrong(Path file, String what, String tryThis) {
    return new IllegalArgumentException("%s: %s\nTry: %s".formatted(file, what, tryThis));
  }
}
