package org.servanda.study.repair;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads a target word by word, so that a wrong word can be named with its place.
final class TargetReader {
  private static final String EXAMPLE = "survival(armed clash, 5y) >= 0.7 in 80% of worlds";
  private static final Pattern WORD = Pattern.compile("[(),%]|>=|≥|[^\\s(),%>≥]+|>");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?|\\.\\d{1,9}");
  private static final Pattern YEARS = Pattern.compile("(\\d{1,3})(y|years?)?");

  /// A word with its place.
  ///
  /// @param place of its first character, from 1
  private record Word(String text, int place) {}

  private final List<Word> words = new ArrayList<>();
  private final int end;
  private int next;

  TargetReader(String text) {
    var found = WORD.matcher(text);
    while (found.find()) {
      words.add(new Word(found.group().toLowerCase(Locale.ROOT), found.start() + 1));
    }
    end = text.length() + 1;
  }

  Target read() {
    expect("survival");
    expect("(");
    var clock = clock();
    expect(",");
    int years = years();
    expect(")");
    expect(">=", "≥");
    double survival = probability();
    expect("in");
    double share = share();
    expect("of");
    expect("worlds");
    if (next < words.size()) {
      throw refused(word(), "must be the end");
    }
    return new Target(clock, years, survival, share);
  }

  private Word word() {
    return next < words.size() ? words.get(next) : new Word("", end);
  }

  private void expect(String... allowed) {
    var word = word();
    if (!List.of(allowed).contains(word.text())) {
      throw refused(word, "must be \"%s\"".formatted(allowed[0]));
    }
    next++;
  }

  private Target.Clock clock() {
    var first = word();
    var said = new StringBuilder();
    while (next < words.size() && !",".equals(word().text()) && !")".equals(word().text())) {
      said.append(said.isEmpty() ? "" : " ").append(word().text());
      next++;
    }
    var clock = Target.Clock.named(said.toString());
    if (clock == null) {
      throw refused(
          new Word(said.toString(), first.place()),
          "must be one of %s".formatted(String.join(", ", Target.Clock.written())));
    }
    return clock;
  }

  private int years() {
    var word = word();
    var matched = YEARS.matcher(word.text());
    if (!matched.matches() || Integer.parseInt(matched.group(1)) < 1) {
      throw refused(word, "must be whole years, at least 1, such as 5y");
    }
    next++;
    if (matched.group(2) == null && word().text().matches("y|years?")) {
      next++;
    }
    return Integer.parseInt(matched.group(1));
  }

  private double probability() {
    var word = word();
    double number = number(word, "must be a probability above 0 and at most 1, such as 0.7");
    if ("%".equals(word().text())) {
      next++;
      number /= 100;
    }
    if (!(number > 0 && number <= 1)) {
      throw refused(word, "must be a probability above 0 and at most 1, such as 0.7");
    }
    return number;
  }

  private double share() {
    var word = word();
    String bound = "must be a share of the worlds above 0% and at most 100%, such as 80%";
    double number = number(word, bound);
    expect("%");
    if (!(number > 0 && number <= 100)) {
      throw refused(word, bound);
    }
    return number / 100;
  }

  private double number(Word word, String bound) {
    if (!NUMBER.matcher(word.text()).matches()) {
      throw refused(word, bound);
    }
    next++;
    return Double.parseDouble(word.text());
  }

  private static IllegalArgumentException refused(Word word, String bound) {
    String what = word.text().isEmpty() ? "the end" : "\"%s\"".formatted(shortened(word.text()));
    return new IllegalArgumentException(
        "the target has %s at character %d, %s\nTry: %s"
            .formatted(what, word.place(), bound, EXAMPLE));
  }

  private static String shortened(String word) {
    String plain = word.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= 40 ? plain : plain.substring(0, 40) + "...";
  }

  /// {@return a number without useless zeros}
  static String plain(double number) {
    return new BigDecimal(number, new MathContext(9)).stripTrailingZeros().toPlainString();
  }
}
