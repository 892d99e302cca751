package org.servanda.agreement.format;

import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What a YAML syntax error means to the one who wrote the file.
///
/// @param what what is wrong
/// @param tryThis what to do about it
record YamlProblem(String what, String tryThis) {

  /// Longest key that YAML allows without a question mark before it.
  private static final int LONGEST_KEY = 1024;

  private record Case(String mark, String what, String tryThis) {}

  private static final List<Case> CASES =
      List.of(
          new Case("\\t(TAB)", "a tab stands where YAML wants spaces", "indent with spaces"),
          new Case(
              "mapping values are not allowed",
              "a second \": \" on one line",
              "put text that holds \": \" in quotes, or the inner part in {braces}"),
          new Case(
              "could not find expected ':'",
              "a key without \":\"",
              "key: value, with a space after the colon"),
          new Case(
              "found unexpected end of stream",
              "a quote is opened and never closed",
              "close the quote"),
          new Case(
              "expected ',' or '}'",
              "a { is opened and not closed, or a comma is missing",
              "{key: value, key: value}"),
          new Case(
              "expected ',' or ']'",
              "a [ is opened and not closed, or a comma is missing",
              "[first, second]"),
          new Case(
              "expected <block end>",
              "this line is indented differently from the ones it belongs to",
              "the same number of spaces before every key of one block"),
          new Case("undefined alias", "an alias nobody defined", "write the value out"),
          new Case("found undefined alias", "an alias nobody defined", "write the value out"),
          new Case(
              "cannot start any token",
              "this character cannot start a value",
              "put the text in quotes"),
          new Case(
              "found undefined tag handle",
              "a tag nobody defined",
              "delete the ! and what follows"),
          new Case(
              "sequence entries are not allowed",
              "a \"-\" where no list can start",
              "start the list on its own line, each item as \"- item\""),
          new Case(
              "unknown escape character",
              "a \\ in double quotes that means nothing",
              "single quotes, or \\\\ for a backslash"));

  /// {@return the meaning of a syntax error}
  ///
  /// @param e what the parser says
  static YamlProblem of(MarkedYamlEngineException e) {
    int column = e.getProblemMark().map(Mark::getColumn).orElse(0);
    if (column > LONGEST_KEY) {
      return new YamlProblem(
          "not YAML: more than 1,024 characters before a \":\"", "a shorter key, or quotes");
    }
    String said = Printable.line(e.getProblem() + " " + e.getContext());
    for (Case known : CASES) {
      if (said.contains(known.mark())) {
        return new YamlProblem("not YAML: " + known.what(), known.tryThis());
      }
    }
    return new YamlProblem(
        "not YAML: " + Printable.line(String.valueOf(e.getProblem())),
        "see how a file in catalog/ is written");
  }
}
