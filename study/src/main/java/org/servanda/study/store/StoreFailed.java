package org.servanda.study.store;

/// A store cannot be used; nothing in it was changed.
public final class StoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param message the folder, what is wrong, and a `Try:` line
  public StoreFailed(String message) {
    super(message, null, false, false);
  }
}
