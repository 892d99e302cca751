package org.servanda.agreement.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Scenario texts, sound and unsound.
final class Samples {
  /// The smallest scenario.
  static final String SMALL =
      """
      servanda: 1
      title: Small
      time: {start: 1994-12-05}
      parties:
        a: {role: principal}
        b: {role: principal, nuclear: armed}
        g: {role: guarantor, of: [b]}
      balance: {now: 2}
      issue: {share: {a: 0.1, b: 0.9}}
      agreement:
        - disarmament: {by: b, of: nuclear}
        - security-guarantee: {by: g, to: b, level: assurance}
      """;

  private static final String JSON =
      """
      {"servanda": 1, "title": "Small", "time": {"start": "1994-12-05"},
       "parties": {"a": {"role": "principal"}, "b": {"role": "principal"}},
       "balance": {"now": 2}, "issue": {"share": {"a": 0.1, "b": 9.0e-1}},
       "agreement": [{"neutrality-pledge": {"by": "b"}}]}
      """;

  private static final String START = "time: {start: 1994-12-05}\n";
  private static final String A = "  a: {role: principal}\n";
  private static final String BALANCE = "balance: {now: 2}\n";
  private static final String SHARE = "issue: {share: {a: 0.1, b: 0.9}}\n";

  private Samples() {}

  /// Who can tell that a text is unsound.
  enum Layer {
    /// Nobody: it is sound.
    SOUND,
    /// The schema and the reader.
    SHAPE,
    /// The reader alone.
    MEANING
  }

  /// One text.
  ///
  /// @param name what is wrong with it
  /// @param layer who can tell
  /// @param text the text
  record Sample(String name, Layer layer, String text) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// {@return the repository}
  static Path root() {
    return Path.of(Objects.requireNonNull(System.getProperty("servanda.root"), "servanda.root"));
  }

  /// {@return a resource beside this class}
  static String resource(String name) {
    try (InputStream in = Samples.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static Sample sample(String name, Layer layer, String old, String put) {
    if (!SMALL.contains(old)) {
      throw new AssertionError("no " + old);
    }
    return new Sample(name, layer, SMALL.replace(old, put));
  }

  private static Sample clause(String name, Layer layer, String clause) {
    return new Sample(name, layer, SMALL + "  - " + clause + "\n");
  }

  private static Sample more(String name, Layer layer, String lines) {
    return new Sample(name, layer, SMALL + lines);
  }

  /// {@return all texts}
  static List<Sample> all() {
    var all = new ArrayList<Sample>();
    all.addAll(keys());
    all.addAll(numbers());
    all.addAll(times());
    all.addAll(parties());
    all.addAll(clauses());
    all.addAll(contradictions());
    all.addAll(rest());
    all.addAll(alternatives());
    return all;
  }

  private static List<Sample> keys() {
    return List.of(
        new Sample("nothing wrong", Layer.SOUND, SMALL),
        new Sample("JSON", Layer.SOUND, JSON),
        sample("merge key", Layer.MEANING, "title:", "<<: {summary: x}\ntitle:"),
        new Sample("everything at once", Layer.SOUND, resource("everything.yaml")),
        sample("misspelt key at the top", Layer.SHAPE, "title:", "titel:"),
        sample("unknown key", Layer.SHAPE, "title:", "weather: fine\ntitle:"),
        sample("key in the wrong block", Layer.SHAPE, "title:", "horizon: P10Y\ntitle:"),
        sample("key of a party misspelt", Layer.SHAPE, "nuclear: armed", "nuklear: armed"),
        sample("required key missing", Layer.SHAPE, "title: Small\n", ""),
        sample("key written twice", Layer.MEANING, "title: Small\n", "title: Small\ntitle: Big\n"),
        sample("newer format", Layer.SHAPE, "servanda: 1", "servanda: 2"),
        sample("number for a title", Layer.SHAPE, "title: Small", "title: 1984"),
        sample("blank title", Layer.SHAPE, "title: Small", "title:"),
        sample("long title", Layer.SHAPE, "title: Small", "title: " + "x".repeat(10_000)),
        sample("list for a block", Layer.SHAPE, START, "time: [1994-12-05]\n"),
        new Sample(
            "word for a list",
            Layer.SHAPE,
            SMALL.substring(0, SMALL.indexOf("agreement:")) + "agreement: peace\n"),
        sample(
            "comma in a text in braces",
            Layer.SHAPE,
            A,
            "  a: {role: principal, name: A, of the hills}\n"),
        sample("tag", Layer.MEANING, "title: Small", "title: !secret Small"));
  }

  private static List<Sample> numbers() {
    return List.of(
        sample("not a number", Layer.SHAPE, "now: 2", "now: strong"),
        sample("number in quotes", Layer.SHAPE, "now: 2", "now: \"2\""),
        sample("not finite", Layer.SHAPE, "a: 0.1", "a: .nan"),
        sample("infinite", Layer.SHAPE, "a: 0.1", "a: .inf"),
        sample("too large to hold", Layer.SHAPE, "now: 2", "now: 1e999"),
        sample("negative probability", Layer.SHAPE, "a: 0.1", "a: -0.1"),
        sample("ratio of zero", Layer.SHAPE, "now: 2", "now: 0"),
        sample("percent", Layer.SOUND, "a: 0.1, b: 0.9", "a: 10 %, b: 90%"),
        sample("percent above 100", Layer.MEANING, "a: 0.1", "a: 110 %"),
        sample("percent without its sign", Layer.SHAPE, "a: 0.1, b: 0.9", "a: 10, b: 90"),
        sample("percent of a ratio", Layer.SHAPE, "now: 2", "now: 200 %"),
        sample("per month", Layer.SHAPE, BALANCE, "balance: {now: 2, drift: 0.1 /month}\n"),
        sample("percent per year", Layer.SOUND, BALANCE, "balance: {now: 2, drift: 2 %/yr}\n"),
        sample("years for a number", Layer.SHAPE, "now: 2", "now: 3 years"),
        sample("per year for a share", Layer.SHAPE, "a: 0.1", "a: 0.1 /yr"),
        sample(
            "months for years",
            Layer.SHAPE,
            SHARE,
            SHARE + "assumptions: {accession.time: 6 months}\n"),
        sample("range upside down", Layer.MEANING, "now: 2", "now: {low: 3, mode: 2, high: 1}"),
        sample("range above its end", Layer.MEANING, "now: 2", "now: {mode: 2, high: 1}"),
        sample("range without a mode", Layer.SOUND, "now: 2", "now: {low: 1, high: 3}"),
        sample("range with one end", Layer.MEANING, "now: 2", "now: {low: 1}"),
        sample("range out of bounds", Layer.SHAPE, "now: 2", "now: {low: -1, mode: 2, high: 3}"),
        sample(
            "range with a misspelt key", Layer.SHAPE, "now: 2", "now: {low: 1, mod: 2, high: 3}"),
        sample("unknown source", Layer.MEANING, "now: 2", "now: {mode: 2, source: pauel-2006}"),
        sample("unknown confidence", Layer.SHAPE, "now: 2", "now: {mode: 2, confidence: shure}"),
        sample("shares that do not sum to one", Layer.MEANING, "b: 0.9", "b: 0.8"),
        sample("share missing", Layer.MEANING, "{a: 0.1, b: 0.9}", "{a: 0.1}"),
        sample("whole number broken", Layer.SHAPE, "issue: {", "issue: {steps: 2.5, "));
  }

  private static List<Sample> times() {
    return List.of(
        sample("day that is none", Layer.SHAPE, "1994-12-05", "1994-13-05"),
        sample("day in another notation", Layer.SHAPE, "1994-12-05", "5 December 1994"),
        sample("day too early", Layer.SHAPE, "1994-12-05", "0094-12-05"),
        sample(
            "horizon of nothing",
            Layer.MEANING,
            START,
            "time: {start: 1994-12-05, horizon: P0Y}\n"),
        sample(
            "horizon of 10,000 years",
            Layer.MEANING,
            START,
            "time: {start: 1994-12-05, horizon: P10000Y}\n"),
        sample(
            "horizon in words",
            Layer.SHAPE,
            START,
            "time: {start: 1994-12-05, horizon: 20 years}\n"),
        sample(
            "step that does not divide",
            Layer.MEANING,
            START,
            "time: {start: 1994-12-05, step: P4M, horizon: P10M}\n"),
        sample("step in weeks", Layer.SHAPE, START, "time: {start: 1994-12-05, step: P26W}\n"),
        sample("step too long", Layer.MEANING, START, "time: {start: 1994-12-05, step: P2Y}\n"));
  }

  private static List<Sample> parties() {
    return List.of(
        sample("role misspelt", Layer.SHAPE, A, "  a: {role: pricipal}\n"),
        new Sample(
            "one principal",
            Layer.MEANING,
            SMALL.replace(A, "").replace(SHARE, "issue: {share: {b: 1}}\n")),
        sample("three principals", Layer.MEANING, A, A + "  c: {role: principal}\n"),
        sample(
            "seven parties",
            Layer.SHAPE,
            A,
            A
                + "  h: {role: guarantor, of: b}\n"
                + "  i: {role: guarantor, of: b}\n"
                + "  j: {role: guarantor, of: b}\n"
                + "  k: {role: guarantor, of: b}\n"),
        sample("capitals in a key", Layer.SHAPE, A, "  West Germany: {role: principal}\n"),
        sample("guarantor of nobody", Layer.MEANING, "role: guarantor, of: [b]", "role: guarantor"),
        sample("guarantor of itself", Layer.MEANING, "of: [b]", "of: [g]"),
        sample("guarantor of a stranger", Layer.MEANING, "of: [b]", "of: [z]"),
        sample("principal with a charge", Layer.MEANING, A, "  a: {role: principal, of: b}\n"),
        sample(
            "guarantor that seeks an alliance",
            Layer.MEANING,
            "role: guarantor,",
            "role: guarantor, seeks: NATO,"),
        sample(
            "priors that do not sum to one",
            Layer.MEANING,
            A,
            "  a: {role: principal, dispositions: {security-seeker: 0.6, expansionist: 0.5}}\n"),
        sample(
            "one prior below one",
            Layer.MEANING,
            A,
            "  a: {role: principal, dispositions: {expansionist: 0.4}}\n"),
        sample(
            "disposition of the other role",
            Layer.MEANING,
            A,
            "  a: {role: principal, dispositions: {resolute: 1}}\n"),
        sample(
            "reliability of a principal",
            Layer.MEANING,
            A,
            "  a: {role: principal, dispositions: from-reliability}\n"),
        sample(
            "misspelt disposition",
            Layer.SHAPE,
            A,
            "  a: {role: principal, dispositions: {security-seker: 1}}\n"),
        sample(
            "half an election",
            Layer.SHAPE,
            A,
            "  a: {role: principal, leadership: {elections: P4Y}}\n"),
        sample(
            "misspelt regime", Layer.SHAPE, A, "  a: {role: principal, leadership: autocrat}\n"));
  }

  private static List<Sample> clauses() {
    return List.of(
        clause("misspelt clause", Layer.SHAPE, "verificaton: {of: disarmament}"),
        clause("clause by another name", Layer.SHAPE, "denuclearisation: {by: b}"),
        clause("clause nobody knows", Layer.SHAPE, "handshake: {}"),
        clause("clause without its terms", Layer.SHAPE, "implementation-commission"),
        clause(
            "two clauses in one item",
            Layer.SHAPE,
            "{exit-clause: {}, implementation-commission: {}}"),
        clause("term missing", Layer.SHAPE, "sunset: {}"),
        clause("term misspelt", Layer.SHAPE, "verification: {of: disarmament, detecton: 0.8}"),
        clause(
            "level misspelt", Layer.SHAPE, "security-guarantee: {by: g, to: b, level: tripwyre}"),
        clause("dangling party", Layer.MEANING, "neutrality-pledge: {by: c}"),
        clause("guarantee to nobody", Layer.SHAPE, "security-guarantee: {by: g, level: tripwire}"),
        clause(
            "guarantee to itself",
            Layer.MEANING,
            "security-guarantee: {by: g, to: g, level: tripwire}"),
        clause(
            "guarantee by a principal",
            Layer.MEANING,
            "security-guarantee: {by: a, to: b, level: assurance}"),
        clause(
            "guarantee to a party not protected",
            Layer.MEANING,
            "security-guarantee: {by: g, to: a, level: assurance}"),
        clause("aid to itself", Layer.MEANING, "aid: {by: b, to: b, size: 0.1}"),
        clause(
            "territory to itself",
            Layer.MEANING,
            "territorial-terms: {from: b, to: b, share: 0.1}"),
        clause(
            "more territory than held",
            Layer.MEANING,
            "territorial-terms: {from: a, to: b, share: 0.5}"),
        clause("forces without a size", Layer.MEANING, "disarmament: {by: a, of: forces}"),
        clause("sunset before the signature", Layer.MEANING, "sunset: {when: 1990-01-01}"),
        clause("sunset in words", Layer.SHAPE, "sunset: {when: ten years}"),
        clause("negative notice", Layer.SHAPE, "exit-clause: {notice: P-1Y}"),
        clause(
            "probability above one",
            Layer.SHAPE,
            "verification: {of: disarmament, detection: 1.4}"),
        clause("clause without braces or terms", Layer.SOUND, "exit-clause:"),
        new Sample(
            "10,000 clauses",
            Layer.SHAPE,
            SMALL + "  - neutrality-pledge: {by: b}\n".repeat(10_000)));
  }

  private static List<Sample> contradictions() {
    return List.of(
        clause(
            "two levels for one guarantee",
            Layer.MEANING,
            "security-guarantee: {by: g, to: b, level: tripwire}"),
        clause("the same clause twice", Layer.MEANING, "disarmament: {by: b, of: nuclear}"),
        new Sample(
            "neutral and a member",
            Layer.MEANING,
            SMALL.replace("level: assurance", "level: membership")
                + "  - neutrality-pledge: {by: b}\n"),
        clause("verification of nothing", Layer.MEANING, "verification: {of: force-limit}"),
        new Sample(
            "verification of all of nothing",
            Layer.MEANING,
            SMALL.replace(
                "  - disarmament: {by: b, of: nuclear}\n", "  - verification: {of: all}\n")),
        clause("snapback without anything to violate", Layer.MEANING, "snapback: {of: a}"),
        clause("two sunsets", Layer.MEANING, "sunset: {when: P5Y}\n  - sunset: {when: P9Y}"));
  }

  private static List<Sample> rest() {
    return List.of(
        more(
            "pledge after the signature",
            Layer.MEANING,
            "record:\n  - {by: a, pledge: truce, kept-until: 1996-01-01}\n"),
        more(
            "pledge both kept and broken",
            Layer.MEANING,
            "record:\n  - {by: a, pledge: truce, kept-until: 1990-01-01, broken: 1990-01-01}\n"),
        more(
            "pledge neither kept nor broken",
            Layer.MEANING,
            "record:\n  - {by: a, pledge: truce}\n"),
        more(
            "pledge given after it was broken",
            Layer.MEANING,
            "record:\n  - {by: a, pledge: truce, from: 1991-01-01, broken: 1990-01-01}\n"),
        more(
            "weight of nothing",
            Layer.SHAPE,
            "record:\n  - {by: a, pledge: truce, broken: 1990-01-01, weight: 0}\n"),
        more("misspelt parameter", Layer.SHAPE, "assumptions: {war.cots: 0.2}\n"),
        more("misspelt parameter of a party", Layer.SHAPE, "assumptions: {war.cots.a: 0.2}\n"),
        more("parameter of a stranger", Layer.MEANING, "assumptions: {war.cost.c: 0.2}\n"),
        more(
            "parameter that is the same for all",
            Layer.SHAPE,
            "assumptions: {war.stalemate.a: 0.2}\n"),
        more("parameter of another world", Layer.SHAPE, "assumptions: {weather: 0.2}\n"),
        more(
            "misspelt rival set",
            Layer.SHAPE,
            "assumptions: {guarantor.reliability: leeds-2004}\n"),
        more(
            "rival set for a number that has none",
            Layer.SHAPE,
            "assumptions: {war.cost: leeds-2003}\n"),
        new Sample(
            "number given twice",
            Layer.MEANING,
            SMALL.replace(BALANCE, "balance: {now: 2, drift: 0.1}\n")
                + "assumptions: {balance.drift: 0.1}\n"),
        more("misspelt outcome", Layer.SHAPE, "history: {outcome: faild}\n"),
        more(
            "end before the signature",
            Layer.MEANING,
            "history: {outcome: failed, on: 1990-01-01}\n"));
  }

  private static List<Sample> alternatives() {
    return List.of(
        more(
            "alternative that drops what is not there",
            Layer.MEANING,
            "alternatives: {x: {drop: sunset}}\n"),
        more(
            "alternative that drops terms that are not there",
            Layer.MEANING,
            "alternatives: {x: {drop: [{security-guarantee: {level: tripwire}}]}}\n"),
        more(
            "alternative that replaces what is not there",
            Layer.MEANING,
            "alternatives: {x: {replace: snapback, with: {automatic: 1}}}\n"),
        more(
            "alternative that replaces without terms",
            Layer.MEANING,
            "alternatives: {x: {replace: security-guarantee}}\n"),
        more(
            "alternative with a term of another clause",
            Layer.MEANING,
            "alternatives: {x: {replace: security-guarantee, with: {detection: 1}}}\n"),
        more(
            "alternative with a term nobody knows",
            Layer.SHAPE,
            "alternatives: {x: {replace: security-guarantee, with: {stars: 5}}}\n"),
        more(
            "alternative that changes nothing",
            Layer.MEANING,
            "alternatives: {x: {replace: security-guarantee, with: {level: assurance}}}\n"),
        more("empty alternative", Layer.MEANING, "alternatives: {x: {}}\n"),
        more(
            "alternative that refuses and adds",
            Layer.MEANING,
            "alternatives: {x: {refuse: true, drop: disarmament}}\n"),
        more(
            "alternative that leaves a clause in the air",
            Layer.MEANING,
            "  - verification: {of: disarmament}\nalternatives: {x: {drop: disarmament}}\n"),
        more("misspelt operation", Layer.SHAPE, "alternatives: {x: {dropp: disarmament}}\n"));
  }
}
