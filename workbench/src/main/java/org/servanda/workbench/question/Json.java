package org.servanda.workbench.question;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/// JSON, read within bounds and written in a fixed order.
public final class Json {
  private static final int DEEPEST = 24;
  private static final int LONGEST_NUMBER = 60;
  private static final int LONGEST_NAME = 400;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .maxNameLength(LONGEST_NAME)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// {@return a document}
  ///
  /// @param bytes UTF-8
  /// @throws Refusal if it is not JSON, too deep or names a key twice
  public static JsonNode read(byte[] bytes) {
    try {
      return MAPPER.readTree(bytes);
    } catch (JacksonException e) {
      var at = e.getLocation();
      String where =
          at == null || at.getLineNr() < 1
              ? ""
              : ", line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
      throw Refusal.of(
          Refusal.Kind.BAD_REQUEST,
          "the body is not JSON as expected" + where + ": " + what(e),
          "an object such as {\"name\": \"draft.yaml\", \"text\": \"…\"}");
    }
  }

  /// {@return what is wrong, in words that say nothing about the parser}
  private static String what(JacksonException e) {
    String said = String.valueOf(e.getOriginalMessage());
    return switch (e) {
      case StreamConstraintsException _ ->
          said.contains("depth")
              ? "it is nested more than %d deep".formatted(DEEPEST)
              : "a number has more than %d digits, or a key more than %d characters"
                  .formatted(LONGEST_NUMBER, LONGEST_NAME);
      case UnexpectedEndOfInputException _ -> "it ends too early";
      case MismatchedInputException _ -> "something follows after its end";
      default ->
          said.startsWith("Duplicate")
              ? "a key stands twice in an object"
              : "there stands what JSON does not allow there";
    };
  }

  /// {@return a value in UTF-8}
  ///
  /// @param value maps, lists, texts, finite numbers, null
  public static byte[] bytes(@Nullable Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// {@return an object with its keys in the order given}
  ///
  /// @param keysAndValues in turn
  public static SequencedMap<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return object;
  }

  /// {@return a number as JSON has it: null for what is not one}
  public static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /// {@return a value as a message shows it}
  public static String shown(@Nullable JsonNode node) {
    return node == null ? "missing" : shortened(node.toString());
  }

  static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= 200 ? plain : plain.substring(0, 200) + "…";
  }
}
