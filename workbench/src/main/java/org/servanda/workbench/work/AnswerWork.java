package org.servanda.workbench.work;

import static org.servanda.workbench.question.Refusal.Kind.NOT_POSSIBLE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.AssessOptions.Detail;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.Assessor;
import org.servanda.model.measure.NotAssessed;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Manifest;
import org.servanda.report.export.AnswerJson;
import org.servanda.report.html.HtmlReport;
import org.servanda.study.finding.StudyFindings;
import org.servanda.workbench.question.Refusal;

/// Assesses one proposal, alone or beside what plausible worlds say.
record AnswerWork(Desk desk, ScenarioText text, Scenario scenario, String proposal) {

  /// Runs.
  ///
  /// @param worlds what plausible worlds say; absent if none was asked
  /// @param seed of the worlds
  WorkOutcome run(Detail detail, @Nullable StudyFindings worlds, long seed) {
    var means = desk.means();
    var options =
        AssessOptions.standard()
            .withVariant(proposal)
            .withThreads(means.threads())
            .withMemoryLimit(means.memory())
            .withDetail(detail);
    return switch (Assessor.assess(scenario, options, desk::at, desk.cancellation())) {
      case Assessment assessment -> {
        var answer = new Answer(manifest(options, seed), scenario, assessment, null);
        yield finished(worlds == null ? answer : answer.withWorlds(worlds));
      }
      case NotAssessed why when why.reason() == NotAssessed.Reason.CANCELED ->
          new WorkOutcome.Stopped();
      case NotAssessed why ->
          new WorkOutcome.Failed(Refusal.saying(NOT_POSSIBLE, "not solved: " + why.detail()));
    };
  }

  private static WorkOutcome finished(Answer answer) {
    return new WorkOutcome.Finished(
        AnswerJson.of(answer, List.of()),
        HtmlReport.of(answer, List.of()).getBytes(StandardCharsets.UTF_8));
  }

  private Manifest manifest(AssessOptions options, long seed) {
    return new Manifest(
        desk.means().version(),
        text.name(),
        Desk.sha256(text),
        scenario.time().start(),
        options.variant(),
        options.precision(),
        options.detail(),
        options.resolution(),
        options.balanceSteps(),
        seed);
  }
}
