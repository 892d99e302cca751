package org.servanda.agreement.scenario;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Arms;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.VerifiedObligation;
import org.servanda.agreement.agreement.When;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Unit;
import org.servanda.agreement.format.Findings;
import org.servanda.agreement.format.Found;
import org.servanda.agreement.format.Place;

/// Builds clauses from their terms.
final class ClauseBuilder {
  private final Findings findings;
  private final @Nullable LocalDate start;

  ClauseBuilder(Findings findings, @Nullable LocalDate start) {
    this.findings = findings;
    this.start = start;
  }

  /// A list of clauses as far as legible.
  ///
  /// @param kept the legible ones, in order
  /// @param whole whether all were legible
  record Clauses(List<PlacedClause> kept, boolean whole) {}

  /// {@return the clauses of a list}
  Clauses clauses(Found.@Nullable Row row) {
    var kept = new ArrayList<PlacedClause>();
    if (row == null) {
      return new Clauses(kept, false);
    }
    for (Found item : row.items()) {
      PlacedClause clause = item instanceof Found.Block b ? clause(b) : null;
      if (clause != null) {
        kept.add(clause);
      }
    }
    return new Clauses(kept, kept.size() == row.items().size());
  }

  private @Nullable PlacedClause clause(Found.Block item) {
    String kind = item.entries().firstEntry().getKey();
    Found.Block terms = item.block(kind);
    Place place = item.entries().firstEntry().getValue().key();
    return terms == null ? null : clause(ClauseKind.named(kind), terms, place);
  }

  /// {@return a clause, or null after saying what is wrong}
  ///
  /// @param kind its kind, null if unknown
  /// @param terms its terms
  /// @param place where it stands
  @Nullable PlacedClause clause(@Nullable ClauseKind kind, Found.Block terms, Place place) {
    int before = findings.count();
    Clause clause =
        switch (kind) {
          case NEUTRALITY_PLEDGE -> neutrality(terms);
          case NON_AGGRESSION_PLEDGE -> nonAggression(terms);
          case FORCE_LIMIT -> forceLimit(terms);
          case DISARMAMENT -> disarmament(terms);
          case TERRITORIAL_TERMS -> territory(terms);
          case DEMILITARIZED_ZONE ->
              new Clause.DemilitarizedZone(text(terms, "where"), sureUnless(terms, "strength"));
          case PEACEKEEPERS ->
              new Clause.Peacekeepers(text(terms, "where"), sureUnless(terms, "strength"));
          case SECURITY_GUARANTEE -> guarantee(terms);
          case VERIFICATION -> verification(terms);
          case SNAPBACK -> snapback(terms);
          case SANCTIONS_RELIEF -> relief(terms);
          case AID -> aid(terms);
          case SUNSET -> sunset(terms);
          case EXIT_CLAUSE -> exit(terms);
          case REVIEW -> review(terms);
          case IMPLEMENTATION_COMMISSION -> new Clause.ImplementationCommission();
          case null -> null;
        };
    boolean legible = terms.entries().values().stream().allMatch(e -> e.value() != null);
    return clause == null || !legible || findings.count() > before
        ? null
        : new PlacedClause(clause, terms, place);
  }

  private @Nullable Clause neutrality(Found.Block b) {
    String by = text(b, "by");
    LocalDate until = b.value("until", LocalDate.class);
    notBeforeSignature(b, "until", until);
    return by == null ? null : new Clause.NeutralityPledge(by, until);
  }

  private @Nullable Clause nonAggression(Found.Block b) {
    var by = new ArrayList<String>();
    Found.Row row = b.row("by");
    if (row == null) {
      return null;
    }
    for (Found item : row.items()) {
      if (!(item instanceof Found.Leaf(Place place, _, String party))) {
        return null;
      }
      if (by.contains(party)) {
        findings.add(place, "%s pledges twice".formatted(party), party, "delete one of the two");
      }
      by.add(party);
    }
    return new Clause.NonAggressionPledge(by);
  }

  private @Nullable Clause forceLimit(Found.Block b) {
    String by = text(b, "by");
    Integer cap = b.value("cap", Integer.class);
    return by == null ? null : new Clause.ForceLimit(by, cap == null ? 0 : cap);
  }

  private @Nullable Clause disarmament(Found.Block b) {
    String by = text(b, "by");
    String word = text(b, "of");
    Arms of = word == null ? null : Arms.named(word);
    if (by == null || of == null) {
      return null;
    }
    if (of == Arms.NUCLEAR && b.has("size")) {
      findings.add(b.placeOf("size"), "size goes with \"of: forces\" only", null, "delete it");
    }
    if (of == Arms.FORCES && !b.has("size")) {
      findings.add(b.place(), "disarmament of forces lacks \"size\"", null, "size: 0.3");
    }
    return new Clause.Disarmament(by, of, estimate(b, "size"));
  }

  private @Nullable Clause territory(Found.Block b) {
    String from = text(b, "from");
    String to = text(b, "to");
    Estimate share = estimate(b, "share");
    When when = b.value("when", When.class);
    notBeforeSignature(b, "when", when);
    if (from == null || to == null || share == null || toItself(b, from, to, "hands over to")) {
      return null;
    }
    return new Clause.TerritorialTerms(from, to, share, when);
  }

  private @Nullable Clause guarantee(Found.Block b) {
    String by = text(b, "by");
    String to = text(b, "to");
    String word = text(b, "level");
    GuaranteeLevel level = word == null ? null : GuaranteeLevel.named(word);
    if (by == null || to == null || level == null) {
      return null;
    }
    return new Clause.SecurityGuarantee(by, to, level);
  }

  private @Nullable Clause verification(Found.Block b) {
    String word = text(b, "of");
    VerifiedObligation of = word == null ? null : VerifiedObligation.named(word);
    return of == null
        ? null
        : new Clause.Verification(
            of, estimate(b, "detection"), estimate(b, "false-alarm"), estimate(b, "attribution"));
  }

  private @Nullable Clause snapback(Found.Block b) {
    String of = text(b, "of");
    return of == null
        ? null
        : new Clause.Snapback(of, sureUnless(b, "automatic"), estimate(b, "sanctions"));
  }

  private @Nullable Clause relief(Found.Block b) {
    String by = text(b, "by");
    String to = text(b, "to");
    Estimate size = estimate(b, "size");
    if (by == null || to == null || size == null || toItself(b, by, to, "lifts sanctions on")) {
      return null;
    }
    return new Clause.SanctionsRelief(by, to, size, b.value("years", Period.class));
  }

  private @Nullable Clause aid(Found.Block b) {
    String by = text(b, "by");
    String to = text(b, "to");
    Estimate size = estimate(b, "size");
    if (by == null || to == null || size == null || toItself(b, by, to, "gives aid to")) {
      return null;
    }
    return new Clause.Aid(by, to, size, estimate(b, "balance"), b.value("years", Period.class));
  }

  private @Nullable Clause sunset(Found.Block b) {
    When when = b.value("when", When.class);
    notBeforeSignature(b, "when", when);
    return when == null ? null : new Clause.Sunset(when);
  }

  private static Clause exit(Found.Block b) {
    Period notice = b.value("notice", Period.class);
    return new Clause.ExitClause(notice == null ? Period.ZERO : notice);
  }

  private @Nullable Clause review(Found.Block b) {
    When when = b.value("when", When.class);
    notBeforeSignature(b, "when", when);
    return when == null ? null : new Clause.Review(when);
  }

  private boolean toItself(Found.Block b, String from, String to, String does) {
    if (from.equals(to)) {
      findings.add(b.placeOf("to"), "%s %s itself".formatted(from, does), to, "another party");
      return true;
    }
    return false;
  }

  private void notBeforeSignature(Found.Block b, String key, @Nullable When when) {
    notBeforeSignature(b, key, when == null || start == null ? null : when.date(start));
  }

  private void notBeforeSignature(Found.Block b, String key, @Nullable LocalDate day) {
    if (day != null && start != null && day.isBefore(start)) {
      findings.add(
          b.placeOf(key),
          "%s is %s, before the signature on %s".formatted(key, day, start),
          day.toString(),
          "a day after %s, or a length of time after the signature".formatted(start));
    }
  }

  private static @Nullable String text(Found.Block b, String key) {
    return b.value(key, String.class);
  }

  private static @Nullable Estimate estimate(Found.Block b, String key) {
    return b.value(key, Estimate.class);
  }

  private static Estimate sureUnless(Found.Block b, String key) {
    Estimate written = estimate(b, key);
    return written != null
        ? written
        : Estimate.exactly(b.place().path() + "." + key, 1, Unit.SHARE);
  }
}
