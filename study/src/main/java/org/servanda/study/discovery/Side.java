package org.servanda.study.discovery;

/// A side of a number.
public enum Side {
  BELOW,
  ABOVE
}
