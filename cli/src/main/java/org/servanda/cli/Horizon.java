package org.servanda.cli;

import org.jspecify.annotations.Nullable;
import org.servanda.gamefile.GameFile;

/// The steps of `--horizon`.
final class Horizon {
  private static final int MOST = 9_999_999;

  private Horizon() {}

  /// {@return how many steps are played, null for no end}
  ///
  /// @param written as given, null for the file's
  /// @throws Complaint if it is neither a number from 1 on nor `inf`
  static @Nullable Integer of(@Nullable String written, GameFile.States game) {
    if (written == null) {
      return game.horizon();
    }
    if (written.equalsIgnoreCase("inf")) {
      return null;
    }
    if (!written.matches("[1-9]\\d{0,6}")) {
      throw new Complaint(
          "--horizon is \"%s\", bound: 1 to %,d, or inf".formatted(written, MOST), "--horizon inf");
    }
    return Integer.valueOf(written);
  }
}
