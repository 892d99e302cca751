package org.servanda.report.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.Survival;
import org.servanda.report.answer.Answer;

/// The answer as tidy tables in CSV (RFC 4180): one observation per row, one file per kind, units
/// in the names of the columns, numbers with all their digits, an empty cell for what is not there.
///
/// Every row begins with the scenario's file and the agreement assessed, so that tables of several
/// answers can be put under each other; compared answers already are.
public final class CsvTables {
  private final SequencedMap<String, StringBuilder> tables = new LinkedHashMap<>();
  private Answer answer;

  private CsvTables(Answer answer) {
    this.answer = answer;
  }

  /// {@return the text of each table by file name}
  ///
  /// @param answer what to write
  /// @param compared answers whose rows follow; may be empty
  public static SequencedMap<String, String> of(Answer answer, List<Answer> compared) {
    var tables = new CsvTables(answer);
    for (Answer one : Stream.concat(Stream.of(answer), compared.stream()).toList()) {
      tables.answer = one;
      tables.write(one.assessment());
    }
    var texts = new LinkedHashMap<String, String>();
    tables.tables.forEach((name, text) -> texts.put(name, text.toString()));
    return texts;
  }

  private void write(Assessment assessment) {
    survival("", assessment.survival());
    assessment.alternatives().forEach(a -> survival(a.name(), a.survival()));
    causes(assessment);
    values(assessment);
    path(assessment.breakPath());
    ledgers(assessment);
    beliefs(assessment);
    rates(assessment);
    assumptions(assessment);
    priors(assessment);
    solution("", assessment.solution());
    assessment.alternatives().forEach(a -> solution(a.name(), a.solution()));
    manifest();
  }

  private void survival(String alternative, Survival survival) {
    var header =
        List.of(
            "alternative",
            "time_years",
            "breach_survival_probability",
            "clash_survival_probability",
            "exit_survival_probability");
    for (int i = 0; i < survival.clash().points().size(); i++) {
      row(
          "survival.csv",
          header,
          alternative,
          survival.clash().points().get(i).years(),
          at(survival.breach(), i),
          at(survival.clash(), i),
          at(survival.exit(), i));
    }
  }

  private static @Nullable Double at(Survival.@Nullable Curve curve, int i) {
    return curve == null ? null : curve.points().get(i).probability();
  }

  private void causes(Assessment assessment) {
    var header = List.of("clock", "party", "mechanism", "time_years", "cumulative_probability");
    for (var cause : assessment.causes()) {
      for (var point : cause.byYear()) {
        row(
            "causes.csv",
            header,
            cause.clock(),
            cause.party(),
            cause.mechanism(),
            point.years(),
            point.probability());
      }
    }
  }

  private void values(Assessment assessment) {
    var header = List.of("alternative", "party", "type", "value_stakes", "value_without_stakes");
    for (var value : assessment.values()) {
      row("values.csv", header, "", value.party(), value.type(), value.value(), value.refused());
    }
    for (var alternative : assessment.alternatives()) {
      for (var value : alternative.values()) {
        row("values.csv", header, alternative.name(), value.party(), "all", value.value(), null);
      }
    }
  }

  private void path(Assessment.@Nullable BreakPath path) {
    var header =
        List.of(
            "step", "date", "actor", "text", "probability", "beliefs", "event", "path_probability");
    table("break_path.csv", header);
    if (path == null) {
      return;
    }
    int number = 0;
    for (var step : path.steps()) {
      row(
          "break_path.csv",
          header,
          ++number,
          step.date(),
          step.actor(),
          step.text(),
          step.probability(),
          step.beliefs(),
          path.event(),
          path.probability());
    }
  }

  private void ledgers(Assessment assessment) {
    var moves =
        List.of(
            "ledger",
            "party",
            "type",
            "situation",
            "reached_probability",
            "move",
            "value_stakes",
            "move_probability");
    var components =
        List.of(
            "ledger",
            "party",
            "type",
            "deviation",
            "component",
            "compliance_stakes",
            "deviation_stakes",
            "difference_stakes");
    table("ledger_moves.csv", moves);
    table("ledger_components.csv", components);
    int number = 0;
    for (var l : assessment.ledgers()) {
      number++;
      for (var m : l.moves()) {
        row(
            "ledger_moves.csv",
            moves,
            number,
            l.party(),
            l.type(),
            l.situation(),
            l.reached(),
            m.name(),
            m.value(),
            m.probability());
      }
      for (var c : l.components()) {
        row(
            "ledger_components.csv",
            components,
            number,
            l.party(),
            l.type(),
            l.deviation(),
            c.name(),
            c.compliance(),
            c.deviation(),
            c.difference());
      }
    }
  }

  private void beliefs(Assessment assessment) {
    var header =
        List.of(
            "party",
            "type",
            "time_years",
            "mean_probability",
            "low10_probability",
            "high90_probability");
    table("beliefs.csv", header);
    for (var path : assessment.beliefs()) {
      for (var p : path.points()) {
        row(
            "beliefs.csv",
            header,
            path.party(),
            path.type(),
            p.years(),
            p.mean(),
            p.low(),
            p.high());
      }
    }
  }

  private void rates(Assessment assessment) {
    var rates = List.of("event", "rate_per_year", "ever_probability");
    table("rates.csv", rates);
    for (var r : assessment.rates()) {
      row("rates.csv", rates, r.name(), r.perYear(), r.ever());
    }
    var margins = List.of("party", "type", "slack_stakes", "deviation", "situation");
    table("margins.csv", margins);
    for (var m : assessment.margins()) {
      row("margins.csv", margins, m.party(), m.type(), m.slack(), m.deviation(), m.situation());
    }
  }

  private void assumptions(Assessment assessment) {
    var header =
        List.of(
            "key",
            "unit",
            "used_value",
            "low_value",
            "mode_value",
            "high_value",
            "source",
            "confidence");
    table("assumptions.csv", header);
    for (var a : assessment.assumptions()) {
      var e = a.estimate();
      var source = e.source();
      row(
          "assumptions.csv",
          header,
          e.key(),
          e.unit().word(),
          a.value(),
          e.low(),
          e.mode(),
          e.high(),
          source == null ? null : source.key(),
          e.confidence().word());
    }
    var moved =
        List.of(
            "key",
            "unit",
            "low_value",
            "high_value",
            "clock",
            "time_years",
            "survival_at_low_probability",
            "survival_at_high_probability");
    table("sensitivity.csv", moved);
    for (var s : assessment.sensitivity()) {
      var e = s.estimate();
      row(
          "sensitivity.csv",
          moved,
          e.key(),
          e.unit().word(),
          e.low(),
          e.high(),
          s.clock(),
          s.years(),
          s.low(),
          s.high());
    }
  }

  private void priors(Assessment assessment) {
    var header =
        List.of(
            "party",
            "step",
            "pledge",
            "conduct",
            "date",
            "age_years",
            "weight",
            "type",
            "likelihood",
            "belief_probability");
    table("priors.csv", header);
    for (var prior : assessment.priors()) {
      for (Disposition type : prior.before().keySet()) {
        row(
            "priors.csv",
            header,
            prior.party(),
            0,
            null,
            null,
            null,
            null,
            null,
            type.word(),
            null,
            prior.before().get(type));
      }
      int number = 0;
      for (var s : prior.steps()) {
        number++;
        for (Disposition type : s.posterior().keySet()) {
          row(
              "priors.csv",
              header,
              prior.party(),
              number,
              s.entry().pledge(),
              s.entry().conduct().word(),
              s.entry().on(),
              s.age(),
              s.weight(),
              type.word(),
              s.likelihood().get(type),
              s.posterior().get(type));
        }
      }
    }
  }

  private void solution(String alternative, Assessment.Solution s) {
    row(
        "solution.csv",
        List.of(
            "alternative",
            "residual",
            "interpolation_error_probability",
            "positions",
            "beliefs",
            "periods",
            "several_solutions",
            "wall_seconds"),
        alternative,
        s.residual(),
        s.interpolationError(),
        s.positions(),
        s.beliefs(),
        s.periods(),
        s.severalSolutions(),
        s.seconds());
  }

  private void manifest() {
    var m = answer.manifest();
    row(
        "manifest.csv",
        List.of(
            "version",
            "sha256",
            "start",
            "precision_per_stake",
            "detail",
            "resolution_intervals",
            "balance_steps",
            "seed"),
        m.version(),
        m.sha256(),
        m.start(),
        m.precision(),
        m.detailWord(),
        m.resolution(),
        m.balanceSteps(),
        m.seed());
  }

  private StringBuilder table(String name, List<String> header) {
    return tables.computeIfAbsent(
        name,
        _ -> {
          var text = new StringBuilder();
          line(text, Stream.concat(Stream.of("scenario", "variant"), header.stream()).toList());
          return text;
        });
  }

  private void row(String name, List<String> header, @Nullable Object... cells) {
    if (cells.length != header.size()) {
      throw new IllegalStateException(
          name + ": " + cells.length + " cells under " + header.size() + " headings");
    }
    var manifest = answer.manifest();
    line(
        table(name, header),
        Stream.concat(Stream.of(manifest.file(), manifest.variant()), Arrays.stream(cells))
            .map(c -> c == null ? "" : c.toString())
            .toList());
  }

  private static void line(StringBuilder text, List<String> cells) {
    var quoted = new ArrayList<String>();
    cells.forEach(cell -> quoted.add(quoted(cell)));
    text.append(String.join(",", quoted)).append("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
