package org.servanda.agreement.format;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the word that was probably meant.
public final class Spelling {
  private static final int LONGEST = 60;

  /// Words people write for a word of the vocabulary.
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("denuclearisation", "disarmament"),
          Map.entry("denuclearization", "disarmament"),
          Map.entry("dmz", "demilitarized-zone"),
          Map.entry("inspection", "verification"),
          Map.entry("inspections", "verification"),
          Map.entry("monitoring", "verification"),
          Map.entry("guaranty", "security-guarantee"),
          Map.entry("peacekeeping", "peacekeepers"),
          Map.entry("neutrality", "neutrality-pledge"),
          Map.entry("expiry", "sunset"),
          Map.entry("withdrawal", "exit-clause"),
          Map.entry("min", "low"),
          Map.entry("max", "high"),
          Map.entry("likely", "mode"),
          Map.entry("begin", "start"),
          Map.entry("date", "start"),
          Map.entry("duration", "horizon"),
          Map.entry("nato", "membership"),
          Map.entry("alliance", "membership"),
          Map.entry("defence", "defense-commitment"),
          Map.entry("defense", "defense-commitment"),
          Map.entry("parameters", "assumptions"),
          Map.entry("clauses", "agreement"),
          Map.entry("name", "title"),
          Map.entry("actors", "parties"));

  private Spelling() {}

  /// {@return the known word nearest to what was written, or null if none is near}
  ///
  /// Near means at most one slip (a letter more, less, wrong, or two swapped) per three letters; or
  /// the same words in another notation; or one whole part of exactly one known word; or a known
  /// synonym.
  ///
  /// @param written what was written
  /// @param known the words known, any order; the first of equally near ones wins
  public static @Nullable String nearest(String written, Collection<String> known) {
    if (written.isBlank() || written.length() > LONGEST) {
      return null;
    }
    String plain = plain(written);
    String best = null;
    int least = plain.length() < 3 ? 1 : Math.max(1, plain.length() / 3) + 1;
    for (String word : known) {
      int slips = slips(plain, plain(word), least);
      if (slips < least) {
        least = slips;
        best = word;
      }
    }
    String synonym = SYNONYMS.get(plain);
    if (synonym != null && known.contains(synonym) && least > 0) {
      return synonym;
    }
    return best != null ? best : holding(plain, known);
  }

  private static @Nullable String holding(String part, Collection<String> known) {
    var holders =
        known.stream().filter(w -> Arrays.asList(w.split("[.-]")).contains(part)).toList();
    return holders.size() == 1 ? holders.getFirst() : null;
  }

  private static String plain(String word) {
    String spaced = word.replaceAll("([a-z])([A-Z])", "$1-$2");
    return spaced.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
  }

  /// {@return the slips between two words, or `enough` if there are that many or more}
  ///
  /// Optimal string alignment: insertions, deletions, substitutions, swaps of neighbors.
  ///
  /// @source Damerau (1964)
  ///
  /// @param a one word
  /// @param b the other
  /// @param enough where to stop counting
  static int slips(String a, String b, int enough) {
    if (Math.abs(a.length() - b.length()) >= enough) {
      return enough;
    }
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(above, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above[j] + 1, row[j - 1] + 1), above[j - 1] + same);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = above;
      above = row;
      row = spare;
    }
    return Math.min(above[b.length()], enough);
  }
}
