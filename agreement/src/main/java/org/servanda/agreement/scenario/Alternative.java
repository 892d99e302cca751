package org.servanda.agreement.scenario;

import org.servanda.agreement.agreement.Agreement;

/// What might have been signed instead.
public sealed interface Alternative {
  /// {@return its name in the file; text, never markup}
  String name();

  /// Nothing is signed.
  ///
  /// @param name its name
  record Refusal(String name) implements Alternative {}

  /// Another agreement between the same parties.
  ///
  /// @param name its name
  /// @param agreement what is signed
  record Variant(String name, Agreement agreement) implements Alternative {}
}
