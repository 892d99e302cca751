package org.servanda.agreement.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A state or other actor of the agreement.
///
/// @param key how clauses name it: lower-case words with hyphens
/// @param name how reports name it; text, never markup
/// @param role principal or guarantor
/// @param dispositions what others believe about it before its record is looked at
/// @param leadership how often its leaders are replaced
/// @param nuclear how far it is on the way to nuclear arms
/// @param seeks the alliance it may apply to, null if none
/// @param protects keys of the parties it protects; empty for principals
public record Party(
    String key,
    String name,
    Role role,
    Dispositions dispositions,
    Leadership leadership,
    NuclearStatus nuclear,
    @Nullable String seeks,
    List<String> protects) {
  public Party {
    protects = List.copyOf(protects);
  }
}
