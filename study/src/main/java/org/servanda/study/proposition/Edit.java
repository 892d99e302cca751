package org.servanda.study.proposition;

import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.ClauseKind;

/// One change of an accord's scenario. Parties are named by [roles][Roles], values are YAML on one
/// line.
public sealed interface Edit {

  /// Leaves out clauses: all of a kind, or those with these terms. An accord without them stays as
  /// it is.
  ///
  /// @param kind of the clauses
  /// @param terms terms they must have, by key; a list has a term if it contains it
  record Drop(ClauseKind kind, SequencedMap<String, String> terms) implements Edit {
    public Drop {
      terms = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(terms));
    }
  }

  /// Adds a clause.
  ///
  /// @param clause kind and terms, such as `{force-limit: {by: $protected}}`
  record Add(String clause) implements Edit {}

  /// Changes what is said of a party.
  ///
  /// @param party a role
  /// @param terms values by key; null to say nothing
  record Describe(String party, SequencedMap<String, @Nullable String> terms) implements Edit {
    public Describe {
      terms = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(terms));
    }
  }

  /// Puts a number in place of a parameter.
  ///
  /// @param key of the parameter, with a role where it is one party's
  /// @param value the number
  record Assume(String key, String value) implements Edit {}

  /// Leaves out a party's record.
  ///
  /// @param party a role
  record Forget(String party) implements Edit {}

  /// Adds a pledge to a party's record.
  ///
  /// @param party a role
  /// @param conduct `kept-until` or `broken`
  /// @param before how long before the signature
  record Recall(String party, String conduct, Period before) implements Edit {}

  /// Adds a party.
  ///
  /// @param key of the new party
  /// @param description role and whatever else is said of it
  record Join(String key, String description) implements Edit {}

  /// Lets strength shift towards a party.
  ///
  /// @param toward a role
  /// @param perYear log strength per year, finite
  record Drift(String toward, double perYear) implements Edit {}

  /// Changes the time followed.
  ///
  /// @param horizon such as `P10Y`
  record Follow(String horizon) implements Edit {}
}
