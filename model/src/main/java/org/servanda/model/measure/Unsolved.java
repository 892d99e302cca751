package org.servanda.model.measure;

/// A game that could not be solved.
public final class Unsolved extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient NotAssessed reason;

  /// @param reason what stopped the solver
  public Unsolved(NotAssessed reason) {
    super(reason.detail(), null, false, false);
    this.reason = reason;
  }

  /// {@return what stopped the solver}
  public NotAssessed reason() {
    return reason;
  }
}
