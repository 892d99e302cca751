package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Collects what is wrong, by byte; lines and columns are counted once, at the end.
final class Findings {
  private static final int KEPT = 50;
  private static final int NOWHERE = -1;

  private final Source source;
  private final List<Finding> kept = new ArrayList<>();
  private int count;

  /// Something wrong.
  ///
  /// @param at byte where it stands
  /// @param see byte of what it contradicts, or [#NOWHERE]
  private record Finding(int at, String what, @Nullable String value, String tryThis, int see) {}

  Findings(Source source) {
    this.source = source;
  }

  /// Takes note of a problem.
  ///
  /// @param at byte where it stands
  /// @param what one sentence without a period, with value and bound
  /// @param value as written, null if something is missing
  /// @param tryThis what to do about it
  void add(int at, String what, @Nullable String value, String tryThis) {
    add(new Finding(at, what, value, tryThis, NOWHERE));
  }

  /// Takes note of a contradiction; the message names the line it contradicts.
  ///
  /// @param see byte of what was said before
  void contradiction(int at, String what, @Nullable String value, String tryThis, int see) {
    add(new Finding(at, what, value, tryThis, see));
  }

  private void add(Finding finding) {
    if (kept.size() < KEPT) {
      kept.add(finding);
    }
    count++;
  }

  boolean none() {
    return count == 0;
  }

  /// {@return whether further problems would only be counted}
  boolean full() {
    return count >= KEPT;
  }

  /// All problems in the order of the file.
  ///
  /// @param file its name
  List<Problem> problems(String file) {
    var places =
        source.places(
            kept.stream()
                .flatMapToInt(
                    f -> f.see() == NOWHERE ? IntStream.of(f.at()) : IntStream.of(f.at(), f.see()))
                .toArray());
    var problems = new ArrayList<Problem>();
    kept.stream()
        .sorted(Comparator.comparingInt(Finding::at))
        .forEach(f -> {
          var at = places.of(f.at());
          String what =
              f.see() == NOWHERE
                  ? f.what()
                  : f.what() + " (see line " + places.of(f.see()).line() + ")";
          String value = f.value() == null ? null : Printable.shown(f.value());
          problems.add(new Problem(file, at.line(), at.column(), what, value, f.tryThis()));
        });
    if (count > kept.size()) {
      var last = problems.getLast();
      problems.add(
          new Problem(
              file,
              last.line(),
              last.column(),
              (count - kept.size()) + " more problems are not shown",
              null,
              "correct those above first"));
    }
    return problems;
  }
}
