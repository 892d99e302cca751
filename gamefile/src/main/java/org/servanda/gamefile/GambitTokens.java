package org.servanda.gamefile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The tokens of Gambit's formats: quoted text, words, braces and commas, with white space between
/// where needed.
///
/// A quotation mark inside a text has a backslash before it, and so may a backslash; any other
/// backslash is itself.
///
/// @source Gambit documentation, "Game representation formats", conventions common to all formats
final class GambitTokens {

  /// What a token is.
  enum Kind {
    /// Text in quotation marks.
    TEXT,
    /// Letters and digits: a keyword or a number.
    WORD,
    /// An opening brace.
    OPEN,
    /// A closing brace.
    CLOSE,
    /// A comma.
    COMMA,
    /// The end of the file.
    END
  }

  /// The file cannot be read on from here; the finding is made.
  static final class Stop extends Exception {
    private static final long serialVersionUID = 1;

    Stop() {
      super(null, null, false, false);
    }
  }

  private final Source source;
  private final byte[] bytes;
  private final Findings findings;
  private final NumberScan numbers = new NumberScan();
  private Kind kind = Kind.END;
  private int from;
  private int to;

  GambitTokens(Source source, Findings findings) throws Stop {
    this.source = source;
    this.bytes = source.bytes();
    this.findings = findings;
    this.to = source.start();
    next();
  }

  /// What the present token is.
  Kind kind() {
    return kind;
  }

  /// Byte where the present token begins.
  int at() {
    return from;
  }

  /// Where findings go.
  Findings findings() {
    return findings;
  }

  /// How many bytes are left, the present token included.
  int left() {
    return bytes.length - from;
  }

  /// Goes to the next token.
  void next() throws Stop {
    from = to;
    while (from < bytes.length && Source.isSpace(bytes[from])) {
      from++;
    }
    to = from;
    if (from == bytes.length) {
      kind = Kind.END;
      return;
    }
    switch (bytes[from]) {
      case '{' -> single(Kind.OPEN);
      case '}' -> single(Kind.CLOSE);
      case ',' -> single(Kind.COMMA);
      case '"' -> quoted();
      default -> word();
    }
  }

  private void single(Kind found) {
    kind = found;
    to = from + 1;
  }

  private void quoted() throws Stop {
    int i = from + 1;
    while (i < bytes.length && bytes[i] != '"') {
      i += escaped(i) ? 2 : 1;
    }
    if (i >= bytes.length) {
      findings.add(
          from,
          "the text that begins here has no closing quotation mark",
          source.text(from, Math.min(bytes.length, from + 200)),
          "a \" at its end; inside a text write \\\"");
      throw new Stop();
    }
    kind = Kind.TEXT;
    to = i + 1;
  }

  private boolean escaped(int i) {
    return bytes[i] == '\\'
        && i + 1 < bytes.length
        && (bytes[i + 1] == '"' || bytes[i + 1] == '\\');
  }

  private void word() {
    int i = from;
    while (i < bytes.length && !endsWord(bytes[i])) {
      i++;
    }
    kind = Kind.WORD;
    to = i;
  }

  private static boolean endsWord(byte b) {
    return Source.isSpace(b) || b == '{' || b == '}' || b == ',' || b == '"';
  }

  /// Whether the present token is this word.
  boolean is(String word) {
    if (kind != Kind.WORD || to - from != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[from + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// Takes a text and goes on.
  ///
  /// @param what what is expected, such as `the title`
  String text(String what) throws Stop {
    if (kind != Kind.TEXT) {
      throw missing(what + ", in quotation marks", "\"…\"");
    }
    String text = unescaped();
    next();
    return text;
  }

  private String unescaped() {
    var plain = new byte[to - from];
    int length = 0;
    for (int i = from + 1; i < to - 1; i++) {
      if (escaped(i)) {
        i++;
      }
      plain[length++] = bytes[i];
    }
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }

  /// Takes a brace and goes on.
  void brace(Kind brace, String what) throws Stop {
    if (kind != brace) {
      throw missing(what, brace == Kind.OPEN ? "{" : "}");
    }
    next();
  }

  /// Takes a whole number and goes on.
  ///
  /// @param what what is expected, such as `the number of a player`
  int whole(String what, int least, int most) throws Stop {
    double value =
        kind == Kind.WORD && numbers.scan(bytes, from, to) ? numbers.value() : Double.NaN;
    if (kind != Kind.WORD || Double.isNaN(value) || value != Math.rint(value)) {
      throw missing(what + ", a whole number", Integer.toString(least));
    }
    if (!(value >= least && value <= most)) {
      String bound =
          most == Integer.MAX_VALUE ? "%d or more".formatted(least) : least + " to " + most;
      findings.add(
          from,
          "%s is %s, bound: %s".formatted(what, shown(), bound),
          shown(),
          "a whole number from %d on".formatted(least));
      throw new Stop();
    }
    next();
    return (int) value;
  }

  /// Reads the present token as a number.
  private double number(String what) throws Stop {
    if (kind != Kind.WORD) {
      throw missing("a " + what, "a number such as 3, -0.5 or 2/3");
    }
    if (!numbers.scan(bytes, from, to)) {
      findings.add(
          from,
          "%s %s %s".formatted(what, Printable.quoted(shown()), numbers.fault()),
          shown(),
          "a number such as 3, -0.5 or 2/3");
      throw new Stop();
    }
    return numbers.value();
  }

  /// Takes a probability and goes on.
  double probability() throws Stop {
    double p = number("probability");
    if (!Bounds.isProbability(p)) {
      Bounds.refuseProbability(from, shown(), findings);
    }
    next();
    return p;
  }

  /// Takes a payoff and goes on.
  double payoff() throws Stop {
    double payoff = number("payoff");
    if (!Bounds.isPayoff(payoff)) {
      Bounds.refusePayoff(from, shown(), findings);
    }
    next();
    return payoff;
  }

  /// Refuses a list that has become too long.
  ///
  /// @param what what it lists, such as `actions`
  void bound(int size, int most, String what) throws Stop {
    if (size > most) {
      findings.add(
          from, "this is a list of more than %,d %s".formatted(most, what), null, "a shorter list");
      throw new Stop();
    }
  }

  /// Takes payoffs, with or without commas, and the closing brace after them.
  List<Double> payoffs() throws Stop {
    var payoffs = new ArrayList<Double>();
    while (kind != Kind.CLOSE) {
      if (!payoffs.isEmpty() && kind == Kind.COMMA) {
        next();
      }
      payoffs.add(payoff());
      bound(payoffs.size(), Bounds.PLAYERS, "payoffs");
    }
    next();
    return payoffs;
  }

  /// The present token as written, for messages.
  String shown() {
    return source.text(from, Math.min(to, from + 300));
  }

  /// Says that something else was expected here.
  ///
  /// @param what what was expected
  /// @param tryThis what to write
  Stop missing(String what, String tryThis) {
    String here = kind == Kind.END ? "the file ends" : "there is " + Printable.shown(shown());
    findings.add(
        from,
        "expected %s, and %s".formatted(what, here),
        kind == Kind.END ? null : shown(),
        tryThis);
    return new Stop();
  }
}
