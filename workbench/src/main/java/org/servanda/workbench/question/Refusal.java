package org.servanda.workbench.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A request that is not done, and why: what a problem document says.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;
  private final String detail;
  private final String tryThis;
  private final int retryAfter;
  private final transient List<?> problems;

  /// Why requests are refused.
  public enum Kind {
    /// The request cannot be understood.
    BAD_REQUEST(400, "bad-request", "The request cannot be understood"),
    /// The token is missing or wrong.
    NO_TOKEN(401, "no-token", "A token is needed"),
    /// The request comes from another site or under another name.
    FOREIGN(403, "foreign", "Requests from elsewhere are refused"),
    /// There is no such thing.
    NOT_FOUND(404, "not-found", "There is no such thing"),
    /// The method is not known here.
    WRONG_METHOD(405, "wrong-method", "Not to be asked in this way"),
    /// The request took too long to arrive.
    TOO_SLOW(408, "too-slow", "The request took too long"),
    /// A newer question took its place.
    SUPERSEDED(409, "superseded", "A newer question took its place"),
    /// The work is not in a state for this.
    NOT_NOW(409, "not-now", "Not in this state"),
    /// What was to be changed has changed since.
    CHANGED(412, "changed", "It has changed since"),
    /// The body is larger than allowed.
    TOO_LARGE(413, "too-large", "The request is too large"),
    /// The body is not of a known type.
    WRONG_TYPE(415, "wrong-type", "The body is of another type"),
    /// The request is understood, and what it asks for cannot be done.
    NOT_POSSIBLE(422, "not-possible", "This cannot be done"),
    /// One client asks for more than its share.
    TOO_MANY(429, "too-many", "More than a fair share"),
    /// A defect.
    DEFECT(500, "defect", "A defect of Servanda"),
    /// All clients together ask for more than can be done.
    BUSY(503, "busy", "Too much work waits");

    private final int status;
    private final String word;
    private final String title;

    Kind(int status, String word, String title) {
      this.status = status;
      this.word = word;
      this.title = title;
    }

    /// {@return the HTTP status}
    public int status() {
      return status;
    }

    /// {@return the word for it, the end of a problem's `type`}
    public String word() {
      return word;
    }
  }

  private Refusal(Kind kind, String detail, String tryThis, int retryAfter, List<?> problems) {
    super(detail, null, false, false);
    this.kind = kind;
    this.detail = detail;
    this.tryThis = tryThis;
    this.retryAfter = retryAfter;
    this.problems = List.copyOf(problems);
  }

  /// {@return a refusal}
  ///
  /// @param kind why
  /// @param detail what is wrong, with value and bound, one sentence without a period
  /// @param tryThis what to do about it
  public static Refusal of(Kind kind, String detail, String tryThis) {
    return new Refusal(kind, detail, tryThis, 0, List.of());
  }

  /// {@return a refusal in words that end in a line `Try: …`}
  ///
  /// @param kind why
  /// @param message what is wrong; its last line may say what to do
  public static Refusal saying(Kind kind, @Nullable String message) {
    String said = String.valueOf(message);
    int hint = said.lastIndexOf("\nTry: ");
    return hint < 0
        ? of(kind, said, "another value")
        : of(kind, said.substring(0, hint), said.substring(hint + "\nTry: ".length()));
  }

  /// {@return a refusal for now}
  ///
  /// @param kind why
  /// @param detail what is full, with its bound
  /// @param seconds after which to ask again, at least 1
  public static Refusal later(Kind kind, String detail, int seconds) {
    String tryThis = "again in " + seconds + (seconds == 1 ? " second" : " seconds");
    return new Refusal(kind, detail, tryThis, seconds, List.of());
  }

  /// {@return a refusal of a scenario, with all that is wrong with it}
  ///
  /// @param problems JSON objects, at least one
  public static Refusal ofScenario(List<?> problems) {
    String detail =
        problems.size() == 1
            ? "the scenario has a problem"
            : "the scenario has %d problems".formatted(problems.size());
    return new Refusal(Kind.NOT_POSSIBLE, detail, "correct what problems lists", 0, problems);
  }

  /// {@return why}
  public Kind kind() {
    return kind;
  }

  /// {@return seconds after which to ask again; 0 if that is no use}
  public int retryAfter() {
    return retryAfter;
  }

  /// {@return the problem document}
  ///
  /// @source Nottingham, Wilde and Dalal (2023), RFC 9457
  public SequencedMap<String, @Nullable Object> document() {
    var document = new LinkedHashMap<String, @Nullable Object>();
    document.put("type", "about:blank#" + kind.word);
    document.put("title", kind.title);
    document.put("status", kind.status);
    document.put("detail", detail);
    document.put("try", tryThis);
    if (!problems.isEmpty()) {
      document.put("problems", problems);
    }
    return document;
  }
}
