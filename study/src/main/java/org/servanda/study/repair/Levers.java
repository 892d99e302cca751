package org.servanda.study.repair;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Unit;
import org.servanda.agreement.scenario.Scenario;

/// What a repair may change: a closed list of single-clause changes, read off a scenario.
///
/// The list is in `docs/model/repair.md`. It holds changes as such; whether an agreement with them
/// makes sense is for [ClauseCheck] to say.
public final class Levers {
  private final Scenario scenario;
  private final List<Change> found = new ArrayList<>();

  Levers(Scenario scenario) {
    this.scenario = scenario;
  }

  /// {@return every change of a scenario's agreement, lever by lever, in a fixed order}
  public static List<Change> of(Scenario scenario) {
    var levers = new Levers(scenario);
    new GuarantorLevers(levers).find();
    new WatchLevers(levers).find();
    new PledgeLevers(levers).find();
    return List.copyOf(levers.found);
  }

  Scenario scenario() {
    return scenario;
  }

  String name(String party) {
    return scenario.party(party).name();
  }

  <C extends Clause> List<C> drafted(Class<C> kind) {
    return scenario.agreement().all(kind);
  }

  void put(String lever, String words, int steps, Clause to) {
    found.add(new Change(lever, words, steps, null, to));
  }

  void change(String lever, String words, int steps, Clause from, Clause to) {
    if (!from.equals(to)) {
      found.add(new Change(lever, words, steps, from, to));
    }
  }

  void drop(String lever, String words, int steps, Clause from) {
    found.add(new Change(lever, words, steps, from, null));
  }

  /// {@return a number that a change puts into a clause: it is known, and drawn in no world}
  ///
  /// It has a key of its own, because a world that has drawn the number it replaces would put that
  /// one back.
  static Estimate term(String lever, String term, double value, Unit unit) {
    return Estimate.exactly("repair.%s.%s".formatted(lever, term), value, unit);
  }

  /// {@return a name for one of several clauses of a kind, empty if there is one}
  static String place(@Nullable String where) {
    return where == null ? "" : " (" + where + ")";
  }
}
