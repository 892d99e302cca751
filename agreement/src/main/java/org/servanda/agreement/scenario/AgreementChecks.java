package org.servanda.agreement.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Arms;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.VerifiedObligation;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.format.Place;
import org.servanda.agreement.format.Words;

/// Finds clauses that contradict each other or hang in the air.
final class AgreementChecks {
  private final Map<String, Party> parties = new HashMap<>();
  private final @Nullable Issue issue;

  AgreementChecks(List<Party> parties, @Nullable Issue issue) {
    parties.forEach(p -> this.parties.put(p.key(), p));
    this.issue = issue;
  }

  /// A clause that cannot stand where it stands.
  ///
  /// @param place where it stands
  /// @param what what is wrong
  /// @param tryThis what to do about it
  record Conflict(Place place, String what, String tryThis) {}

  /// {@return the conflicts, in the order of the clauses}
  ///
  /// @param clauses the clauses of one agreement
  List<Conflict> conflicts(List<PlacedClause> clauses) {
    var conflicts = new ArrayList<Conflict>();
    var subjects = new HashMap<String, PlacedClause>();
    for (PlacedClause placed : clauses) {
      Conflict conflict = alone(placed);
      if (conflict == null) {
        conflict = together(placed, clauses);
      }
      if (conflict != null) {
        conflicts.add(conflict);
      }
      PlacedClause first = subjects.putIfAbsent(subject(placed.clause()), placed);
      if (first != null) {
        conflicts.add(twice(placed, first));
      }
    }
    return conflicts;
  }

  private @Nullable Conflict alone(PlacedClause placed) {
    return switch (placed.clause()) {
      case Clause.SecurityGuarantee(String by, String to, _) -> {
        Party guarantor = parties.get(by);
        yield guarantor == null
                || guarantor.protects().isEmpty()
                || guarantor.protects().contains(to)
            ? null
            : conflict(
                placed,
                "to",
                "%s guarantees %s, but is not said to protect it".formatted(by, to),
                "of: [%s] under parties.%s"
                    .formatted(String.join(", ", plus(guarantor.protects(), to)), by));
      }
      case Clause.TerritorialTerms(String from, _, Estimate share, _) -> {
        Estimate held = issue == null ? null : held(issue, from);
        yield held != null && share.mode() > held.mode() + 1e-9
            ? conflict(
                placed,
                "share",
                "%s hands over %s of the issue, but holds %s"
                    .formatted(from, Words.number(share.mode()), Words.number(held.mode())),
                "at most " + Words.number(held.mode()))
            : null;
      }
      case Clause.NeutralityPledge _,
          Clause.NonAggressionPledge _,
          Clause.ForceLimit _,
          Clause.Disarmament _,
          Clause.DemilitarizedZone _,
          Clause.Peacekeepers _,
          Clause.Verification _,
          Clause.Snapback _,
          Clause.SanctionsRelief _,
          Clause.Aid _,
          Clause.Sunset _,
          Clause.ExitClause _,
          Clause.Review _,
          Clause.ImplementationCommission _ ->
          null;
    };
  }

  private @Nullable Conflict together(PlacedClause placed, List<PlacedClause> all) {
    return switch (placed.clause()) {
      case Clause.SecurityGuarantee(_, String to, GuaranteeLevel level)
          when level == GuaranteeLevel.MEMBERSHIP
              && any(all, c -> c instanceof Clause.NeutralityPledge n && n.by().equals(to)) ->
          conflict(
              placed,
              "level",
              "membership for %s, which pledges neutrality".formatted(to),
              "another level, or drop the neutrality-pledge of " + to);
      case Clause.Verification(VerifiedObligation of, _, _, _)
          when !any(all, c -> watched(c, of)) ->
          conflict(
              placed,
              "of",
              of == VerifiedObligation.ALL
                  ? "verification of all, but there is neither a force-limit nor a disarmament"
                  : "verification of %s, but there is none".formatted(of.word()),
              of == VerifiedObligation.ALL
                  ? "add a force-limit or a disarmament, or drop the verification"
                  : "add a %s, or drop the verification".formatted(of.word()));
      case Clause.Snapback(String of, _, _) when !any(all, c -> binds(c, of)) ->
          conflict(
              placed,
              "of",
              "snapback against %s, which has nothing to violate".formatted(of),
              "add a pledge, limit or disarmament by %s, or drop the snapback".formatted(of));
      default -> null;
    };
  }

  private static boolean watched(Clause clause, VerifiedObligation of) {
    return switch (of) {
      case FORCE_LIMIT -> clause instanceof Clause.ForceLimit;
      case DISARMAMENT -> clause instanceof Clause.Disarmament;
      case ALL -> clause instanceof Clause.ForceLimit || clause instanceof Clause.Disarmament;
    };
  }

  private static boolean binds(Clause clause, String party) {
    return switch (clause) {
      case Clause.NeutralityPledge(String by, _) -> by.equals(party);
      case Clause.NonAggressionPledge(var by) -> by.contains(party);
      case Clause.ForceLimit(String by, _) -> by.equals(party);
      case Clause.Disarmament(String by, _, _) -> by.equals(party);
      case Clause.TerritorialTerms(String from, _, _, _) -> from.equals(party);
      case Clause.DemilitarizedZone _,
          Clause.Peacekeepers _,
          Clause.SecurityGuarantee _,
          Clause.Verification _,
          Clause.Snapback _,
          Clause.SanctionsRelief _,
          Clause.Aid _,
          Clause.Sunset _,
          Clause.ExitClause _,
          Clause.Review _,
          Clause.ImplementationCommission _ ->
          false;
    };
  }

  /// {@return what a clause is about: two clauses about the same thing cannot both stand}
  private static String subject(Clause clause) {
    String about =
        switch (clause) {
          case Clause.NeutralityPledge(String by, _) -> by;
          case Clause.NonAggressionPledge(var by) -> String.join(",", by);
          case Clause.ForceLimit(String by, _) -> by;
          case Clause.Disarmament(String by, Arms of, _) -> by + " " + of;
          case Clause.TerritorialTerms(String from, String to, _, var when) ->
              from + " " + to + " " + when;
          case Clause.DemilitarizedZone(String where, _) -> String.valueOf(where);
          case Clause.Peacekeepers(String where, _) -> String.valueOf(where);
          case Clause.SecurityGuarantee(String by, String to, _) -> by + " " + to;
          case Clause.Verification(VerifiedObligation of, _, _, _) -> of.word();
          case Clause.Snapback(String of, _, _) -> of;
          case Clause.SanctionsRelief(String by, String to, _, var years) ->
              by + " " + to + " " + years;
          case Clause.Aid(String by, String to, _, _, var years) -> by + " " + to + " " + years;
          case Clause.Review(var when) -> when.toString();
          case Clause.Sunset _, Clause.ExitClause _, Clause.ImplementationCommission _ -> "";
        };
    return clause.kind().word() + " " + about;
  }

  private static Conflict twice(PlacedClause second, PlacedClause first) {
    String kind = second.clause().kind().word();
    int line = first.place().line();
    if (second.clause() instanceof Clause.SecurityGuarantee b
        && first.clause() instanceof Clause.SecurityGuarantee a
        && a.level() != b.level()) {
      return conflict(
          second,
          "level",
          "%s guarantees %s twice: %s in line %s, %s here"
              .formatted(a.by(), a.to(), a.level().word(), line, b.level().word()),
          "delete one of the two");
    }
    return conflict(
        second,
        "",
        "a second %s about the same, after the one in line %s".formatted(kind, line),
        "delete one of the two");
  }

  private static Conflict conflict(PlacedClause at, String term, String what, String tryThis) {
    return new Conflict(
        at.terms().has(term) ? at.terms().placeOf(term) : at.place(), what, tryThis);
  }

  private static boolean any(List<PlacedClause> all, Predicate<Clause> test) {
    return all.stream().map(PlacedClause::clause).anyMatch(test);
  }

  private static Estimate held(Issue issue, String party) {
    return issue.first().key().equals("issue.share." + party) ? issue.first() : issue.second();
  }

  private static List<String> plus(List<String> all, String one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return more;
  }
}
