package org.servanda.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Finds what somebody probably meant.
final class Nearest {
  private Nearest() {}

  /// {@return the word nearest to what was written, null if none is near}
  ///
  /// @param written what was written
  /// @param words what could have been meant
  static @Nullable String to(String written, Collection<String> words) {
    String plain = written.toLowerCase(Locale.ROOT);
    String nearest =
        words.stream()
            .min(Comparator.comparingInt(w -> distance(plain, w.toLowerCase(Locale.ROOT))))
            .orElse(null);
    return nearest != null
            && distance(plain, nearest.toLowerCase(Locale.ROOT))
                <= Math.max(2, Math.min(written.length(), nearest.length()) / 2)
        ? nearest
        : null;
  }

  /// Letters to insert, drop or change.
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[b.length()];
  }
}
