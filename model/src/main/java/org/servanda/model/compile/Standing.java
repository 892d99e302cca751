package org.servanda.model.compile;

/// Where the agreement stands.
public enum Standing {
  /// Binding on both.
  IN_FORCE,
  /// Binding, and formal exit is lawful in this period.
  UNDER_REVIEW,
  /// Binding until the notice given runs out.
  NOTICE,
  /// Broken by the first principal.
  BREACHED_BY_FIRST,
  /// Broken by the first principal, which is under sanctions.
  SANCTIONED_FIRST,
  /// Broken by the second principal.
  BREACHED_BY_SECOND,
  /// Broken by the second principal, which is under sanctions.
  SANCTIONED_SECOND,
  /// Lapsed, left lawfully, or never signed.
  ENDED;

  /// {@return whether the clauses bind}
  public boolean binds() {
    return this == IN_FORCE || this == UNDER_REVIEW || this == NOTICE;
  }

  /// {@return whether a principal, 0 or 1, has broken the agreement}
  boolean breachedBy(int principal) {
    return principal == 0
        ? this == BREACHED_BY_FIRST || this == SANCTIONED_FIRST
        : this == BREACHED_BY_SECOND || this == SANCTIONED_SECOND;
  }

  /// {@return whether a principal, 0 or 1, is under sanctions}
  boolean sanctions(int principal) {
    return this == (principal == 0 ? SANCTIONED_FIRST : SANCTIONED_SECOND);
  }

  static Standing breach(int principal) {
    return principal == 0 ? BREACHED_BY_FIRST : BREACHED_BY_SECOND;
  }

  static Standing sanctioned(int principal) {
    return principal == 0 ? SANCTIONED_FIRST : SANCTIONED_SECOND;
  }
}
