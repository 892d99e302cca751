package org.servanda.model.measure;

import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.Standing;
import org.servanda.model.compile.State;
import org.servanda.model.compile.State.Accession;
import org.servanda.model.compile.State.Arsenal;
import org.servanda.model.compile.State.Cohesion;

/// Something that everybody can see and that may announce how an agreement ends.
sealed interface Sign {
  /// Relative strength has moved.
  ///
  /// @param favored principal, 0 or 1, towards which it moved
  /// @param steps since signature, at least
  record Strength(int favored, int steps) implements Sign {}

  /// The issue has changed hands step by step.
  ///
  /// @param by principal, 0 or 1, that conceded
  /// @param steps net of what it was conceded itself, at least
  record Conceded(int by, int steps) implements Sign {}

  /// A principal has come so far on its way into an alliance.
  record Joined(int principal, Accession stage) implements Sign {}

  /// A principal has come so far on its way to nuclear arms.
  record Armed(int principal, Arsenal stage) implements Sign {}

  /// Guarantors no longer act together.
  record Divided() implements Sign {}

  /// The agreement does not bind any more.
  record NotInForce() implements Sign {}

  /// A principal is under sanctions.
  record Sanctioned(int principal) implements Sign {}

  /// Something has happened for the first time.
  record Happened(Happening happening, int actor) implements Sign {}

  /// The public belief in a type has passed a bound.
  ///
  /// @param bound in (0, 1)
  record Believed(int player, int type, Direction direction, double bound) implements Sign {}

  /// Which way a belief moves.
  enum Direction {
    /// At least as large as the bound.
    RISES,
    /// Smaller than the bound.
    FALLS
  }

  /// {@return whether a state shows the sign; never for happenings and beliefs}
  default boolean shows(State state) {
    return switch (this) {
      case Strength(int favored, int steps) ->
          (favored == 0 ? state.balance() : -state.balance()) >= steps;
      case Conceded(int by, int steps) -> (by == 1 ? state.share() : -state.share()) >= steps;
      case Joined(int principal, var stage) -> state.accession(principal).compareTo(stage) >= 0;
      case Armed(int principal, var stage) -> state.arms(principal).compareTo(stage) >= 0;
      case Divided() -> state.cohesion() == Cohesion.DIVIDED;
      case NotInForce() -> !state.standing().binds();
      case Sanctioned(int principal) ->
          state.standing()
              == (principal == 0 ? Standing.SANCTIONED_FIRST : Standing.SANCTIONED_SECOND);
      case Happened _, Believed _ -> false;
    };
  }

  /// {@return the sign with the least threshold on the same variable, by which nested signs are
  /// known}
  default Sign variable() {
    return switch (this) {
      case Strength(int favored, _) -> new Strength(favored, 1);
      case Conceded(int by, _) -> new Conceded(by, 1);
      case Joined(int principal, _) -> new Joined(principal, Accession.APPLICANT);
      case Armed(int principal, _) -> new Armed(principal, Arsenal.THRESHOLD);
      case Believed(int player, int type, var direction, _) ->
          new Believed(player, type, direction, 0.5);
      case Divided _, NotInForce _, Sanctioned _, Happened _ -> this;
    };
  }
}
