package org.servanda.cli.solve;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// What is said to a question.
///
/// @param results one per precision asked for, in order, then the limit; as in JSON
/// @param beside what is said beside the results, as in JSON
/// @param text the same for a reader, lines
/// @param problems why results are missing, each with advice; empty if none is
/// @param status the worst status of a result
public record Answer(
    List<SequencedMap<String, @Nullable Object>> results,
    SequencedMap<String, @Nullable Object> beside,
    List<String> text,
    List<String> problems,
    Status status) {
  /// Copies the lists.
  public Answer {
    results = List.copyOf(results);
    text = List.copyOf(text);
    problems = List.copyOf(problems);
  }
}
