package org.servanda.engine.tree;

/// Receives the points of a branch in the order of the arc, the uniform profile at lambda 0 first.
@FunctionalInterface
public interface BranchPointListener {
  /// Receives an accepted point.
  void point(AgentLogitEquilibrium point);
}
