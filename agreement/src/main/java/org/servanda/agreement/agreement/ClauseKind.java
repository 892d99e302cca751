package org.servanda.agreement.agreement;

import org.jspecify.annotations.Nullable;

/// The kinds of clauses there are: the vocabulary of agreements.
public enum ClauseKind {
  /// A pledge not to join an alliance.
  NEUTRALITY_PLEDGE("neutrality-pledge"),
  /// A pledge not to attack.
  NON_AGGRESSION_PLEDGE("non-aggression-pledge"),
  /// A limit on forces.
  FORCE_LIMIT("force-limit"),
  /// Arms given up.
  DISARMAMENT("disarmament"),
  /// A share of the issue handed over.
  TERRITORIAL_TERMS("territorial-terms"),
  /// A zone without forces.
  DEMILITARIZED_ZONE("demilitarized-zone"),
  /// Outside observers or forces between the parties.
  PEACEKEEPERS("peacekeepers"),
  /// A guarantor's promise to a party.
  SECURITY_GUARANTEE("security-guarantee"),
  /// Inspection of obligations.
  VERIFICATION("verification"),
  /// Sanctions that return by themselves.
  SNAPBACK("snapback"),
  /// Sanctions lifted.
  SANCTIONS_RELIEF("sanctions-relief"),
  /// Aid given.
  AID("aid"),
  /// A date on which the agreement ends.
  SUNSET("sunset"),
  /// A right to leave.
  EXIT_CLAUSE("exit-clause"),
  /// A date on which leaving is lawful.
  REVIEW("review"),
  /// A joint body that settles incidents.
  IMPLEMENTATION_COMMISSION("implementation-commission");

  private final String word;

  ClauseKind(String word) {
    this.word = word;
  }

  /// {@return the word for it in files and reports}
  public String word() {
    return word;
  }

  /// {@return the constant with this word, or null if there is none}
  ///
  /// @param word a word as [#word()] gives it
  public static @Nullable ClauseKind named(String word) {
    for (ClauseKind constant : values()) {
      if (constant.word.equals(word)) {
        return constant;
      }
    }
    return null;
  }
}
