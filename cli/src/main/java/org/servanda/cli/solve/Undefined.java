package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Questions that have no answer for a game.
final class Undefined {
  private Undefined() {}

  /// Says so for everything that was asked.
  ///
  /// @param why one line to read, then a line that starts with `Try:`
  static Answer answer(Question question, String why) {
    var results = new ArrayList<SequencedMap<String, @Nullable Object>>();
    question.lambdas().forEach(lambda -> results.add(entry(lambda, why)));
    if (question.limit()) {
      results.add(entry("inf", why));
    }
    return new Answer(results, object(), List.of(), List.of(why), Status.UNDEFINED);
  }

  private static SequencedMap<String, @Nullable Object> entry(Object lambda, String why) {
    return object(
        "lambda", lambda,
        "status", Status.UNDEFINED.key(),
        "detail", why.lines().findFirst().orElse(""));
  }
}
