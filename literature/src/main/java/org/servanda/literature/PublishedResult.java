package org.servanda.literature;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One published result: what was found, and the game in which it is found again.
///
/// @param id of the result, such as `R4`; several files may share it
/// @param title a short name
/// @param citations publications, author and year first; at least one
/// @param claim what they found, in one sentence or two
/// @param reduction name of the game and what is read off it; see [Reduction]
/// @param game how it becomes a game, in words
/// @param tolerances largest difference allowed per quantity
/// @param because why so much and no more
/// @param rows at least one
/// @param file where it is written
public record PublishedResult(
    String id,
    String title,
    List<String> citations,
    String claim,
    String reduction,
    String game,
    SequencedMap<String, Double> tolerances,
    String because,
    List<Row> rows,
    Path file) {

  /// Copies.
  public PublishedResult {
    citations = List.copyOf(citations);
    tolerances = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tolerances));
    rows = List.copyOf(rows);
  }

  /// One line of the published table.
  ///
  /// @param given parameters of the game by name
  /// @param expected published figures by quantity
  public record Row(Given given, SequencedMap<String, Double> expected) {
    /// Copies.
    public Row {
      expected = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(expected));
    }
  }
}
