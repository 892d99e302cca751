package org.servanda.engine.markov;

/// Listens to the points of a branch as they are found, on the thread that computes.
@FunctionalInterface
public interface MarkovBranchListener {
  /// Receives an accepted point; points follow each other along the branch, from precision 0 on.
  ///
  /// @param lambda precision, in 1/utility; falls after a turning point
  /// @param profile the play, solved to the tracer's tolerance only
  void point(double lambda, MarkovProfile profile);
}
