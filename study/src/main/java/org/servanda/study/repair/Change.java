package org.servanda.study.repair;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Clause;

/// A change of one clause: put in, taken out, or put otherwise.
///
/// @param lever what is changed; changes of one lever exclude each other
/// @param words what is changed and how; text, never markup
/// @param steps how far on the lever's own scale, at least 1
/// @param from the clause as drafted; absent if it is put in
/// @param to the clause as changed; absent if it is taken out
public record Change(
    String lever, String words, int steps, @Nullable Clause from, @Nullable Clause to) {
  /// @throws IllegalArgumentException if nothing is changed or the steps are not positive
  public Change {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "steps is %d, must be at least 1\nTry: 1".formatted(steps));
    }
    if (from == null ? to == null : from.equals(to)) {
      throw new IllegalArgumentException(lever + " changes nothing\nTry: another clause");
    }
  }

  /// {@return an agreement with this change; a new clause comes last}
  Agreement in(Agreement agreement) {
    var clauses = new ArrayList<Clause>();
    for (var clause : agreement.clauses()) {
      if (!clause.equals(from)) {
        clauses.add(clause);
      } else if (to != null) {
        clauses.add(to);
      }
    }
    if (from == null && to != null) {
      clauses.add(to);
    }
    return new Agreement(clauses);
  }

  /// {@return an agreement with some changes}
  static Agreement all(List<Change> changes, Agreement agreement) {
    var changed = agreement;
    for (var change : changes) {
      changed = change.in(changed);
    }
    return changed;
  }
}
