package org.servanda.agreement.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.format.YamlEdit;

/// A scenario file as text, to be changed in place.
///
/// A change touches the characters of the value concerned and no others: comments, order and layout
/// stay as they were. Every change gives a new text; [#read()] says what it means.
///
/// @param name how problems call it
/// @param text YAML without aliases, with or without byte order mark
public record ScenarioText(String name, String text) {
  private static final String MARK = "\ufeff";

  /// {@return what the text says, or all that is wrong with it}
  public ScenarioReading read() {
    return ScenarioReader.read(name, text);
  }

  /// {@return this text with a value put in a place, over the old one or as a new entry}
  ///
  /// @param value YAML on one line, for example `tripwire` or `{low: 0.1, mode: 0.2, high: 0.4}`
  /// @param path keys and item numbers from 1, for example `agreement`, `2`, `security-guarantee`,
  ///   `level`
  /// @throws IllegalArgumentException if the text or the value is not YAML, or the path goes
  ///   through a single value or past the end of a list
  public ScenarioText set(String value, String... path) {
    return changed(YamlEdit.set(plain(), List.of(path), value));
  }

  /// {@return this text without an entry or item}
  ///
  /// @param path keys and item numbers from 1, at least one
  /// @throws IllegalArgumentException if the text is not YAML or there is nothing in that place
  public ScenarioText remove(String... path) {
    return changed(YamlEdit.remove(plain(), List.of(path)));
  }

  /// {@return this text with one more item at the end of a list}
  ///
  /// @param value YAML on one line
  /// @param path keys and item numbers from 1 that lead to the list
  /// @throws IllegalArgumentException if the text or the value is not YAML, or there is no list
  public ScenarioText append(String value, String... path) {
    return changed(YamlEdit.append(plain(), List.of(path), value));
  }

  /// {@return this text with one more clause at the end of the agreement}
  ///
  /// @param clause the clause
  /// @throws IllegalArgumentException if the text is not YAML or has no agreement
  public ScenarioText addClause(Clause clause) {
    return changed(YamlEdit.append(plain(), List.of("agreement"), ClauseText.of(clause)));
  }

  /// {@return this text without one clause of the agreement}
  ///
  /// @param number its number, from 1
  /// @throws IllegalArgumentException if the text is not YAML or there is no such clause
  public ScenarioText dropClause(int number) {
    return remove("agreement", Integer.toString(number));
  }

  /// {@return this text with one term of one clause of the agreement put to a value}
  ///
  /// @param number the clause's number, from 1
  /// @param kind the clause's kind, as a word
  /// @param term the term
  /// @param value YAML on one line
  /// @throws IllegalArgumentException if the text or the value is not YAML, or there is no such
  ///   clause
  public ScenarioText setTerm(int number, String kind, String term, String value) {
    var place = new ArrayList<>(List.of("agreement", Integer.toString(number), kind));
    YamlEdit.demandPlace(plain(), place);
    place.add(term);
    return changed(YamlEdit.set(plain(), place, value));
  }

  /// {@return a problem with what stands in a place, or with the deepest block on the way to it}
  ///
  /// @param what what is wrong, with the bound, one sentence without a period
  /// @param tryThis what to do about it, one line
  /// @param path keys and item numbers from 1
  /// @throws IllegalArgumentException if the text is not YAML
  public Problem problem(String what, String tryThis, List<String> path) {
    var place = YamlEdit.place(plain(), path);
    return new Problem(name, place.line(), place.column(), place.path(), what, null, tryThis);
  }

  /// Writes this text to a file: first beside it, then over it, so that the file is never half
  /// written. Who may read it stays as it was; behind a link, the file linked to is written.
  ///
  /// @param file the file
  /// @throws UncheckedIOException with the path, if it cannot be written; the old file then stands
  public void save(Path file) {
    try {
      Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path beside =
          whole.resolveSibling(
              ".%s.%s.part".formatted(whole.getFileName(), ProcessHandle.current().pid()));
      try {
        Files.writeString(beside, text);
        if (Files.getFileStore(beside).supportsFileAttributeView("posix") && Files.exists(whole)) {
          Files.setPosixFilePermissions(beside, Files.getPosixFilePermissions(whole));
        }
        Files.move(
            beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private String plain() {
    return text.startsWith(MARK) ? text.substring(1) : text;
  }

  private ScenarioText changed(String plain) {
    return new ScenarioText(name, text.startsWith(MARK) ? MARK + plain : plain);
  }
}
