package org.servanda.engine.response;

/// What outcomes are worth to the movers, given what the outcome says about them.
public interface Continuation {
  /// Computes the values after outcome `o`, with payoffs and discount.
  ///
  /// @param posterior beliefs about each mover after the outcome, mover by mover, type by type
  /// @param value receives the value for each mover and type, in the same order
  /// @param gradient receives the derivative of each value with respect to each entry of
  ///   `posterior`, row-major by value; entries of a mover's first type are zero, that type giving
  ///   way to the others
  void after(int o, double[] posterior, double[] value, double[] gradient);
}
