package org.servanda.study.proposition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A claim that can be run: sides of a comparison, what is compared, and when the claim holds.
///
/// @param id such as `P03`
/// @param name a few words
/// @param claim one sentence
/// @param counterClaim one sentence; what those say who doubt the claim
/// @param note what the pair of scenarios stands for where the claim says more than the model can;
///   null if nothing need be said
/// @param accords at least one
/// @param setting edits made to every side
/// @param sides at least two, by different names
/// @param criterion what is compared, and when the claim holds
/// @param file where it is written
public record Proposition(
    String id,
    String name,
    String claim,
    String counterClaim,
    @Nullable String note,
    List<Accord> accords,
    List<Edit> setting,
    List<Side> sides,
    Criterion criterion,
    String file) {

  public Proposition {
    accords = List.copyOf(accords);
    setting = List.copyOf(setting);
    sides = List.copyOf(sides);
  }

  /// An accord that the proposition is run on.
  ///
  /// @param id its path in the catalogue without the ending, such as `ukraine/1994-budapest`
  /// @param named parties that the file gives roles to; the others are found
  /// @param place where it is written
  public record Accord(String id, Roles.Named named, Position place) {}

  /// One side of the comparison.
  ///
  /// @param name one word, hyphens allowed
  /// @param edits how the accord's scenario is changed; empty to leave it as the setting has it
  /// @param signature whether there is an agreement
  /// @param place where it is written
  public record Side(String name, List<Edit> edits, Signature signature, Position place) {
    public Side {
      edits = List.copyOf(edits);
    }
  }

  /// Whether anything is signed.
  public enum Signature {
    SIGNED,
    REFUSED
  }

  /// A place in a file.
  ///
  /// @param line from 1
  /// @param column from 1, in characters
  public record Position(int line, int column) {}

  /// {@return the place of a side among the sides, from 0}
  ///
  /// @throws IllegalArgumentException if there is none of this name
  int indexOf(String side) {
    for (int s = 0; s < sides.size(); s++) {
      if (sides.get(s).name().equals(side)) {
        return s;
      }
    }
    throw new IllegalArgumentException(
        "there is no side \"%s\"\nTry: one of %s"
            .formatted(side, sides.stream().map(Side::name).toList()));
  }
}
