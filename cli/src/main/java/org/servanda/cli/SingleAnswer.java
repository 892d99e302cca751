package org.servanda.cli;

import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.AssessOptions.Detail;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.NotAssessed;
import org.servanda.report.answer.Answer;

/// The answer with every estimate at its mode, that a report about many worlds is built around.
final class SingleAnswer {
  private SingleAnswer() {}

  /// {@return the answer; null if there is none, which has then been said}
  static @Nullable Answer of(
      Input input, WorldsOptions worlds, Surroundings surroundings, Cancellation cancellation) {
    var options =
        AssessOptions.standard()
            .withThreads(worlds.threads())
            .withMemoryLimit(Surroundings.memoryOfOneSolve())
            .withDetail(Detail.FULL);
    try (var progress = worlds.progress(surroundings)) {
      return switch (surroundings
          .solver()
          .assess(input.scenario(), options, progress, cancellation)) {
        case Assessment assessment ->
            new Answer(input.manifest(options, worlds.seed()), input.scenario(), assessment, null);
        case NotAssessed why -> {
          surroundings.err().println(input.located(why));
          surroundings.err().flush();
          yield null;
        }
      };
    }
  }
}
