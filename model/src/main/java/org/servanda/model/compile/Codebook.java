package org.servanda.model.compile;

import java.util.List;
import org.servanda.agreement.agreement.Disposition;

/// The only place where players are parties, positions are situations and outcomes are happenings.
///
/// @param signature whether there is an agreement
/// @param parties keys by player: the principals, then the guarantors
/// @param names shown names by player
/// @param types dispositions by player and type
/// @param spots what each position is
/// @param meanings what each outcome of each position means
/// @param actions names of the actions of each position, empty where nobody decides
public record Codebook(
    Signature signature,
    List<String> parties,
    List<String> names,
    List<List<Disposition>> types,
    List<Spot> spots,
    List<List<Meaning>> meanings,
    List<List<String>> actions) {
  /// Whether the agreement was signed.
  public enum Signature {
    /// It is.
    SIGNED,
    /// It was refused.
    REFUSED
  }

  public Codebook {
    parties = List.copyOf(parties);
    names = List.copyOf(names);
    types = types.stream().map(List::copyOf).toList();
    spots = List.copyOf(spots);
    meanings = List.copyOf(meanings);
    actions = List.copyOf(actions);
  }

  /// {@return the number of players}
  public int players() {
    return parties.size();
  }
}
