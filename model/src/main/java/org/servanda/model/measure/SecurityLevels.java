package org.servanda.model.measure;

import java.util.List;

/// What a coalition of parties can be sure of, whatever all others do.
///
/// The others are taken to act as one, to know everybody's disposition, and to want nothing but
/// harm; precision and equilibrium play no part. Each number is its own worst case: the others need
/// not be able to bring about all of them at once.
///
/// @param coalition keys of its members, in the order of the file
/// @param others keys of the other parties, in the order of the file; may be empty
/// @param survival what the coalition can make last, each point with its own aim; exact, as
///   dispositions do not enter
/// @param levels what is guaranteed to each disposition of each party, a bound from below
public record SecurityLevels(
    List<String> coalition, List<String> others, Survival survival, List<Level> levels) {
  /// Copies the lists.
  public SecurityLevels {
    coalition = List.copyOf(coalition);
    others = List.copyOf(others);
    levels = List.copyOf(levels);
  }

  /// What a party is sure of.
  ///
  /// To a member of the coalition the coalition guarantees it; to any other party all the others
  /// together do, against the coalition.
  ///
  /// @param party key
  /// @param type name of its disposition; `all` for the average under the prior
  /// @param level expected payoff, in stakes, at least which it can have
  public record Level(String party, String type, double level) {}
}
