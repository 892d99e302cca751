package org.servanda.agreement.format;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes maps, lists, texts, numbers and truth values as JSON, two spaces to a level.
final class JsonText {
  private final StringBuilder text = new StringBuilder();

  private JsonText() {}

  /// {@return a value as JSON ending in a line break}
  ///
  /// @param value maps with text keys, lists, texts, finite numbers, truth values, null
  static String of(@Nullable Object value) {
    var json = new JsonText();
    json.write(value, "");
    return json.text.append('\n').toString();
  }

  private void write(@Nullable Object value, String indent) {
    switch (value) {
      case null -> text.append("null");
      case Map<?, ?> map -> map(map, indent);
      case List<?> list -> list(list, indent);
      case String string -> quote(string);
      case Double number -> text.append(Words.number(number));
      case Integer number -> text.append(number);
      case Boolean truth -> text.append(truth);
      default -> throw new AssertionError("no JSON for " + value.getClass());
    }
  }

  private void map(Map<?, ?> map, String indent) {
    String inner = indent + "  ";
    text.append('{');
    String before = "\n";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      text.append(before).append(inner);
      quote(String.valueOf(entry.getKey()));
      text.append(": ");
      write(entry.getValue(), inner);
      before = ",\n";
    }
    text.append(map.isEmpty() ? "}" : "\n" + indent + "}");
  }

  private void list(List<?> list, String indent) {
    boolean flat = list.stream().noneMatch(v -> v instanceof Map || v instanceof List);
    String inner = indent + "  ";
    text.append('[');
    for (Iterator<?> items = list.iterator(); items.hasNext(); ) {
      text.append(flat ? "" : "\n" + inner);
      write(items.next(), inner);
      text.append(!items.hasNext() ? "" : flat ? ", " : ",");
    }
    text.append(flat ? "]" : "\n" + indent + "]");
  }

  private void quote(String string) {
    text.append('"');
    string
        .chars()
        .forEach(c -> {
          switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            default -> {
              if (c < 0x20) {
                text.append("\\u%04x".formatted(c));
              } else {
                text.append((char) c);
              }
            }
          }
        });
    text.append('"');
  }
}
