package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Questions without an answer.
public final class Missing {
  private Missing() {}

  /// {@return the answer of a solver that did not come back in time}
  ///
  /// @param question what was asked
  /// @param seconds time it had
  public static Answer late(Question question, double seconds) {
    var late =
        answer(
            question,
            Status.TIME_LIMIT,
            "nothing was found in %s: a single step of the work takes longer\nTry: a longer --time-limit, or a smaller game"
                .formatted(Figures.seconds(seconds)));
    var latest = question.latest();
    var best = latest == null ? null : latest.best();
    if (best != null) {
      late.results().forEach(result -> result.put("best", best));
    }
    return late;
  }

  /// Says so for everything that was asked.
  ///
  /// @param why one line to read, then a line that starts with `Try:`
  static Answer answer(Question question, Status status, String why) {
    var results = new ArrayList<SequencedMap<String, @Nullable Object>>();
    question.lambdas().forEach(lambda -> results.add(entry(lambda, status, why)));
    if (question.limit()) {
      results.add(entry("inf", status, why));
    }
    return new Answer(results, object(), List.of(), List.of(why), status);
  }

  /// A result that is missing alone.
  ///
  /// @param why its first line is told
  static SequencedMap<String, @Nullable Object> result(
      String concept, Object lambda, Status status, String why) {
    var result = object("concept", concept);
    result.putAll(entry(lambda, status, why));
    return result;
  }

  private static SequencedMap<String, @Nullable Object> entry(
      Object lambda, Status status, String why) {
    return object(
        "lambda", lambda,
        "status", status.key(),
        "detail", why.lines().findFirst().orElse(""));
  }
}
