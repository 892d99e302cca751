package org.servanda.example;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.agreement.Agreement;
import org.servanda.agreement.agreement.Arms;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.Conduct;
import org.servanda.agreement.agreement.Disposition;
import org.servanda.agreement.agreement.Dispositions;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.agreement.Leadership;
import org.servanda.agreement.agreement.NuclearStatus;
import org.servanda.agreement.agreement.Party;
import org.servanda.agreement.agreement.RecordedPrior;
import org.servanda.agreement.agreement.Role;
import org.servanda.agreement.agreement.TrackRecord;
import org.servanda.agreement.evidence.Confidence;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Source;
import org.servanda.agreement.evidence.Unit;
import org.servanda.agreement.scenario.Alternative;
import org.servanda.agreement.scenario.Balance;
import org.servanda.agreement.scenario.History;
import org.servanda.agreement.scenario.Issue;
import org.servanda.agreement.scenario.Plausibility;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.agreement.scenario.TimeFrame;
import org.servanda.model.measure.AssessOptions;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.Survival;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Manifest;

/// An invented agreement between invented states with invented numbers, to test what is shown.
public final class Example {
  private static final Source BOOK = new Source("example-2001", "Example, E. (2001). A Book.");
  private static final LocalDate SIGNED = LocalDate.of(1994, 12, 5);

  private final String first;
  private final String second;
  private final String guarantor;

  private Example(String first, String second, String guarantor) {
    this.first = first;
    this.second = second;
    this.guarantor = guarantor;
  }

  public static Answer answer() {
    return named("Northland", "Southmark", "United Provinces");
  }

  public static Answer named(String first, String second, String guarantor) {
    var example = new Example(first, second, guarantor);
    return new Answer(
        new Manifest(
            "0.1.0",
            "1994-example.yaml",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            SIGNED,
            "as drafted",
            null,
            AssessOptions.Detail.SENSITIVITY,
            4,
            3,
            1),
        example.scenario(),
        example.assessment(),
        null);
  }

  public static Estimate estimate(String key, double low, double mode, double high, Unit unit) {
    return new Estimate(key, low, mode, high, unit, BOOK, Confidence.CHECK);
  }

  private Scenario scenario() {
    var share = estimate("issue.share.northland", 0.1, 0.1, 0.1, Unit.SHARE);
    var agreement =
        Agreement.of(
            new Clause.Disarmament("southmark", Arms.NUCLEAR, null),
            new Clause.NonAggressionPledge(List.of("northland")),
            new Clause.SecurityGuarantee("provinces", "southmark", GuaranteeLevel.ASSURANCE));
    SequencedMap<String, Alternative> alternatives = new LinkedHashMap<>();
    alternatives.put("refusal", new Alternative.Refusal("refusal"));
    alternatives.put(
        "tripwire",
        new Alternative.Variant(
            "tripwire",
            Agreement.of(
                new Clause.SecurityGuarantee("provinces", "southmark", GuaranteeLevel.TRIPWIRE))));
    SequencedMap<String, Estimate> written = new LinkedHashMap<>();
    assumptions().forEach(a -> written.put(a.estimate().key(), a.estimate()));
    return new Scenario(
        "Memorandum of Easthaven",
        "Southmark gives up the arms left on its soil; Northland and the United Provinces promise"
            + " to respect its borders.",
        new TimeFrame(SIGNED, Period.ofMonths(6), Period.ofYears(20)),
        parties(),
        new Balance(
            estimate("balance.now", 3, 5, 8, Unit.RATIO),
            estimate("balance.drift", -0.02, 0, 0.03, Unit.PER_YEAR),
            estimate("balance.volatility", 0.07, 0.1, 0.14, Unit.PER_YEAR)),
        new Issue(
            "the Easthaven base and alignment",
            share,
            estimate("issue.share.southmark", 0.9, 0.9, 0.9, Unit.SHARE),
            2),
        agreement,
        new TrackRecord(prior().steps().stream().map(RecordedPrior.Step::entry).toList()),
        alternatives,
        Plausibility.usual(),
        new History(
            History.Outcome.FAILED,
            LocalDate.of(2014, 2, 27),
            19.2,
            "Northland (it disputes that the memorandum applied)",
            "Seizure of Easthaven; the consultation clause was invoked without effect.",
            BOOK),
        new LinkedHashMap<>(Map.of(BOOK.key(), BOOK)),
        written);
  }

  private List<Party> parties() {
    return List.of(
        party("northland", first, Role.PRINCIPAL, NuclearStatus.ARMED, List.of()),
        party("southmark", second, Role.PRINCIPAL, NuclearStatus.ARMED, List.of()),
        party("provinces", guarantor, Role.GUARANTOR, NuclearStatus.NONE, List.of("southmark")));
  }

  private static Party party(
      String key, String name, Role role, NuclearStatus nuclear, List<String> protects) {
    return new Party(
        key,
        name,
        role,
        Dispositions.sure(key, Disposition.benign(role)),
        new Leadership.Stable(),
        nuclear,
        null,
        protects);
  }

  private static RecordedPrior prior() {
    var kept =
        new TrackRecord.Entry(
            "northland",
            "Treaty of 1990 on borders",
            LocalDate.of(1990, 11, 19),
            Conduct.KEPT,
            SIGNED,
            1,
            BOOK);
    var broken =
        new TrackRecord.Entry(
            "northland",
            "Recognized borders (resolution of parliament)",
            null,
            Conduct.BROKEN,
            LocalDate.of(1993, 7, 9),
            0.25,
            null);
    SequencedMap<Disposition, Double> before = new LinkedHashMap<>();
    before.put(Disposition.SECURITY_SEEKER, 0.5);
    before.put(Disposition.EXPANSIONIST, 0.5);
    return RecordedPrior.of(
        "northland",
        new TrackRecord(List.of(kept, broken)),
        SIGNED,
        before,
        Map.of(Disposition.SECURITY_SEEKER, 0.95, Disposition.EXPANSIONIST, 0.7),
        8);
  }

  private Assessment assessment() {
    var breach = curve(t -> 0.18 + 0.82 * Math.exp(-t / 6.5));
    var clash = curve(t -> 0.42 + 0.58 * Math.exp(-t / 8));
    var exit = curve(t -> 0.14 + 0.86 * Math.exp(-t / 6));
    return new Assessment(
        "Memorandum of Easthaven",
        "as drafted",
        SIGNED,
        labels(),
        new Survival(breach, clash, exit),
        causes(breach, clash, exit),
        values(),
        alternatives(clash),
        path(),
        List.of(ledger()),
        beliefs(),
        List.of(
            new Assessment.Rate(first + " raises a demand", 0.09, 0.81),
            new Assessment.Rate(second + " builds up arms", 0.05, 0.52),
            new Assessment.Rate(guarantor + " stays out of a war", 0.02, null)),
        List.of(
            new Assessment.Margin(
                "northland",
                "expansionist",
                -0.035,
                "raise a demand",
                "in 1999, in force, nobody protected"),
            new Assessment.Margin(
                "southmark", "security-seeker", 0.062, "build up arms", "in 2001, in force")),
        signs(),
        assumptions(),
        List.of(prior()),
        sensitivities(breach.at(10)),
        List.of(
            new Assessment.Omission(
                "record.half-life at 40.0", "2 decisions stopped short of residual 1e-9")),
        new Assessment.Selection(412, 3, new Survival(breach, clash, exit)),
        new Assessment.Solution(3.1e-11, 0.012, 31_240, 121, 40, 3, 4.2));
  }

  private List<Assessment.WarningSign> signs() {
    return List.of(
        new Assessment.WarningSign(
            first + " is at least 6.5 times as strong as " + second,
            "strength",
            "northland",
            6.5,
            "breach",
            5,
            10_000,
            0.31,
            2871,
            0.66,
            0.48,
            0.012),
        new Assessment.WarningSign(
            "The guarantors are divided",
            "cohesion",
            null,
            null,
            "breach",
            5,
            10_000,
            0.12,
            1102,
            0.39,
            0.5,
            0.016));
  }

  private List<Assessment.PartyLabel> labels() {
    return List.of(
        new Assessment.PartyLabel(
            "northland",
            first,
            "principal",
            List.of("security-seeker", "expansionist"),
            List.of(0.54, 0.46)),
        new Assessment.PartyLabel(
            "southmark", second, "principal", List.of("security-seeker"), List.of(1.0)),
        new Assessment.PartyLabel(
            "provinces",
            guarantor,
            "guarantor",
            List.of("resolute", "wavering"),
            List.of(0.1, 0.9)));
  }

  private static Survival.Curve curve(DoubleUnaryOperator survival) {
    var points = new ArrayList<Survival.Point>();
    for (int t = 0; t <= 40; t++) {
      points.add(new Survival.Point(t / 2.0, survival.applyAsDouble(t / 2.0)));
    }
    return new Survival.Curve(points);
  }

  private static List<Assessment.Cause> causes(
      Survival.Curve breach, Survival.Curve clash, Survival.Curve exit) {
    return List.of(
        cause("breach", "northland", "attack after a refused demand", breach, 0.46),
        cause("breach", "northland", "attack without warning", breach, 0.21),
        cause("breach", "southmark", "hidden nuclear step exposed", breach, 0.15),
        cause("breach", "southmark", "attack without warning", breach, 0.08),
        cause("breach", "southmark", "application to an alliance", breach, 0.06),
        cause("breach", "northland", "compliance exposed by a false alarm", breach, 0.04),
        cause("clash", "northland", "attack after a refused demand", clash, 0.62),
        cause("clash", "northland", "attack without warning", clash, 0.25),
        cause("clash", "southmark", "attack without warning", clash, 0.13),
        cause("exit", "northland", "breach", exit, 0.64),
        cause("exit", "southmark", "breach", exit, 0.26),
        cause("exit", "southmark", "formal exit", exit, 0.07),
        cause("exit", null, "sunset", exit, 0.03));
  }

  private static Assessment.Cause cause(
      String clock, @Nullable String party, String how, Survival.Curve curve, double share) {
    return new Assessment.Cause(
        clock,
        party,
        how,
        curve.points().stream()
            .map(p -> new Survival.Point(p.years(), share * (1 - p.probability())))
            .toList());
  }

  private static List<Assessment.PartyValue> values() {
    return List.of(
        new Assessment.PartyValue("northland", "all", 0.214, 0.171),
        new Assessment.PartyValue("northland", "security-seeker", 0.152, 0.101),
        new Assessment.PartyValue("northland", "expansionist", 0.287, 0.253),
        new Assessment.PartyValue("southmark", "all", 0.603, 0.652),
        new Assessment.PartyValue("southmark", "security-seeker", 0.603, 0.652),
        new Assessment.PartyValue("provinces", "all", -0.041, -0.052),
        new Assessment.PartyValue("provinces", "resolute", -0.061, -0.049),
        new Assessment.PartyValue("provinces", "wavering", -0.039, -0.052));
  }

  private static List<Assessment.Alternative> alternatives(Survival.Curve clash) {
    var solution = new Assessment.Solution(2.2e-11, 0.01, 28_000, 121, 40, 0, 3.1);
    return List.of(
        new Assessment.Alternative(
            "refusal", new Survival(null, clash, null), averages(0.171, 0.652, -0.052), solution),
        new Assessment.Alternative(
            "keep the arsenal",
            new Survival(
                curve(t -> 0.55 + 0.45 * Math.exp(-t / 9)),
                curve(t -> 0.71 + 0.29 * Math.exp(-t / 9)),
                curve(t -> 0.5 + 0.5 * Math.exp(-t / 9))),
            averages(0.131, 0.741, -0.033),
            solution),
        new Assessment.Alternative(
            "tripwire",
            new Survival(
                curve(t -> 0.62 + 0.38 * Math.exp(-t / 9)),
                curve(t -> 0.8 + 0.2 * Math.exp(-t / 9)),
                curve(t -> 0.6 + 0.4 * Math.exp(-t / 9))),
            averages(0.119, 0.782, -0.071),
            solution));
  }

  private static List<Assessment.PartyAverage> averages(double a, double b, double g) {
    return List.of(
        new Assessment.PartyAverage("northland", a),
        new Assessment.PartyAverage("southmark", b),
        new Assessment.PartyAverage("provinces", g));
  }

  private Assessment.BreakPath path() {
    return new Assessment.BreakPath(
        "attack after a refused demand",
        0.0042,
        List.of(
            step(
                1996, "provinces", "Elections replace the leaders of " + guarantor + ".", 0.41, ""),
            step(1998, null, "The balance moves one step towards " + first + ".", 0.21, ""),
            step(
                1999,
                "northland",
                first + " demands half of what " + second + " holds.",
                0.18,
                "Others now hold " + first + " to be an expansionist with 71%, up from 52%."),
            step(1999, "southmark", second + " refuses.", 0.77, ""),
            step(
                1999,
                "northland",
                first + " attacks.",
                0.64,
                "Others now hold it to be an expansionist with 93%."),
            step(
                1999,
                "provinces",
                guarantor + " sends supplies and no forces.",
                0.83,
                "Others now hold it to be wavering with 97%.")));
  }

  private static Assessment.PathStep step(
      int year, @Nullable String actor, String text, double p, String beliefs) {
    return new Assessment.PathStep(LocalDate.of(year, 6, 5), actor, text, p, beliefs);
  }

  private static Assessment.Ledger ledger() {
    return new Assessment.Ledger(
        "1999-06-05: in force, balance one step up, the guarantor held to be wavering with 90%",
        "northland",
        "expansionist",
        0.23,
        List.of(
            new Assessment.Move("comply", 0.412, 0.19),
            new Assessment.Move("raise a demand", 0.4474, 0.54),
            new Assessment.Move("attack", 0.421, 0.24),
            new Assessment.Move("build up arms", 0.3812, 0.03)),
        "raise a demand",
        List.of(
            new Assessment.Component("share of the issue", 0.131, 0.2113),
            new Assessment.Component("gains beyond the status quo", 0.302, 0.3814),
            new Assessment.Component("cost of war", -0.021, -0.0941),
            new Assessment.Component("sanctions", -0.004, -0.0322),
            new Assessment.Component("friction", 0, -0.03),
            new Assessment.Component("fear", 0.004, 0.011)));
  }

  private static List<Assessment.BeliefPath> beliefs() {
    return List.of(
        belief("northland", "expansionist", 0.46, -0.011),
        belief("provinces", "resolute", 0.1, 0.004));
  }

  private static Assessment.BeliefPath belief(
      String party, String type, double start, double slope) {
    var points = new ArrayList<Assessment.BeliefPoint>();
    for (int t = 0; t <= 40; t++) {
      double mean = Math.max(0.02, start + slope * t / 2.0);
      double spread = 0.2 * (1 - Math.exp(-t / 12.0));
      points.add(
          new Assessment.BeliefPoint(
              t / 2.0, mean, Math.max(0, mean - spread), Math.min(1, mean + spread)));
    }
    return new Assessment.BeliefPath(party, type, points);
  }

  private static List<Assessment.Assumption> assumptions() {
    return List.of(
            estimate("balance.now", 3, 5, 8, Unit.RATIO),
            estimate("balance.drift", -0.02, 0, 0.03, Unit.PER_YEAR),
            estimate("war.cost.northland", 0.05, 0.2, 0.5, Unit.STAKE),
            estimate("war.cost.southmark", 0.05, 0.2, 0.5, Unit.STAKE),
            estimate("guarantor.reliability", 0, 0.1, 0.3, Unit.SHARE),
            estimate("greed.expansionist", 1, 1.3, 1.8, Unit.NUMBER),
            estimate("precision", 20, 30, 40, Unit.PER_STAKE))
        .stream()
        .map(e -> new Assessment.Assumption(e, e.mode()))
        .toList();
  }

  private static List<Assessment.Sensitivity> sensitivities(double survival) {
    var swings =
        new double[][] {
          {0.13, -0.17},
          {0.06, -0.08},
          {-0.19, 0.21},
          {0.02, -0.01},
          {-0.05, 0.12},
          {0.11, -0.14},
          {-0.16, 0.09}
        };
    var all = new ArrayList<Assessment.Sensitivity>();
    for (int i = 0; i < swings.length; i++) {
      all.add(
          new Assessment.Sensitivity(
              assumptions().get(i).estimate(),
              "breach",
              10,
              survival + swings[i][0],
              survival + swings[i][1]));
    }
    return all;
  }
}
