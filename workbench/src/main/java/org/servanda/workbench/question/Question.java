package org.servanda.workbench.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An object in the body of a request, read key by key; whatever is missing, of another type or out
/// of bounds is refused with its place.
///
/// @param place where it stands, as a JSON pointer; empty for the whole body
/// @param node the object
public record Question(String place, JsonNode node) {

  /// {@return the body of a request}
  ///
  /// @param bytes JSON in UTF-8
  /// @param keys all that may be said
  public static Question of(byte[] bytes, String... keys) {
    return of("", Json.read(bytes), keys);
  }

  /// {@return an object in a body}
  ///
  /// @param keys all that may be said
  public static Question of(String place, JsonNode node, String... keys) {
    if (!node.isObject()) {
      throw wrong(place, "is " + kind(node), "an object", "{…}");
    }
    var unknown = new TreeSet<>(node.propertyNames());
    unknown.removeAll(Set.of(keys));
    if (!unknown.isEmpty()) {
      throw Refusal.of(
          Refusal.Kind.BAD_REQUEST,
          "%s has the unknown key \"%s\""
              .formatted(shown(place), Json.shortened(unknown.getFirst())),
          keys.length == 0 ? "{}" : "one of " + String.join(", ", keys));
    }
    return new Question(place, node);
  }

  /// {@return whether a key is there and not null}
  public boolean has(String key) {
    return node.hasNonNull(key);
  }

  /// {@return a text}
  ///
  /// @param longest most characters
  public String text(String key, int longest) {
    String text = textIfSaid(key, longest);
    if (text == null) {
      throw wrong(place + "/" + key, "is missing", "text", "\"" + key + "\": \"…\"");
    }
    return text;
  }

  /// {@return a text, or null if it is not said}
  ///
  /// @param longest most characters
  public @Nullable String textIfSaid(String key, int longest) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw wrong(place + "/" + key, "is " + kind(value), "text", "\"…\"");
    }
    String text = value.stringValue();
    if (text.length() > longest) {
      throw wrong(
          place + "/" + key,
          "has %,d characters".formatted(text.length()),
          "at most %,d".formatted(longest),
          "a shorter text");
    }
    return text;
  }

  /// {@return one of several words}
  ///
  /// @param usual if it is not said; null if it must be
  public String word(String key, @Nullable String usual, List<String> words) {
    String word = usual == null ? text(key, 200) : textIfSaid(key, 200);
    if (word == null && usual != null) {
      return usual;
    }
    if (word == null || !words.contains(word)) {
      throw wrong(
          place + "/" + key,
          "is \"" + Json.shortened(String.valueOf(word)) + "\"",
          "one of " + String.join(", ", words),
          words.getFirst());
    }
    return word;
  }

  /// {@return a whole number within bounds}
  ///
  /// @param usual if it is not said
  public long whole(String key, long usual, long least, long most) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return usual;
    }
    String bound = "a whole number from %,d to %,d".formatted(least, most);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(
          place + "/" + key,
          "is " + Json.shortened(value.toString()),
          bound,
          String.valueOf(usual));
    }
    long number = value.longValue();
    if (number < least || number > most) {
      throw wrong(place + "/" + key, "is " + number, bound, String.valueOf(usual));
    }
    return number;
  }

  /// {@return a list of texts; null if it is not said}
  ///
  /// @param most most items
  /// @param longest most characters of each
  public @Nullable List<String> texts(String key, int most, int longest) {
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      return null;
    }
    String at = place + "/" + key;
    if (!value.isArray() || value.size() > most) {
      throw wrong(
          at,
          value.isArray() ? "has %,d items".formatted(value.size()) : "is " + kind(value),
          "a list of at most %d texts".formatted(most),
          "[\"…\"]");
    }
    var texts = new ArrayList<String>();
    for (JsonNode item : value) {
      if (!item.isString() || item.stringValue().length() > longest) {
        throw wrong(
            at + "/" + texts.size(),
            item.isString() ? "is too long" : "is " + kind(item),
            "text of at most %,d characters".formatted(longest),
            "\"…\"");
      }
      texts.add(item.stringValue());
    }
    return List.copyOf(texts);
  }

  /// {@return the objects of a list, at least one}
  ///
  /// @param most most items
  public List<JsonNode> items(String key, int most) {
    JsonNode value = node.get(key);
    String at = place + "/" + key;
    if (value == null || !value.isArray() || value.isEmpty() || value.size() > most) {
      throw wrong(
          at,
          value == null
              ? "is missing"
              : value.isArray() ? "has " + value.size() + " items" : "is " + kind(value),
          "a list of 1 to %d objects".formatted(most),
          "[{…}]");
    }
    var items = new ArrayList<JsonNode>();
    value.forEach(items::add);
    return items;
  }

  /// {@return a refusal that names a place in the body}
  public static Refusal wrong(String place, String what, String bound, String tryThis) {
    return Refusal.of(
        Refusal.Kind.BAD_REQUEST, "%s %s, bound: %s".formatted(shown(place), what, bound), tryThis);
  }

  private static String shown(String place) {
    return place.isEmpty() ? "the body" : place;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      case STRING -> "text";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      case BINARY, MISSING, POJO -> "something else";
    };
  }
}
