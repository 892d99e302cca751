package org.servanda.cli.solve;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Results as JSON, described by `docs/schema/solve.schema.json`.
///
/// Keys come in a fixed order and numbers with all their digits; only `seconds` differs between
/// runs. JSON has no infinite number: a bound that is not known is null.
public final class ResultsJson {
  private ResultsJson() {}

  /// {@return the answer in UTF-8, ending in a line feed}
  ///
  /// @param answer what to write
  public static byte[] of(Answer answer) {
    var bytes = new ByteArrayOutputStream();
    try (var json = new JsonFactory().createGenerator(new Layout(), bytes, JsonEncoding.UTF8)) {
      var document = object("results", answer.results());
      document.putAll(answer.beside());
      write(json, document);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /// {@return an object with these keys and values, in order}
  ///
  /// @param keysAndValues a key, its value, the next key, …
  static SequencedMap<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return object;
  }

  /// Members of an object on lines of their own, lists of numbers on one.
  private static final class Layout extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      return new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> object -> {
        json.writeStartObject();
        object.forEach((key, member) -> {
          json.writeName(key.toString());
          write(json, member);
        });
        json.writeEndObject();
      }
      case List<?> array -> {
        json.writeStartArray();
        array.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case Double number -> {
        if (Double.isFinite(number)) {
          json.writeNumber(number + 0.0);
        } else {
          json.writeNull();
        }
      }
      case Integer number -> json.writeNumber(number);
      case Boolean flag -> json.writeBoolean(flag);
      default -> json.writeString(value.toString());
    }
  }
}
