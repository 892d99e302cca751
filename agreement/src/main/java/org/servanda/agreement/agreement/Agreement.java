package org.servanda.agreement.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What the parties signed: clauses in the order written.
///
/// @param clauses the clauses; may be empty
public record Agreement(List<Clause> clauses) {
  public Agreement {
    clauses = List.copyOf(clauses);
  }

  /// {@return an agreement of these clauses}
  ///
  /// @param clauses the clauses, in order
  public static Agreement of(Clause... clauses) {
    return new Agreement(List.of(clauses));
  }

  /// {@return the clauses of one kind, in order}
  ///
  /// @param kind the kind's record, for example `Clause.SecurityGuarantee.class`
  /// @param <C> the kind
  public <C extends Clause> List<C> all(Class<C> kind) {
    return clauses.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// {@return whether there is a clause of this kind}
  ///
  /// @param kind the kind
  public boolean has(ClauseKind kind) {
    return clauses.stream().anyMatch(c -> c.kind() == kind);
  }

  /// {@return this agreement with one more clause at the end}
  ///
  /// @param clause the new clause
  public Agreement add(Clause clause) {
    var next = new ArrayList<>(clauses);
    next.add(clause);
    return new Agreement(next);
  }

  /// {@return this agreement without the clauses chosen}
  ///
  /// @param which true for clauses to leave out
  /// @throws IllegalArgumentException if no clause is chosen
  public Agreement drop(Predicate<Clause> which) {
    demandOne(which, "drop");
    return new Agreement(clauses.stream().filter(which.negate()).toList());
  }

  /// {@return this agreement without the clauses of one kind}
  ///
  /// @param kind the kind
  /// @throws IllegalArgumentException if there is no clause of that kind
  public Agreement drop(ClauseKind kind) {
    return drop(c -> c.kind() == kind);
  }

  /// {@return this agreement with the clauses chosen changed in place}
  ///
  /// @param which true for clauses to change
  /// @param change from the old clause to the new
  /// @throws IllegalArgumentException if no clause is chosen
  public Agreement replace(Predicate<Clause> which, UnaryOperator<Clause> change) {
    demandOne(which, "replace");
    return new Agreement(clauses.stream().map(c -> which.test(c) ? change.apply(c) : c).toList());
  }

  private void demandOne(Predicate<Clause> which, String operation) {
    if (clauses.stream().noneMatch(which)) {
      throw new IllegalArgumentException(
          "nothing to "
              + operation
              + ": no such clause among "
              + clauses.stream().map(c -> c.kind().word()).toList());
    }
  }
}
