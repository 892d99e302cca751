package org.servanda.agreement.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The numbers the model needs, each with its default, and the rival sets among them.
///
/// One table holds them all: `parameters.yaml` beside this class. Under `parameters`, each entry is
/// `key: {unit, low, mode, high, min, max, party, source, confidence, about}`, where `min` and
/// `max` default to the unit's own bounds, `low` and `high` to `mode`, and `party` to `no`; under
/// `sets`, each entry is `key: {set: {low, mode, high, source, confidence, about}}`. A source is
/// always a key of the [Bibliography].
public final class Parameters {
  private static final class Standard {
    private static final Parameters PARAMETERS = read();
  }

  private final SequencedMap<String, Parameter> parameters = new LinkedHashMap<>();
  private final SequencedMap<String, SequencedMap<String, RivalSet>> sets = new LinkedHashMap<>();

  private Parameters() {}

  /// {@return the built-in table}
  public static Parameters standard() {
    return Standard.PARAMETERS;
  }

  /// {@return all parameters by key, in the order of the table}
  public SequencedMap<String, Parameter> all() {
    return Collections.unmodifiableSequencedMap(parameters);
  }

  /// {@return whether there is a parameter with this key}
  ///
  /// @param key for example `war.cost`
  public boolean has(String key) {
    return parameters.containsKey(key);
  }

  /// {@return the parameter with this key}
  ///
  /// @param key for example `war.cost`
  /// @throws IllegalArgumentException if there is none
  public Parameter parameter(String key) {
    Parameter parameter = parameters.get(key);
    if (parameter == null) {
      throw new IllegalArgumentException(
          "no parameter \"" + key + "\"\nTry: one of " + parameters.keySet());
    }
    return parameter;
  }

  /// {@return the rival sets for a parameter by name, empty if schools do not differ}
  ///
  /// @param key the parameter
  public SequencedMap<String, RivalSet> sets(String key) {
    var named = sets.get(key);
    return named == null
        ? Collections.unmodifiableSequencedMap(new LinkedHashMap<>())
        : Collections.unmodifiableSequencedMap(named);
  }

  /// {@return the rival sets of every parameter, in the order of the table}
  public List<RivalSet> sets() {
    return sets.values().stream().flatMap(m -> m.values().stream()).toList();
  }

  private static Parameters read() {
    try (InputStream in = Parameters.class.getResourceAsStream("parameters.yaml")) {
      if (in == null) {
        throw new IllegalStateException("parameters.yaml is missing from this build");
      }
      var table = map("parameters.yaml", load(in));
      var result = new Parameters();
      map("parameters", table.get("parameters"))
          .forEach((key, row) -> result.parameters.put(key, parameter(key, map(key, row))));
      map("sets", table.get("sets")).forEach(result::readSets);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException("reading parameters.yaml", e);
    }
  }

  private static @Nullable Object load(InputStream in) {
    return new Load(LoadSettings.builder().setLabel("parameters.yaml").build())
        .loadFromInputStream(in);
  }

  private void readSets(String key, @Nullable Object rows) {
    Unit unit = parameter(key).unit();
    var named = new LinkedHashMap<String, RivalSet>();
    map(key, rows)
        .forEach((name, cells) -> {
          var row = map(key + " " + name, cells);
          named.put(name, new RivalSet(key, name, estimate(key, row, unit), about(key, row)));
        });
    sets.put(key, named);
  }

  private static Parameter parameter(String key, Map<String, Object> row) {
    String word = String.valueOf(row.get("unit"));
    Unit unit = Unit.named(word);
    if (unit == null) {
      throw new IllegalStateException("parameters.yaml: " + key + " has unknown unit " + word);
    }
    double min = row.containsKey("min") ? number(key, row, "min") : unit.min();
    double max = row.containsKey("max") ? number(key, row, "max") : unit.max();
    String party = String.valueOf(row.getOrDefault("party", "no"));
    var scope =
        switch (party) {
          case "yes", "true" -> Parameter.Scope.PARTY;
          case "no", "false" -> Parameter.Scope.SCENARIO;
          default ->
              throw new IllegalStateException(
                  "parameters.yaml: party of " + key + " is " + party + ", bound: yes or no");
        };
    return new Parameter(estimate(key, row, unit), min, max, scope, about(key, row));
  }

  private static Estimate estimate(String key, Map<String, Object> row, Unit unit) {
    double mode = number(key, row, "mode");
    double low = row.containsKey("low") ? number(key, row, "low") : mode;
    double high = row.containsKey("high") ? number(key, row, "high") : mode;
    Object cited = row.get("source");
    Source source = cited == null ? null : Bibliography.standard().source(cited.toString());
    if (cited != null && source == null) {
      throw new IllegalStateException(
          "parameters.yaml: " + key + " cites " + cited + ", which bibliography.yaml lacks");
    }
    String tag = String.valueOf(row.getOrDefault("confidence", Confidence.CHECK.word()));
    Confidence confidence = Confidence.named(tag);
    if (confidence == null) {
      throw new IllegalStateException("parameters.yaml: " + key + " has confidence " + tag);
    }
    return new Estimate(key, low, mode, high, unit, source, confidence);
  }

  private static String about(String key, Map<String, Object> row) {
    return Objects.requireNonNull(row.get("about"), () -> "parameters.yaml: " + key + ": no about")
        .toString();
  }

  private static double number(String key, Map<String, Object> row, String cell) {
    if (row.get(cell) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalStateException(
        "parameters.yaml: " + cell + " of " + key + " is " + row.get(cell) + ", not a number");
  }

  private static Map<String, Object> map(String what, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> raw)) {
      throw new IllegalStateException("parameters.yaml: " + what + " is " + value + ", not a map");
    }
    var result = new LinkedHashMap<String, Object>();
    raw.forEach((k, v) -> result.put(String.valueOf(k), v));
    return result;
  }
}
