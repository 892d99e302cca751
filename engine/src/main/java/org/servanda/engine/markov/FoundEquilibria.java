package org.servanda.engine.markov;

import java.util.List;

/// What a search for equilibria came to.
///
/// @param found different equilibria, that of the principal branch first if it was reached
/// @param starts how many starts were tried
/// @param converged how many of them led to an equilibrium
/// @param indexSum sum of the indices of those found; anything but 1 says that some are missing, 1
///   does not say that none is
/// @param provedUnique whether there is certainly only one equilibrium
/// @param seconds wall time
public record FoundEquilibria(
    List<FoundEquilibrium> found,
    int starts,
    int converged,
    int indexSum,
    boolean provedUnique,
    double seconds) {
  /// Copies the list.
  public FoundEquilibria {
    found = List.copyOf(found);
  }

  /// Returns in one line what the search guarantees.
  public String guarantee() {
    if (provedUnique) {
      return "the only equilibrium at this precision: each player's response depends on the others'"
          + " too little for a second one";
    }
    return indexSum == 1
        ? "%d found from %d starts; their indices add up to 1 as all must, which does not exclude further ones"
            .formatted(found.size(), starts)
        : "%d found from %d starts; their indices add up to %d, not 1: some are missing"
            .formatted(found.size(), starts, indexSum);
  }
}
