package org.servanda.agreement.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.format.Findings;
import org.servanda.agreement.format.Found;
import org.servanda.agreement.format.Place;
import org.servanda.agreement.format.Printable;
import org.servanda.agreement.format.ShapeReader;
import org.servanda.agreement.format.Words;

/// Builds the alternatives: the agreement, changed.
///
/// Changes are made in the order replace, drop, add, whatever their order in the file.
final class AlternativeBuilder {
  private final Findings findings;
  private final ClauseBuilder builder;
  private final ClauseBuilder.Clauses base;
  private final AgreementChecks checks;
  private final List<String> known;
  private final List<Estimate> estimates = new ArrayList<>();

  AlternativeBuilder(
      Findings findings,
      @Nullable LocalDate start,
      ClauseBuilder.Clauses base,
      AgreementChecks checks,
      List<AgreementChecks.Conflict> conflicts) {
    this.findings = findings;
    this.builder = new ClauseBuilder(findings, start);
    this.base = base;
    this.checks = checks;
    this.known = conflicts.stream().map(AgreementChecks.Conflict::what).toList();
  }

  /// {@return the numbers written under `with`, in order}
  List<Estimate> estimates() {
    return estimates;
  }

  /// {@return the alternatives by name, without those that are illegible}
  SequencedMap<String, Alternative> alternatives(Found.@Nullable Block block) {
    var alternatives = new LinkedHashMap<String, Alternative>();
    if (block != null) {
      for (String name : block.entries().keySet()) {
        Found.Block changes = block.block(name);
        Alternative alternative = changes == null ? null : alternative(name, changes);
        if (alternative != null) {
          alternatives.put(name, alternative);
        }
      }
    }
    return alternatives;
  }

  private @Nullable Alternative alternative(String name, Found.Block changes) {
    if (changes.entries().isEmpty()) {
      findings.add(
          changes.place(),
          "alternative \"%s\" changes nothing".formatted(Printable.shown(name)),
          null,
          "refuse: true, or replace with, drop or add");
      return null;
    }
    if (changes.entries().values().stream().anyMatch(e -> e.value() == null)) {
      return null;
    }
    if (changes.has("refuse")) {
      if (changes.entries().size() > 1) {
        findings.add(
            changes.placeOf("refuse"),
            "alternative \"%s\" refuses and changes the agreement".formatted(Printable.shown(name)),
            null,
            "refuse: true alone");
      }
      return new Alternative.Refusal(name);
    }
    if (changes.has("replace") != changes.has("with")) {
      String there = changes.has("replace") ? "replace" : "with";
      String lacking = changes.has("replace") ? "with" : "replace";
      findings.add(
          changes.placeOf(there),
          "alternative \"%s\" has \"%s\" without \"%s\""
              .formatted(Printable.shown(name), there, lacking),
          null,
          "replace: security-guarantee, with: {level: tripwire}");
      return null;
    }
    int before = findings.count();
    List<PlacedClause> clauses = changed(changes);
    return findings.count() > before || !base.whole() ? null : checked(name, changes, clauses);
  }

  private List<PlacedClause> changed(Found.Block changes) {
    List<PlacedClause> clauses = new ArrayList<>(base.kept());
    replace(changes, clauses);
    Found.Row drop = changes.row("drop");
    if (drop != null) {
      for (Found which : drop.items()) {
        if (which != null) {
          var chosen = chosen(which, base.kept(), "drops");
          clauses.removeIf(c -> chosen.contains(c.place()));
        }
      }
    }
    Found.Row add = changes.row("add");
    if (add != null) {
      clauses.addAll(builder.clauses(add).kept());
    }
    return clauses;
  }

  private void replace(Found.Block changes, List<PlacedClause> clauses) {
    Found which = changes.at("replace");
    ShapeReader.RawTerms raw = changes.value("with", ShapeReader.RawTerms.class);
    ClauseKind kind = which == null ? null : kind(which);
    if (which == null || raw == null || kind == null) {
      return;
    }
    Found.Block with = raw.as(kind.word(), changes.placeOf("with").path());
    var chosen = chosen(which, base.kept(), "replaces");
    if (with == null) {
      return;
    }
    for (String term : with.entries().keySet()) {
      Estimate estimate = with.value(term, Estimate.class);
      if (estimate != null) {
        estimates.add(estimate);
      }
    }
    clauses.replaceAll(c -> {
      if (!chosen.contains(c.place())) {
        return c;
      }
      PlacedClause next = builder.clause(kind, c.terms().with(with), c.place());
      return next == null ? c : next;
    });
  }

  private static @Nullable ClauseKind kind(Found which) {
    return switch (which) {
      case Found.Leaf(_, _, String word) -> ClauseKind.named(word);
      case Found.Block b when !b.entries().isEmpty() ->
          ClauseKind.named(b.entries().firstEntry().getKey());
      case Found.Leaf _, Found.Block _, Found.Row _ -> null;
    };
  }

  /// {@return where the clauses stand that a selector means: all of a kind, or those with the terms
  /// given}
  private Set<Place> chosen(Found which, List<PlacedClause> clauses, String does) {
    ClauseKind kind = kind(which);
    if (kind == null) {
      return Set.of();
    }
    Found.Block terms = which instanceof Found.Block b ? b.block(kind.word()) : null;
    var chosen = new HashSet<Place>();
    for (PlacedClause c : clauses) {
      if (c.clause().kind() == kind && (terms == null || has(c.terms(), terms))) {
        chosen.add(c.place());
      }
    }
    if (chosen.isEmpty() && base.whole()) {
      var kinds = new LinkedHashSet<String>();
      clauses.forEach(c -> kinds.add(c.clause().kind().word()));
      boolean other = kinds.contains(kind.word());
      findings.add(
          which.place(),
          "the alternative %s %s, which is not in the agreement"
              .formatted(does, other ? "a " + kind.word() + " with these terms" : kind.word()),
          kind.word(),
          kinds.isEmpty()
              ? "add, because the agreement has no clauses"
              : other ? kind.word() + ", without terms" : Words.oneOf(kinds));
    }
    return chosen;
  }

  private static boolean has(Found.Block clause, Found.Block terms) {
    for (Map.Entry<String, Found.Entry> term : terms.entries().entrySet()) {
      if (!same(clause.at(term.getKey()), term.getValue().value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(@Nullable Found a, @Nullable Found b) {
    return switch (a) {
      case Found.Leaf(_, _, Estimate x) ->
          b instanceof Found.Leaf(_, _, Estimate y)
              && x.low() == y.low()
              && x.mode() == y.mode()
              && x.high() == y.high();
      case Found.Leaf(_, _, Object x) -> b instanceof Found.Leaf(_, _, Object y) && x.equals(y);
      case Found.Row x -> {
        if (!(b instanceof Found.Row y) || x.items().size() != y.items().size()) {
          yield false;
        }
        boolean same = true;
        for (int i = 0; i < x.items().size(); i++) {
          same &= same(x.items().get(i), y.items().get(i));
        }
        yield same;
      }
      case Found.Block _ -> false;
      case null -> false;
    };
  }

  private @Nullable Alternative checked(
      String name, Found.Block changes, List<PlacedClause> clauses) {
    List<Clause> plain = clauses.stream().map(PlacedClause::clause).toList();
    String shown = Printable.shown(name);
    if (plain.equals(base.kept().stream().map(PlacedClause::clause).toList())) {
      findings.add(
          changes.place(),
          "alternative \"%s\" is the agreement unchanged".formatted(shown),
          null,
          "other terms, or delete it");
      return null;
    }
    boolean sound = true;
    for (AgreementChecks.Conflict conflict : checks.conflicts(clauses)) {
      if (!known.contains(conflict.what())) {
        sound = false;
        Place at = conflict.place();
        boolean own = at.path().startsWith(changes.place().path() + ".");
        findings.add(
            own ? at : changes.place(),
            "alternative \"%s\": %s".formatted(shown, conflict.what()),
            null,
            conflict.tryThis());
      }
    }
    return sound ? new Alternative.Variant(name, new Agreement(plain)) : null;
  }
}
