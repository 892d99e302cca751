package org.servanda.workbench.draft;

import static org.servanda.workbench.question.Json.number;
import static org.servanda.workbench.question.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameter;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.RivalSet;
import org.servanda.agreement.evidence.Source;
import org.servanda.agreement.scenario.Scenario;

/// Numbers with their ranges and sources as JSON.
public final class EstimateJson {
  private EstimateJson() {}

  /// {@return every default of the model and the sets of rival schools}
  public static SequencedMap<String, @Nullable Object> parameters() {
    return object(
        "parameters",
        Parameters.standard().all().values().stream()
            .map(p -> {
              var row = row(p.standard());
              row.put("words", p.about());
              row.put("bounds", bounds(p.min(), p.max()));
              row.put("byParty", p.scope() == Parameter.Scope.PARTY);
              return row;
            })
            .toList(),
        "rivals",
        Parameters.standard().all().keySet().stream()
            .filter(key -> !Parameters.standard().sets(key).isEmpty())
            .map(key ->
                object(
                    "key",
                    key,
                    "words",
                    Parameters.standard().parameter(key).about(),
                    "sets",
                    sets(key)))
            .toList());
  }

  /// {@return the numbers that some agreements rest on}
  static List<SequencedMap<String, @Nullable Object>> estimates(
      Scenario scenario, Iterable<Estimate> estimates) {
    var rows = new ArrayList<SequencedMap<String, @Nullable Object>>();
    for (var estimate : estimates) {
      var place = EstimatePlace.of(scenario, estimate.key());
      var row = row(estimate);
      row.put("party", place.party());
      row.put("words", place.words());
      row.put("path", place.path());
      row.put("written", scenario.written().containsKey(estimate.key()));
      row.put("bounds", bounds(place.min(), place.max()));
      rows.add(row);
    }
    return rows;
  }

  /// {@return the parameters on which schools differ, and the set a scenario has chosen}
  static List<SequencedMap<String, @Nullable Object>> rivals(Scenario scenario) {
    return Parameters.standard().all().keySet().stream()
        .filter(key -> !Parameters.standard().sets(key).isEmpty())
        .map(key -> {
          var written = scenario.written().get(key);
          String chosen =
              Parameters.standard().sets(key).values().stream()
                  .filter(s -> same(s.estimate(), written))
                  .map(RivalSet::name)
                  .findFirst()
                  .orElse(null);
          return object(
              "key",
              key,
              "words",
              Parameters.standard().parameter(key).about(),
              "sets",
              sets(key),
              "chosen",
              chosen);
        })
        .toList();
  }

  private static boolean same(Estimate one, @Nullable Estimate other) {
    return other != null
        && one.low() == other.low()
        && one.mode() == other.mode()
        && one.high() == other.high();
  }

  private static List<SequencedMap<String, @Nullable Object>> sets(String key) {
    return Parameters.standard().sets(key).values().stream()
        .map(s -> {
          var row = row(s.estimate());
          row.remove("key");
          row.putFirst("name", s.name());
          row.put("words", s.about());
          return row;
        })
        .toList();
  }

  static SequencedMap<String, @Nullable Object> row(Estimate estimate) {
    return object(
        "key",
        estimate.key(),
        "low",
        number(estimate.low()),
        "mode",
        number(estimate.mode()),
        "high",
        number(estimate.high()),
        "unit",
        estimate.unit().word(),
        "source",
        source(estimate.source()),
        "confidence",
        estimate.confidence().word());
  }

  static @Nullable Object source(@Nullable Source source) {
    return source == null ? null : object("key", source.key(), "citation", source.citation());
  }

  /// {@return lowest and highest value allowed; null on a side without a bound}
  static List<@Nullable Double> bounds(double min, double max) {
    var bounds = new ArrayList<@Nullable Double>();
    bounds.add(bound(min));
    bounds.add(bound(max));
    return bounds;
  }

  private static @Nullable Double bound(double value) {
    return Math.abs(value) == Double.MAX_VALUE || !Double.isFinite(value) ? null : value;
  }
}
