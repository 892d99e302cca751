package org.servanda.workbench.work;

import org.jspecify.annotations.Nullable;
import org.servanda.workbench.question.Refusal;

/// What a run of a job's work came to.
sealed interface WorkOutcome {

  /// There is a result.
  final class Finished implements WorkOutcome {
    private final byte[] result;
    private final byte @Nullable [] report;

    /// @param result JSON in UTF-8
    /// @param report HTML in UTF-8; absent if there is none
    Finished(byte[] result, byte @Nullable [] report) {
      this.result = result;
      this.report = report;
    }

    byte[] result() {
      return result;
    }

    byte @Nullable [] report() {
      return report;
    }
  }

  /// It was told to stop.
  record Stopped() implements WorkOutcome {}

  /// There is none.
  ///
  /// @param why what to tell
  record Failed(Refusal why) implements WorkOutcome {}
}
