package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.object;

import org.servanda.study.finding.StudyFindings;
import org.servanda.study.finding.VariantFinding;
import org.servanda.study.run.Outcomes;

/// What a study has found so far, as JSON.
final class BandsJson {
  private BandsJson() {}

  static Object of(Outcomes outcomes) {
    return object(
        "worlds", outcomes.plan().worlds().rows(),
        "finished", outcomes.finished(),
        "experiments", outcomes.plan().experiments(),
        "variants", StudyFindings.bands(outcomes).stream().map(BandsJson::variant).toList());
  }

  private static Object variant(VariantFinding variant) {
    var survival = object();
    for (var curve : variant.curves()) {
      survival.put(
          curve.clock(),
          curve.years().stream()
              .map(y ->
                  object(
                      "years", y.years(),
                      "low", y.band().low(),
                      "middle", y.band().middle(),
                      "high", y.band().high()))
              .toList());
    }
    return object(
        "name", variant.name(),
        "survival", survival,
        "values",
            variant.values().stream()
                .map(v ->
                    object(
                        "party", v.party(),
                        "low", v.band().low(),
                        "middle", v.band().middle(),
                        "high", v.band().high()))
                .toList());
  }
}
