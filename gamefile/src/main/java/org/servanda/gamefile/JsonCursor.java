package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Walks through JSON and says what is not as expected, with its place.
///
/// What is of the wrong kind is told and passed over, so that one reading finds many problems; what
/// is not JSON ends the reading with a [Stop].
final class JsonCursor implements AutoCloseable {
  private static final int MOST_NESTED = 64;

  /// Where remarks to programmers begin in what the parser says.
  private static final Pattern REMARKS =
      Pattern.compile("\\R|: enable| \\(start marker| \\(\\d+, from");

  private static final String WHOLE = "a whole number";

  /// The text is not JSON from here on; the finding is made.
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stop() {
      super(null, null, false, false);
    }
  }

  /// Reads the value of a key.
  @FunctionalInterface
  interface Member {
    /// Reads the value, which is the present token, to its end.
    ///
    /// @return whether the key is known; if not, the value has not been touched
    boolean read(String key);
  }

  private final Source source;
  private final Findings findings;
  private final JsonParser parser;
  private final NumberScan numbers = new NumberScan();

  JsonCursor(Source source, Findings findings) {
    this.source = source;
    this.findings = findings;
    var factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTED)
                    .maxNumberLength(1000)
                    .maxStringLength(1 << 20)
                    .maxNameLength(1 << 16)
                    .build())
            .build();
    int length = source.bytes().length - source.start();
    this.parser =
        factory.createParser(ObjectReadContext.empty(), source.bytes(), source.start(), length);
  }

  @Override
  public void close() {
    parser.close();
  }

  /// Where findings go.
  Findings findings() {
    return findings;
  }

  /// Byte where the present token begins.
  int at() {
    return source.start() + (int) Math.max(0, parser.currentTokenLocation().getByteOffset());
  }

  /// Goes to the next token, null at the end.
  @Nullable JsonToken next() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private Stop malformed(JacksonException e) {
    var where = e.getLocation();
    long offset = where == null ? at() : source.start() + where.getByteOffset();
    int at = Math.clamp(offset, 0, source.bytes().length);
    String why = Printable.shown(REMARKS.split(String.valueOf(e.getOriginalMessage()), 2)[0]);
    findings.add(
        at, "this is not JSON: " + why, null, "correct it here, or write the file by a program");
    return new Stop();
  }

  /// Reads an object, whose opening brace is the present token.
  ///
  /// @param what what it is, such as `node 12`
  void object(String what, Member member) {
    if (!expect(JsonToken.START_OBJECT, what + ", an object", "{ … }")) {
      return;
    }
    while (next() != JsonToken.END_OBJECT) {
      stopIfFull();
      int at = at();
      String key = parser.currentName();
      next();
      if (!member.read(key)) {
        findings.add(
            at,
            "%s has a key %s, which is none of the format".formatted(what, Printable.quoted(key)),
            key,
            "delete it");
        skip();
      }
    }
  }

  /// Reads an array, whose opening bracket is the present token.
  ///
  /// @param what what it is, such as `the list of nodes`
  /// @param item reads the present token to its end
  void array(String what, Runnable item) {
    if (!expect(JsonToken.START_ARRAY, what + ", a list", "[ … ]")) {
      return;
    }
    while (next() != JsonToken.END_ARRAY) {
      stopIfFull();
      item.run();
    }
  }

  private void stopIfFull() {
    if (findings.full()) {
      throw new Stop(); // whoever has so many problems need not hear of more
    }
  }

  /// Passes over the present value.
  void skip() {
    try {
      parser.skipChildren();
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private boolean expect(JsonToken token, String what, String tryThis) {
    if (parser.currentToken() == token) {
      return true;
    }
    wrong(what, tryThis);
    return false;
  }

  /// Says that the present value is of the wrong kind, and passes over it.
  void wrong(String what, String tryThis) {
    String here = shown();
    findings.add(at(), "expected %s, and there is %s".formatted(what, here), here, tryThis);
    skip();
  }

  /// The present value for messages.
  String shown() {
    try {
      var token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> "an object";
        case START_ARRAY -> "a list";
        case VALUE_STRING -> Printable.quoted(parser.getString());
        case null -> "the end";
        default -> Printable.shown(String.valueOf(parser.getString()));
      };
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /// A text, the present token; empty after a finding.
  String text(String what) {
    if (!expect(JsonToken.VALUE_STRING, what + ", a text", "\"…\"")) {
      return "";
    }
    try {
      return parser.getString();
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /// Whether the present token is true; false after a finding.
  boolean flag(String what) {
    var token = parser.currentToken();
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      wrong(what + ", true or false", "true");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /// A number or a text such as `"2/3"`, the present token; 0 after a finding.
  double number(String what) {
    var token = parser.currentToken();
    try {
      if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
        double value = parser.getDoubleValue();
        if (Double.isFinite(value)) {
          return value;
        }
        findings.add(
            at(),
            "%s %s is too large for a number of double precision".formatted(what, shown()),
            shown(),
            "a smaller number");
        return 0;
      }
      if (token == JsonToken.VALUE_STRING) {
        String text = parser.getString();
        if (numbers.scan(text)) {
          return numbers.value();
        }
        findings.add(
            at(),
            "%s %s %s".formatted(what, Printable.quoted(text), numbers.fault()),
            text,
            "a number such as 0.5, or a ratio such as \"2/3\"");
        return 0;
      }
    } catch (JacksonException e) {
      throw malformed(e);
    }
    wrong("a " + what + ", a number", "0.5, or \"2/3\"");
    return 0;
  }

  /// A payoff, the present token.
  double payoff() {
    double payoff = number("payoff");
    if (!Bounds.isPayoff(payoff)) {
      Bounds.refusePayoff(at(), shown(), findings);
    }
    return payoff;
  }

  /// A probability, the present token.
  double probability() {
    double p = number("probability");
    if (!Bounds.isProbability(p)) {
      Bounds.refuseProbability(at(), shown(), findings);
    }
    return p;
  }

  /// A whole number, the present token; `least` after a finding.
  int whole(String what, int least, int most) {
    if (!expect(JsonToken.VALUE_NUMBER_INT, what + ", " + WHOLE, Integer.toString(least))) {
      return least;
    }
    try {
      double value = parser.getDoubleValue();
      if (value >= least && value <= most) {
        return (int) value;
      }
    } catch (JacksonException e) {
      throw malformed(e);
    }
    findings.add(
        at(),
        "%s is %s, bound: %s"
            .formatted(
                what,
                shown(),
                most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most),
        shown(),
        "a whole number from %d on".formatted(least));
    return least;
  }

  /// A list of texts, the present token.
  List<String> texts(String what) {
    var texts = new ArrayList<String>();
    array(what, () -> texts.add(text(what)));
    return texts;
  }

  /// A list of payoffs, the present token.
  double[] payoffs() {
    var list = new Doubles();
    array("the payoffs", () -> list.add(payoff()));
    return list.toArray();
  }

  /// A list of probabilities, the present token.
  double[] probabilities() {
    var list = new Doubles();
    array("the probabilities", () -> list.add(probability()));
    return list.toArray();
  }

  /// A list of whole numbers from 0 on, the present token.
  int[] wholes(String what, int most) {
    var list = new Doubles();
    array(what, () -> list.add(whole(what, 0, most)));
    return Arrays.stream(list.toArray()).mapToInt(d -> (int) d).toArray();
  }

  /// Numbers one after the other.
  private static final class Doubles {
    private double[] numbers = new double[4];
    private int size;

    void add(double number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    double[] toArray() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
