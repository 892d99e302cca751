package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.object;

import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// How far a job is.
///
/// @param stage one or two words
/// @param share of the stage, in [0, 1]; of a study as a whole
/// @param finished experiments; absent where there are none
/// @param experiments planned; absent where there are none
/// @param secondsLeft estimated; absent if nothing is known
record Progress(
    String stage,
    double share,
    @Nullable Integer finished,
    @Nullable Integer experiments,
    @Nullable Double secondsLeft) {

  /// {@return progress without experiments}
  static Progress at(String stage, double share) {
    return new Progress(stage, Math.clamp(share, 0, 1), null, null, null);
  }

  SequencedMap<String, @Nullable Object> json() {
    var json = object("stage", stage, "share", share);
    if (finished != null && experiments != null) {
      json.put("finished", finished);
      json.put("experiments", experiments);
    }
    json.put("secondsLeft", secondsLeft);
    return json;
  }
}
