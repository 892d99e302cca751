package org.servanda.report.export;

import static org.servanda.report.export.AnswerJson.object;

import org.servanda.study.finding.VariantFinding;

/// Where one agreement's survival and values lie in nine worlds of ten, as it stands in every
/// document that holds worlds.
public final class VariantJson {
  private VariantJson() {}

  /// {@return the bands as maps, lists and numbers}
  public static Object of(VariantFinding variant) {
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
