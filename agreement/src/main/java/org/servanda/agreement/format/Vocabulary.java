package org.servanda.agreement.format;

import static org.servanda.agreement.format.Field.optional;
import static org.servanda.agreement.format.Field.required;

import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Regime;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.evidence.Confidence;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.Unit;

/// The words of a scenario file, all in one table.
///
/// The reader checks files against it and the published schema is written from it, so the two
/// cannot disagree on a key, a word or a bound.
public final class Vocabulary {
  /// The version of the format.
  public static final int VERSION = 1;

  /// The most clauses of an agreement.
  public static final int MOST_CLAUSES = 200;

  /// The most parties.
  public static final int MOST_PARTIES = 6;

  /// The most sources of a file's own.
  public static final int MOST_SOURCES = 500;

  /// The longest time followed.
  public static final Period LONGEST_HORIZON = Period.ofYears(60);

  /// The word for a guarantor whose disposition follows from a parameter.
  public static final String FROM_RELIABILITY = "from-reliability";

  private static final Shape NAME = new Shape.Text(200);
  private static final Shape PROSE = new Shape.Text(2000);
  private static final Field SOURCE =
      optional(
          "source",
          new Shape.SourceKey(),
          "Where it comes from: a key of the built-in bibliography or of \"sources\".",
          "powell-2006");

  private static final Shape.Fields SCENARIO =
      new Shape.Fields(
          "scenario",
          List.of(
              required("servanda", new Shape.Version(VERSION), "Version of the format.", "1"),
              required("title", NAME, "What the agreement is called.", "Budapest Memorandum"),
              optional("summary", PROSE, "One or two sentences.", "Nuclear arms given up."),
              required(
                  "time",
                  time(),
                  "When it starts and how long it is followed.",
                  "{start: 1994-12-05}"),
              required(
                  "parties",
                  new Shape.Table("parties", Shape.KeyRule.PARTY, party(), MOST_PARTIES),
                  "Two principals and at most four guarantors.",
                  "{russia: {role: principal}, ukraine: {role: principal}}"),
              required(
                  "balance",
                  balance(),
                  "Strength of the first principal relative to the second.",
                  "{now: 2}"),
              required(
                  "issue",
                  issue(),
                  "What the principals dispute.",
                  "{share: {russia: 0.1, ukraine: 0.9}}"),
              required("agreement", clauses(), "What was signed: a list of clauses.", "[]"),
              optional(
                  "record",
                  record(),
                  "Pledges kept or broken before the signature.",
                  "[{by: russia, pledge: 1990 treaty, kept-until: 1994-12-05}]"),
              optional(
                  "assumptions",
                  new Shape.Assumptions(),
                  "Numbers in place of the default parameters, by key or by key and party.",
                  "{war.cost.russia: 0.2}"),
              optional(
                  "alternatives",
                  new Shape.Table("alternatives", Shape.KeyRule.NAME, alternative(), 20),
                  "What might have been signed instead.",
                  "{refusal: {refuse: true}}"),
              optional(
                  "plausibility",
                  plausibility(),
                  "How plausible the values within ranges are, for studies.",
                  "{shape: triangular}"),
              optional("history", history(), "What happened.", "{outcome: open}"),
              optional(
                  "sources",
                  new Shape.Table(
                      "sources", Shape.KeyRule.SOURCE, new Shape.Text(1000), MOST_SOURCES),
                  "Sources beyond the built-in bibliography: key and full citation.",
                  "{smith-2001: \"Smith (2001). Title.\"}")));

  private Vocabulary() {}

  /// {@return the shape of a whole file}
  public static Shape.Fields scenario() {
    return SCENARIO;
  }

  /// {@return the shape of a clause written in full}
  public static Shape.Choice clause() {
    return ClauseVocabulary.clause();
  }

  /// {@return what a kind of clause means, one sentence}
  ///
  /// @param kind the kind
  public static String about(ClauseKind kind) {
    return ClauseVocabulary.about(kind.word());
  }

  /// {@return the shape of an estimate written with its range}
  ///
  /// @param quantity the number estimated
  static Shape.Fields estimate(Shape.Quantity quantity) {
    var number = quantity.amount();
    return new Shape.Fields(
        "estimate",
        List.of(
            optional("low", number, "Lowest plausible value; default: mode.", "0.1"),
            optional(
                "mode",
                number,
                "Most plausible value; default: halfway between low and high.",
                "0.2"),
            optional("high", number, "Highest plausible value; default: mode.", "0.3"),
            SOURCE,
            optional(
                "confidence",
                new Shape.Word(Arrays.stream(Confidence.values()).map(Confidence::word).toList()),
                "How far it can be relied on; default: check.",
                "fairly-sure")));
  }

  /// {@return the block of the file a key belongs in, or null if in none or several}
  ///
  /// @param key a key that stands in the wrong block
  static @Nullable String home(String key) {
    var homes =
        SCENARIO.fields().stream()
            .filter(f -> f.shape() instanceof Shape.Fields inner && inner.field(key) != null)
            .map(Field::key)
            .toList();
    return homes.size() == 1 ? homes.getFirst() : null;
  }

  private static Shape time() {
    return new Shape.Fields(
        "time",
        List.of(
            required("start", new Shape.Day(), "Day of signature.", "1994-12-05"),
            optional(
                "step",
                new Shape.Span(Period.ofMonths(1), Period.ofYears(1), Shape.Grain.MONTHS),
                "Length of one period; default P6M.",
                "P6M"),
            optional(
                "horizon",
                new Shape.Span(Period.ofMonths(1), LONGEST_HORIZON, Shape.Grain.MONTHS),
                "Time followed, a multiple of step; default P20Y.",
                "P20Y")));
  }

  private static Shape party() {
    return new Shape.Fields(
        "party",
        List.of(
            optional("name", NAME, "How reports name it; default: the key.", "West Germany"),
            required(
                "role",
                new Shape.Word(Arrays.stream(Role.values()).map(Role::word).toList()),
                "Principal or guarantor.",
                "principal"),
            optional(
                "of",
                new Shape.OneOrMore(new Shape.PartyKey(Role.PRINCIPAL), 2),
                "Whom a guarantor protects: a party or a list; required for guarantors.",
                "[ukraine]"),
            optional(
                "dispositions",
                dispositions(),
                "What others believe about it before its record: security-seeker and expansionist"
                    + " for principals, resolute and wavering for guarantors, summing to 1."
                    + " Default: security-seeker for principals, from-reliability for guarantors.",
                "{security-seeker: 0.6, expansionist: 0.4}"),
            optional(
                "leadership",
                leadership(),
                "How often its leaders are replaced; default: never.",
                "autocracy"),
            optional(
                "nuclear",
                new Shape.Word(
                    Arrays.stream(NuclearStatus.values()).map(NuclearStatus::word).toList()),
                "How far it is on the way to nuclear arms; default none.",
                "latent"),
            optional("seeks", NAME, "The alliance a principal may apply to.", "NATO")));
  }

  private static Shape dispositions() {
    var share = new Shape.Quantity(Unit.SHARE, 0, 1);
    var weights =
        Arrays.stream(Disposition.values())
            .map(d ->
                optional(d.word(), share, "Probability, for a " + d.role().word() + ".", "0.6"))
            .toList();
    return new Shape.Either(
        List.of(
            new Shape.Word(List.of(FROM_RELIABILITY)), new Shape.Fields("dispositions", weights)));
  }

  private static Shape leadership() {
    var every = new Shape.Span(Period.ofMonths(1), Period.ofYears(30), Shape.Grain.MONTHS);
    return new Shape.Either(
        List.of(
            new Shape.Word(Arrays.stream(Regime.values()).map(Regime::word).toList()),
            new Shape.Fields(
                "elections",
                List.of(
                    required("elections", every, "Time between elections.", "P4Y"),
                    required(
                        "first", new Shape.Day(), "Day of the first election.", "1996-11-05"))),
            new Shape.Fields(
                "exit-hazard",
                List.of(
                    required(
                        "exit-hazard",
                        new Shape.Quantity(Unit.PER_YEAR, 0, 1),
                        "Probability per year that the leader leaves office.",
                        "0.11 /yr")))));
  }

  private static Shape balance() {
    return new Shape.Fields(
        "balance",
        List.of(
            required(
                "now",
                new Shape.Quantity(Unit.RATIO, 0.001, 1000),
                "Ratio of strengths at the signature.",
                "{low: 3, mode: 5, high: 8}"),
            optional(
                "drift",
                bounded("balance.drift"),
                "Change of the log ratio per year; default: parameter balance.drift.",
                "0.02 /yr"),
            optional(
                "volatility",
                bounded("balance.volatility"),
                "Standard deviation of the yearly change of the log ratio; default: parameter"
                    + " balance.volatility.",
                "0.1")));
  }

  private static Shape.Quantity bounded(String parameter) {
    var known = Parameters.standard().parameter(parameter);
    return new Shape.Quantity(known.unit(), known.min(), known.max());
  }

  private static Shape issue() {
    var share = new Shape.Quantity(Unit.SHARE, 0, 1);
    return new Shape.Fields(
        "issue",
        List.of(
            optional("about", new Shape.Text(1000), "What it is.", "Crimea, alignment and control"),
            required(
                "share",
                new Shape.Table("shares", Shape.KeyRule.PRINCIPAL, share, 2),
                "Who holds how much at the signature; sums to 1.",
                "{russia: 0.1, ukraine: 0.9}"),
            optional(
                "steps",
                new Shape.Count(1, 6),
                "A demand asks for 1/steps of what the other side held at the signature; default"
                    + " 2.",
                "2")));
  }

  private static Shape clauses() {
    return new Shape.Items(ClauseVocabulary.clause(), MOST_CLAUSES, "clauses");
  }

  private static Shape record() {
    return new Shape.Items(
        new Shape.Fields(
            "pledge",
            List.of(
                required("by", new Shape.PartyKey(null), "Whose pledge.", "russia"),
                required("pledge", NAME, "What was pledged.", "1990 sovereignty treaty"),
                optional("from", new Shape.Day(), "Day it was given.", "1990-11-19"),
                optional(
                    "kept-until",
                    new Shape.Day(),
                    "Last day it is known to have been kept; this or \"broken\" is required.",
                    "1994-12-05"),
                optional(
                    "broken",
                    new Shape.Day(),
                    "Day it was broken; this or \"kept-until\" is required.",
                    "1992-06-01"),
                optional("weight", new Shape.Plain(0, 1), "How much it counts; default 1.", "0.5"),
                SOURCE)),
        500,
        "pledges");
  }

  private static Shape alternative() {
    var partial = ClauseVocabulary.partial();
    var selector = new Shape.Either(List.of(new Shape.Word(ClauseVocabulary.kinds()), partial));
    return new Shape.Fields(
        "alternative",
        List.of(
            optional("refuse", new Shape.Yes(), "Nothing is signed.", "true"),
            optional(
                "replace",
                selector,
                "The clauses to change: all of a kind, or those with the terms given.",
                "security-guarantee"),
            optional(
                "with",
                new Shape.Terms(partial),
                "The terms to change in the clauses under \"replace\".",
                "{level: tripwire}"),
            optional(
                "drop",
                new Shape.OneOrMore(selector, MOST_CLAUSES),
                "The clauses to leave out: all of a kind, or those with the terms given.",
                "[disarmament]"),
            optional(
                "add", clauses(), "The clauses to add.", "[{verification: {of: force-limit}}]")));
  }

  private static Shape plausibility() {
    var shape = new Shape.Word(List.of("pert", "triangular", "uniform"));
    return new Shape.Fields(
        "plausibility",
        List.of(
            optional("shape", shape, "The shape of every range; default pert.", "triangular"),
            optional(
                "shapes",
                new Shape.Table("shapes", Shape.KeyRule.NAME, shape, 500),
                "The shape of single ranges, by key of the estimate.",
                "{war.cost: uniform}"),
            optional(
                "together",
                new Shape.Items(together(), 50, "groups"),
                "Estimates that tend to be high together and low together.",
                "[{estimates: [war.cost, war.loss], correlation: 0.5}]")));
  }

  private static Shape together() {
    return new Shape.Fields(
        "together",
        List.of(
            required(
                "estimates",
                new Shape.Items(NAME, 50, "estimates"),
                "Keys of the estimates, at least two.",
                "[war.cost, war.loss]"),
            required(
                "correlation",
                new Shape.Plain(0, 1),
                "Correlation of their normal scores, above 0 and at most 1.",
                "0.5")));
  }

  private static Shape history() {
    return new Shape.Fields(
        "history",
        List.of(
            required(
                "outcome",
                new Shape.Word(List.of("held", "failed", "superseded", "open")),
                "How it ended, or that it did not.",
                "failed"),
            optional("on", new Shape.Day(), "When it ended.", "2014-02-27"),
            optional(
                "years-held", new Shape.Amount(Unit.NUMBER, 0, 1000), "Years it held.", "19.2"),
            optional("by", NAME, "Who ended it.", "Russia (it disputes applicability)"),
            optional("how", PROSE, "How it ended.", "Forces without insignia seized Crimea."),
            SOURCE));
  }
}
