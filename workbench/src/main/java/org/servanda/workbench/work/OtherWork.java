package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.number;
import static org.servanda.workbench.question.Json.object;
import static org.servanda.workbench.question.Refusal.Kind.NOT_POSSIBLE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.literature.Comparison;
import org.servanda.literature.PublishedResult;
import org.servanda.literature.Reproduction;
import org.servanda.model.measure.Grain;
import org.servanda.report.answer.RepairManifest;
import org.servanda.report.export.RepairJson;
import org.servanda.study.repair.RepairOptions;
import org.servanda.study.repair.RepairOutcome;
import org.servanda.study.repair.RepairSearch;
import org.servanda.workbench.question.Json;
import org.servanda.workbench.question.Refusal;

/// Repairs and reproductions.
final class OtherWork {
  private OtherWork() {}

  /// Looks for the smallest changes that reach a target.
  static WorkOutcome repair(Desk desk, JobQuestion.OfRepair question) {
    var means = desk.means();
    var options =
        new RepairOptions(
            question.worlds(),
            question.worlds(),
            question.combinations(),
            question.seed(),
            means.threads(),
            Grain.coarse(means.memory() / means.threads()));
    try {
      var outcome =
          RepairSearch.run(
              question.text(),
              question.target(),
              options,
              (stage, done, all) -> desk.at(stage, (double) done / all),
              desk.cancellation());
      return switch (outcome) {
        case RepairOutcome.Done(var findings) -> {
          var manifest =
              new RepairManifest(
                  means.version(), question.text().name(), Desk.sha256(question.text()), options);
          yield new WorkOutcome.Finished(RepairJson.of(findings, manifest), null);
        }
        case RepairOutcome.Interrupted() -> new WorkOutcome.Stopped();
        case RepairOutcome.NotSolved(var reason) ->
            new WorkOutcome.Failed(Refusal.saying(NOT_POSSIBLE, "not solved: " + reason));
      };
    } catch (IllegalArgumentException refused) {
      return new WorkOutcome.Failed(Refusal.saying(NOT_POSSIBLE, refused.getMessage()));
    }
  }

  /// Solves the games of published results.
  static WorkOutcome reproduce(Desk desk, JobQuestion.OfLiterature question) {
    var chosen =
        desk.means().literature().results().stream()
            .filter(r -> question.id() == null || r.id().equals(question.id()))
            .toList();
    if (chosen.isEmpty()) {
      return new WorkOutcome.Failed(
          Refusal.of(NOT_POSSIBLE, "there is no such published result", "GET /api/v1/literature"));
    }
    var results = new ArrayList<Object>();
    int reproduced = 0;
    for (PublishedResult result : chosen) {
      desk.at(result.id(), (double) results.size() / chosen.size());
      if (desk.cancellation().requested()) {
        return new WorkOutcome.Stopped();
      }
      var reproduction = Reproduction.of(result);
      reproduced += reproduction.isReproduced() ? 1 : 0;
      results.add(json(reproduction));
    }
    return new WorkOutcome.Finished(
        Json.bytes(object("reproduced", reproduced, "results", List.copyOf(results))), null);
  }

  private static Object json(Reproduction reproduction) {
    return object(
        "id", reproduction.result().id(),
        "title", reproduction.result().title(),
        "reproduced", reproduction.isReproduced(),
        "comparisons", reproduction.comparisons().stream().map(OtherWork::comparison).toList());
  }

  private static Object comparison(Comparison comparison) {
    @Nullable Double got = number(comparison.got());
    return object(
        "given", comparison.given().toString(),
        "quantity", comparison.quantity(),
        "expected", comparison.expected(),
        "got", got,
        "difference", number(comparison.difference()),
        "tolerance", comparison.tolerance(),
        "reproduced", comparison.isReproduced(),
        "trouble", comparison.trouble());
  }
}
