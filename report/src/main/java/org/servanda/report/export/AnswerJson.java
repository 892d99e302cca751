package org.servanda.report.export;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.scenario.History;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.SecurityLevels;
import org.servanda.model.measure.Survival;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Findings;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// The answer as JSON, described by `docs/schema/assessment.schema.json`.
///
/// Keys come in a fixed order and numbers with all their digits, so that the same answer gives the
/// same bytes; only `solution.seconds` differs between runs.
public final class AnswerJson {
  /// Version of the schema, raised when a key changes its meaning or goes away.
  public static final int FORMAT = 1;

  private AnswerJson() {}

  /// {@return the answer in UTF-8, ending in a line feed}
  ///
  /// @param answer what to write
  /// @param compared answers set beside it; may be empty
  public static byte[] of(Answer answer, List<Answer> compared) {
    var document = object("format", FORMAT);
    document.putAll(answer(answer));
    document.put("compared", compared.stream().map(AnswerJson::answer).toList());
    return bytes(document);
  }

  /// {@return a document in UTF-8, ending in a line feed}
  ///
  /// @param document objects, lists, texts, numbers and null
  static byte[] bytes(Map<String, ?> document) {
    var bytes = new ByteArrayOutputStream();
    try (var json = new JsonFactory().createGenerator(new Layout(), bytes, JsonEncoding.UTF8)) {
      write(json, document);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  private static final class Layout extends ObjectWriteContext.Base {
    @Override
    public PrettyPrinter getPrettyPrinter() {
      var indented = new DefaultIndenter("  ", "\n");
      return new DefaultPrettyPrinter().withObjectIndenter(indented).withArrayIndenter(indented);
    }

    @Override
    public boolean hasPrettyPrinter() {
      return true;
    }
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Map<?, ?> object -> {
        json.writeStartObject();
        object.forEach((key, member) -> {
          json.writeName(key.toString());
          write(json, member);
        });
        json.writeEndObject();
      }
      case List<?> array -> {
        json.writeStartArray();
        array.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case Double number -> json.writeNumber(number);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean said -> json.writeBoolean(said);
      default -> json.writeString(value.toString());
    }
  }

  static SequencedMap<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
    }
    return object;
  }

  private static SequencedMap<String, @Nullable Object> answer(Answer answer) {
    var assessment = answer.assessment();
    var findings = Findings.of(answer);
    return object(
        "title", assessment.title(),
        "variant", assessment.variant(),
        "start", assessment.start(),
        "headline",
            object(
                "clock", findings.clock().key(),
                "years", findings.years(),
                "probability", findings.survival(),
                "verdict", findings.verdict(),
                "basis",
                    "single run at the modes of all assumptions"
                        + findings.exception()
                        + ", not a forecast band"),
        "parties", assessment.parties().stream().map(AnswerJson::party).toList(),
        "survival", survival(assessment.survival()),
        "causes", assessment.causes().stream().map(AnswerJson::cause).toList(),
        "values", assessment.values().stream().map(AnswerJson::value).toList(),
        "alternatives", assessment.alternatives().stream().map(AnswerJson::alternative).toList(),
        "breakPath", path(assessment.breakPath()),
        "ledgers", assessment.ledgers().stream().map(AnswerJson::ledger).toList(),
        "beliefs", assessment.beliefs().stream().map(AnswerJson::belief).toList(),
        "rates", assessment.rates().stream().map(AnswerJson::rate).toList(),
        "margins", assessment.margins().stream().map(AnswerJson::margin).toList(),
        "warningSigns", assessment.warningSigns().stream().map(AnswerJson::sign).toList(),
        "assumptions", assessment.assumptions().stream().map(AnswerJson::assumption).toList(),
        "priors", assessment.priors().stream().map(AnswerJson::prior).toList(),
        "sensitivity", assessment.sensitivity().stream().map(AnswerJson::sensitivity).toList(),
        "omissions",
            assessment.omissions().stream()
                .map(o -> object("what", o.what(), "reason", o.reason()))
                .toList(),
        "selection", selection(assessment.selection()),
        "worstCase", worstCase(answer.worstCase()),
        "worlds", WorldsJson.of(answer.worlds()),
        "history", history(answer.scenario().history()),
        "solution", solution(assessment.solution()),
        "manifest", manifest(answer));
  }

  private static @Nullable Object selection(Assessment.@Nullable Selection selection) {
    return selection == null
        ? null
        : object(
            "searched", selection.searched(),
            "several", selection.several(),
            "otherwise", survival(selection.otherwise()));
  }

  private static Object party(Assessment.PartyLabel party) {
    var types = new java.util.ArrayList<Object>();
    for (int i = 0; i < party.types().size(); i++) {
      types.add(object("type", party.types().get(i), "probability", party.prior().get(i)));
    }
    return object("key", party.key(), "name", party.name(), "role", party.role(), "types", types);
  }

  private static Object survival(Survival survival) {
    return object(
        "breach", curve(survival.breach()),
        "clash", curve(survival.clash()),
        "exit", curve(survival.exit()));
  }

  private static @Nullable Object curve(Survival.@Nullable Curve curve) {
    return curve == null ? null : points(curve.points());
  }

  private static Object points(List<Survival.Point> points) {
    return points.stream()
        .map(p -> object("years", p.years(), "probability", p.probability()))
        .toList();
  }

  private static Object cause(Assessment.Cause cause) {
    return object(
        "clock", cause.clock(),
        "party", cause.party(),
        "mechanism", cause.mechanism(),
        "probability", cause.probability(),
        "byYear", points(cause.byYear()));
  }

  private static Object value(Assessment.PartyValue value) {
    return object(
        "party", value.party(),
        "type", value.type(),
        "value", value.value(),
        "refused", value.refused());
  }

  private static Object alternative(Assessment.Alternative alternative) {
    return object(
        "name", alternative.name(),
        "survival", survival(alternative.survival()),
        "values",
            alternative.values().stream()
                .map(v -> object("party", v.party(), "value", v.value()))
                .toList(),
        "solution", solution(alternative.solution()));
  }

  private static @Nullable Object path(Assessment.@Nullable BreakPath path) {
    return path == null
        ? null
        : object(
            "event", path.event(),
            "probability", path.probability(),
            "steps",
                path.steps().stream()
                    .map(s ->
                        object(
                            "date", s.date(),
                            "actor", s.actor(),
                            "text", s.text(),
                            "probability", s.probability(),
                            "beliefs", s.beliefs()))
                    .toList());
  }

  private static Object ledger(Assessment.Ledger ledger) {
    return object(
        "situation", ledger.situation(),
        "party", ledger.party(),
        "type", ledger.type(),
        "reached", ledger.reached(),
        "moves",
            ledger.moves().stream()
                .map(m ->
                    object("name", m.name(), "value", m.value(), "probability", m.probability()))
                .toList(),
        "deviation", ledger.deviation(),
        "components",
            ledger.components().stream()
                .map(c ->
                    object(
                        "name", c.name(),
                        "compliance", c.compliance(),
                        "deviation", c.deviation(),
                        "difference", c.difference()))
                .toList(),
        "slack", Findings.slack(ledger));
  }

  private static Object belief(Assessment.BeliefPath path) {
    return object(
        "party", path.party(),
        "type", path.type(),
        "points",
            path.points().stream()
                .map(p ->
                    object("years", p.years(), "mean", p.mean(), "low", p.low(), "high", p.high()))
                .toList());
  }

  private static Object rate(Assessment.Rate rate) {
    return object("name", rate.name(), "perYear", rate.perYear(), "ever", rate.ever());
  }

  private static Object margin(Assessment.Margin margin) {
    return object(
        "party", margin.party(),
        "type", margin.type(),
        "slack", margin.slack(),
        "deviation", margin.deviation(),
        "situation", margin.situation());
  }

  private static Object sign(Assessment.WarningSign sign) {
    return object(
        "sign", sign.words(),
        "kind", sign.kind(),
        "party", sign.party(),
        "threshold", sign.threshold(),
        "clock", sign.clock(),
        "years", sign.years(),
        "histories", sign.histories(),
        "seen", sign.seen(),
        "compared", sign.compared(),
        "after", sign.after(),
        "without", sign.without(),
        "difference", sign.difference(),
        "error", sign.error());
  }

  private static Object assumption(Assessment.Assumption assumption) {
    var object = estimate(assumption.estimate());
    object.put("value", assumption.value());
    return object;
  }

  private static SequencedMap<String, @Nullable Object> estimate(Estimate estimate) {
    var source = estimate.source();
    return object(
        "key", estimate.key(),
        "unit", estimate.unit().word(),
        "low", estimate.low(),
        "mode", estimate.mode(),
        "high", estimate.high(),
        "source", source == null ? null : source.key(),
        "citation", source == null ? null : source.citation(),
        "confidence", estimate.confidence().word());
  }

  private static Object prior(RecordedPrior prior) {
    return object(
        "party", prior.party(),
        "before", beliefs(prior.before()),
        "steps",
            prior.steps().stream()
                .map(s ->
                    object(
                        "pledge", s.entry().pledge(),
                        "conduct", s.entry().conduct().word(),
                        "on", s.entry().on(),
                        "ageYears", s.age(),
                        "weight", s.weight(),
                        "likelihood", beliefs(s.likelihood()),
                        "belief", beliefs(s.posterior())))
                .toList(),
        "after", beliefs(prior.after()));
  }

  private static Object beliefs(SequencedMap<Disposition, Double> beliefs) {
    var object = object();
    beliefs.forEach((disposition, p) -> object.put(disposition.word(), p));
    return object;
  }

  private static Object sensitivity(Assessment.Sensitivity sensitivity) {
    return object(
        "key", sensitivity.estimate().key(),
        "clock", sensitivity.clock(),
        "years", sensitivity.years(),
        "low", sensitivity.low(),
        "high", sensitivity.high());
  }

  private static @Nullable Object worstCase(@Nullable SecurityLevels levels) {
    return levels == null
        ? null
        : object(
            "coalition", levels.coalition(),
            "others", levels.others(),
            "survival", survival(levels.survival()),
            "levels",
                levels.levels().stream()
                    .map(l -> object("party", l.party(), "type", l.type(), "level", l.level()))
                    .toList());
  }

  private static @Nullable Object history(@Nullable History history) {
    if (history == null) {
      return null;
    }
    var source = history.source();
    return object(
        "outcome", history.outcome().word(),
        "on", history.on(),
        "yearsHeld", history.yearsHeld(),
        "by", history.by(),
        "how", history.how(),
        "source", source == null ? null : source.key());
  }

  private static Object solution(Assessment.Solution solution) {
    return object(
        "residual", solution.residual(),
        "interpolationError", solution.interpolationError(),
        "positions", solution.positions(),
        "beliefs", solution.beliefs(),
        "periods", solution.periods(),
        "severalSolutions", solution.severalSolutions(),
        "seconds", solution.seconds());
  }

  private static Object manifest(Answer answer) {
    var manifest = answer.manifest();
    return object(
        "version", manifest.version(),
        "file", manifest.file(),
        "sha256", manifest.sha256(),
        "start", manifest.start(),
        "variant", manifest.variant(),
        "precision", manifest.precision(),
        "detail", manifest.detailWord(),
        "resolution", manifest.resolution(),
        "balanceSteps", manifest.balanceSteps(),
        "seed", manifest.seed());
  }
}
