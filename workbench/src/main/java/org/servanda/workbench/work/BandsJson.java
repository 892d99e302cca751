package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.object;

import org.servanda.report.export.VariantJson;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.run.Outcomes;

/// What a study has found so far, as JSON.
final class BandsJson {
  private BandsJson() {}

  static Object of(Outcomes outcomes) {
    return object(
        "worlds", outcomes.plan().worlds().rows(),
        "finished", outcomes.finished(),
        "experiments", outcomes.plan().experiments(),
        "variants", StudyFindings.bands(outcomes).stream().map(VariantJson::of).toList());
  }
}
