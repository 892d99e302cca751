package org.servanda.agreement.scenario;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Conduct;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.agreement.TrackRecord;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.Source;
import org.servanda.agreement.format.Findings;
import org.servanda.agreement.format.Found;
import org.servanda.agreement.format.Place;

/// Turns what was read into a scenario, checking what the words mean together.
///
/// Whatever the shape of the file already ruled out is passed over in silence here: it has been
/// found before.
final class ScenarioBuilder {
  private static final Period STEP = Period.ofMonths(6);
  private static final Period HORIZON = Period.ofYears(20);

  private final Found.Block file;
  private final Findings findings;
  private final SequencedMap<String, Estimate> written = new LinkedHashMap<>();

  ScenarioBuilder(Found.Block file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /// {@return the scenario, or null if anything was found}
  @Nullable Scenario build() {
    collect(file);
    TimeFrame time = time();
    LocalDate start = start();
    var parties = new PartyBuilder(findings).parties(file);
    Balance balance = balance();
    Issue issue = issue(parties);
    var clauses = new ClauseBuilder(findings, start).clauses(file.row("agreement"));
    var checks = new AgreementChecks(parties, issue);
    var base = checks.conflicts(clauses.kept());
    for (AgreementChecks.Conflict conflict : base) {
      findings.add(conflict.place(), conflict.what(), null, conflict.tryThis());
    }
    var variants = new AlternativeBuilder(findings, start, clauses, checks, base);
    var alternatives = variants.alternatives(file.block("alternatives"));
    variants.estimates().forEach(e -> written.put(e.key(), e));
    TrackRecord record = record(start);
    Plausibility plausibility =
        new PlausibilityBuilder(findings, written.keySet())
            .plausibility(file.block("plausibility"));
    History history = history(start);
    assumptionsAreNotSaidTwice();
    String title = file.value("title", String.class);
    if (!findings.none() || time == null || balance == null || issue == null || title == null) {
      demandFinding();
      return null;
    }
    return new Scenario(
        title,
        file.value("summary", String.class),
        time,
        parties,
        balance,
        issue,
        new Agreement(clauses.kept().stream().map(PlacedClause::clause).toList()),
        record,
        alternatives,
        plausibility,
        history,
        sources(),
        written);
  }

  private void demandFinding() {
    if (findings.none()) {
      throw new AssertionError("a scenario was given up without saying why");
    }
  }

  /// Collects the estimates in the order of the file, and puts parameters under their own keys.
  private void collect(@Nullable Found found) {
    switch (found) {
      case Found.Leaf(_, _, Estimate estimate) -> written.putIfAbsent(estimate.key(), estimate);
      case Found.Leaf _ -> {}
      case Found.Row row -> row.items().forEach(this::collect);
      case Found.Block block -> block.entries().values().forEach(e -> collect(e.value()));
      case null -> {}
    }
  }

  private @Nullable LocalDate start() {
    Found.Block time = file.block("time");
    return time == null ? null : time.value("start", LocalDate.class);
  }

  private @Nullable TimeFrame time() {
    Found.Block time = file.block("time");
    LocalDate start = start();
    if (time == null
        || start == null
        || (time.has("step") && time.at("step") == null)
        || (time.has("horizon") && time.at("horizon") == null)) {
      return null;
    }
    Period step = Objects.requireNonNullElse(time.value("step", Period.class), STEP);
    Period horizon = Objects.requireNonNullElse(time.value("horizon", Period.class), HORIZON);
    long months = step.toTotalMonths();
    long all = horizon.toTotalMonths();
    if (all % months != 0) {
      long longest = all - all % months;
      findings.add(
          time.placeOf(time.has("horizon") ? "horizon" : "step"),
          "horizon %s is not a multiple of step %s".formatted(horizon, step),
          horizon.toString(),
          "horizon: " + span(longest > 0 ? longest : months));
      return null;
    }
    return new TimeFrame(start, step, horizon);
  }

  private static String span(long months) {
    return months % 12 == 0 ? "P" + months / 12 + "Y" : "P" + months + "M";
  }

  private @Nullable Balance balance() {
    Found.Block balance = file.block("balance");
    Estimate now = balance == null ? null : balance.value("now", Estimate.class);
    return now == null
        ? null
        : new Balance(now, parameter("balance.drift"), parameter("balance.volatility"));
  }

  private Estimate parameter(String key) {
    Estimate own = written.get(key);
    return own != null ? own : Parameters.standard().parameter(key).standard();
  }

  private @Nullable Issue issue(List<Party> parties) {
    Found.Block issue = file.block("issue");
    Found.Block share = issue == null ? null : issue.block("share");
    var principals =
        parties.stream().filter(p -> p.role() == Role.PRINCIPAL).map(Party::key).toList();
    if (issue == null || share == null || principals.size() != 2) {
      return null;
    }
    var held = new ArrayList<Estimate>();
    for (String key : principals) {
      Estimate estimate = share.value(key, Estimate.class);
      if (estimate == null && !share.has(key)) {
        findings.add(
            share.place(), "share lacks \"%s\"".formatted(key), null, key + ": " + rest(share));
      }
      if (estimate != null) {
        held.add(estimate);
      }
    }
    if (held.size() != 2) {
      return null;
    }
    double sum = held.getFirst().mode() + held.getLast().mode();
    if (!(Math.abs(sum - 1) <= 1e-9)) {
      findings.add(
          share.place(),
          "shares of the issue sum to %s, not 1".formatted(PartyBuilder.rounded(sum)),
          PartyBuilder.rounded(sum),
          "%s: %s"
              .formatted(principals.getLast(), PartyBuilder.rounded(1 - held.getFirst().mode())));
      return null;
    }
    Integer steps = issue.value("steps", Integer.class);
    return new Issue(
        issue.value("about", String.class),
        held.getFirst(),
        held.getLast(),
        steps == null ? 2 : steps);
  }

  private static String rest(Found.Block share) {
    double sum = 0;
    for (String key : share.entries().keySet()) {
      Estimate estimate = share.value(key, Estimate.class);
      sum += estimate == null ? 0 : estimate.mode();
    }
    return PartyBuilder.rounded(Math.clamp(1 - sum, 0, 1));
  }

  private TrackRecord record(@Nullable LocalDate start) {
    var entries = new ArrayList<TrackRecord.Entry>();
    Found.Row row = file.row("record");
    if (row != null) {
      for (Found item : row.items()) {
        TrackRecord.Entry entry = item instanceof Found.Block b ? entry(b, start) : null;
        if (entry != null) {
          entries.add(entry);
        }
      }
    }
    return new TrackRecord(entries);
  }

  private TrackRecord.@Nullable Entry entry(Found.Block b, @Nullable LocalDate start) {
    if (b.has("kept-until") == b.has("broken")) {
      findings.add(
          b.place(),
          b.has("broken")
              ? "a pledge is both broken and kept; one of the two is needed"
              : "a pledge is neither broken nor kept",
          null,
          "kept-until: or broken: with a day");
      return null;
    }
    String key = b.has("broken") ? "broken" : "kept-until";
    LocalDate on = b.value(key, LocalDate.class);
    LocalDate from = b.value("from", LocalDate.class);
    String by = b.value("by", String.class);
    String pledge = b.value("pledge", String.class);
    Double weight = b.value("weight", Double.class);
    if (on != null && start != null && on.isAfter(start)) {
      findings.add(
          b.placeOf(key),
          "%s is %s, after the signature on %s".formatted(key, on, start),
          on.toString(),
          start + ", or move what came later to history");
    }
    if (on != null && from != null && from.isAfter(on)) {
      findings.add(
          b.placeOf("from"),
          "from is %s, after %s on %s".formatted(from, key, on),
          from.toString(),
          "a day before " + on);
    }
    if (on == null || by == null || pledge == null) {
      return null;
    }
    Conduct conduct = key.equals("broken") ? Conduct.BROKEN : Conduct.KEPT;
    Source source = b.value("source", Source.class);
    return new TrackRecord.Entry(
        by, pledge, from, conduct, on, weight == null ? 1 : weight, source);
  }

  private @Nullable History history(@Nullable LocalDate start) {
    Found.Block b = file.block("history");
    String word = b == null ? null : b.value("outcome", String.class);
    History.Outcome outcome = word == null ? null : History.Outcome.named(word);
    if (b == null || outcome == null) {
      return null;
    }
    LocalDate on = b.value("on", LocalDate.class);
    if (on != null && start != null && on.isBefore(start)) {
      findings.add(
          b.placeOf("on"),
          "on is %s, before the signature on %s".formatted(on, start),
          on.toString(),
          "a day after " + start);
    }
    return new History(
        outcome,
        on,
        b.value("years-held", Double.class),
        b.value("by", String.class),
        b.value("how", String.class),
        b.value("source", Source.class));
  }

  private void assumptionsAreNotSaidTwice() {
    Found.Block assumptions = file.block("assumptions");
    Found.Block balance = file.block("balance");
    if (assumptions == null || balance == null) {
      return;
    }
    for (String key : List.of("drift", "volatility")) {
      Place place = assumptions.placeOf("balance." + key);
      if (assumptions.has("balance." + key) && balance.has(key)) {
        findings.add(
            place,
            "balance.%s is given twice, here and under balance in line %s"
                .formatted(key, balance.placeOf(key).line()),
            null,
            "delete one of the two");
      }
    }
  }

  private SequencedMap<String, Source> sources() {
    var sources = new LinkedHashMap<String, Source>();
    Found.Block b = file.block("sources");
    if (b != null) {
      for (Map.Entry<String, Found.Entry> e : b.entries().entrySet()) {
        String citation = b.value(e.getKey(), String.class);
        if (citation != null) {
          sources.put(e.getKey(), new Source(e.getKey(), citation));
        }
      }
    }
    return sources;
  }
}
