package org.servanda.literature;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.servanda.gamefile.GameFile;
import org.servanda.gamefile.GameFileReader;

/// Parameters of a game, as written in a row of a published table.
///
/// @param values numbers, words, or lists of numbers, by name
/// @param folder of the file they are written in; names of game files are relative to it
public record Given(SequencedMap<String, Object> values, Path folder) {
  /// Copies.
  public Given {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  /// {@return a number}
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public double number(String name) {
    if (value(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        "%s is %s, must be a number\nTry: %s: 0.5".formatted(name, value(name), name));
  }

  /// {@return a whole number}
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public int whole(String name) {
    double number = number(name);
    if (number != Math.rint(number) || Math.abs(number) > 1e9) {
      throw new IllegalArgumentException(
          "%s is %s, must be a whole number\nTry: %s: 3".formatted(name, number, name));
    }
    return (int) number;
  }

  /// {@return a word}
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public String word(String name) {
    if (value(name) instanceof String word) {
      return word;
    }
    throw new IllegalArgumentException(
        "%s is %s, must be a word\nTry: %s: word".formatted(name, value(name), name));
  }

  /// {@return numbers}
  ///
  /// @throws IllegalArgumentException if there is no list of numbers of that name
  public List<Double> numbers(String name) {
    if (value(name) instanceof List<?> list && list.stream().allMatch(Number.class::isInstance)) {
      return list.stream().map(n -> ((Number) n).doubleValue()).toList();
    }
    throw new IllegalArgumentException(
        "%s is %s, must be a list of numbers\nTry: %s: [1, 2]".formatted(name, value(name), name));
  }

  /// {@return the game in the file that is named}
  ///
  /// @throws IllegalArgumentException if it cannot be read; the message has every problem
  GameFile game(String name) {
    return GameFileReader.read(folder.resolve(word(name))).orThrow();
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("%s is missing\nTry: %s: 0.5".formatted(name, name));
    }
    return value;
  }

  /// {@return the parameters in one line}
  @Override
  public String toString() {
    return values.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
