package org.servanda.model.compile;

import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Arsenal;
import org.servanda.model.compile.State.Cohesion;

/// A position of the settlement game, in the order in which a period runs through them.
public sealed interface Spot {

  /// A leader may leave office.
  ///
  /// @param player whose leader
  record Turnover(State state, int player) implements Spot {}

  /// Strength, cohesion and schedules move, and chance gives the initiative.
  record Events(State state) implements Spot {}

  /// A principal has the initiative.
  record MoveOf(State state, int principal) implements Spot {}

  /// The other principal answers a demand.
  record Response(State state, int demander) implements Spot {}

  /// A demand has been refused.
  record Resolve(State state, int demander) implements Spot {}

  /// Sanctions may follow a breach by themselves.
  record Mechanism(State state, int breacher) implements Spot {}

  /// A guarantor decides on sanctions.
  ///
  /// @param guarantor index among the guarantors
  record Enforcement(State state, int breacher, int guarantor) implements Spot {}

  /// A guarantor decides whether to come.
  ///
  /// @param guarantor index among the guarantors
  record Called(War war, int guarantor, Support support) implements Spot {}

  /// The fighting is decided.
  record Fighting(War war, Support support) implements Spot {}

  /// Play is over.
  record End() implements Spot {}

  /// What matters once an attack has begun.
  ///
  /// @param obligations whether the clauses still oblige guarantors to the attacked side
  record War(
      int attacker,
      int balance,
      int share,
      Accession firstAccession,
      Accession secondAccession,
      Arsenal firstArms,
      Arsenal secondArms,
      Cohesion cohesion,
      int transferred,
      Obligations obligations) {

    /// @param obliged whether there is a clause that obliges a guarantor to the attacked side
    static War of(State state, int attacker, boolean obliged) {
      var standing = state.standing();
      boolean hold = obliged && (standing.binds() || standing.breachedBy(attacker));
      return new War(
          attacker,
          state.balance(),
          state.share(),
          state.firstAccession().inWar(),
          state.secondAccession().inWar(),
          state.firstArms().inWar(),
          state.secondArms().inWar(),
          state.cohesion(),
          state.transferred(),
          hold ? Obligations.HOLD : Obligations.LAPSED);
    }

    /// {@return the state in which the fighting takes place, whatever led to it}
    State state() {
      return new State(
          balance,
          share,
          Standing.ENDED,
          firstAccession,
          secondAccession,
          firstArms,
          secondArms,
          cohesion,
          transferred,
          0);
    }

    /// {@return the same war without what no longer matters when the fighting starts}
    War joined() {
      return new War(
          attacker,
          balance,
          share,
          firstAccession,
          secondAccession,
          firstArms,
          secondArms,
          Cohesion.UNITED,
          transferred,
          Obligations.LAPSED);
    }
  }

  /// Whether clauses still oblige guarantors.
  enum Obligations {
    HOLD,
    LAPSED
  }

  /// Who has come, as sets of guarantor indices in bits.
  record Support(int fighting, int supplying) {
    static final Support NONE = new Support(0, 0);

    Support fought(int guarantor) {
      return new Support(fighting | 1 << guarantor, supplying);
    }

    Support supplied(int guarantor) {
      return new Support(fighting, supplying | 1 << guarantor);
    }
  }
}
