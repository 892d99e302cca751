package org.servanda.model.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.engine.equilibrium.Progress;
import org.servanda.model.Drafts;
import org.servanda.model.compile.Meaning.Clock;
import org.servanda.model.compile.Meaning.Happening;
import org.servanda.model.compile.StateOfTheWorld;
import org.servanda.model.measure.AssessOptions.Detail;
import org.servanda.model.measure.SignMeasure.Finding;

class SignMeasureTest {
  private static final AssessOptions COARSE =
      AssessOptions.standard().withDetail(Detail.FULL).withBalanceSteps(2);

  /// Periods in five years.
  private static final int FOLLOWED = 10;

  /// One in sixteen thousand by chance.
  private static final double FOUR = 4;

  private static Play play(Scenario scenario, boolean signed) {
    return Play.of(
        scenario,
        signed ? scenario.agreement() : null,
        StateOfTheWorld.modes(),
        Grain.of(COARSE),
        Progress.none(),
        new Cancellation());
  }

  /// Everybody is of one type, so that beliefs never move.
  private static Scenario known(String drift) {
    return Drafts.read(
        """
        servanda: 1
        title: Known
        time: {start: 2000-01-01, step: P6M, horizon: P10Y}
        parties:
          north: {role: principal, dispositions: {expansionist: 1.0}}
          south: {role: principal, seeks: ally}
          ally: {role: guarantor, of: south, dispositions: {wavering: 1.0}}
        balance: {now: 1.5, drift: %s, volatility: 0.2}
        issue: {share: {north: 0.3, south: 0.7}, steps: 1}
        agreement:
          - non-aggression-pledge: {by: [north, south]}
        """
            .formatted(drift));
  }

  private static Scenario swap(String first, String second, String ratio, String share) {
    return Drafts.read(
        """
        servanda: 1
        title: Swap
        time: {start: 2000-01-01, step: P6M, horizon: P10Y}
        parties:
          %s
          %s
          ally: {role: guarantor, of: south, dispositions: {resolute: 1.0}}
        balance: {now: %s, drift: 0, volatility: 0.15}
        issue: {share: %s, steps: 1}
        agreement:
          - non-aggression-pledge: {by: [north, south]}
          - disarmament: {by: south, of: nuclear}
        """
            .formatted(first, second, ratio, share));
  }

  private static final String NORTH =
      "north: {role: principal, dispositions: {security-seeker: 0.6, expansionist: 0.4},"
          + " leadership: autocracy}";
  private static final String SOUTH = "south: {role: principal, nuclear: latent}";

  private static Map<Sign, Finding> bySign(List<Finding> findings) {
    var map = new LinkedHashMap<Sign, Finding>();
    findings.forEach(f -> map.put(f.sign(), f));
    return map;
  }

  @Test
  void aBalanceThatTurnsIsTheSignWhereNothingElseCanHappen() {
    var findings = SignMeasure.findings(play(known("0"), true), 4000, 7);
    var telling = SignMeasure.telling(findings);
    assertThat(telling).isNotEmpty();
    assertThat(telling.getFirst().sign()).isInstanceOf(Sign.Strength.class);
    for (var finding : telling) {
      if (finding.sign() instanceof Sign.Strength(int favored, _)) {
        assertThat(finding.effect().difference() > 0).isEqualTo(favored == 0);
      }
    }
  }

  @Test
  void nestedThresholdsAreToldOnce() {
    var telling = SignMeasure.telling(SignMeasure.findings(play(known("0"), true), 4000, 7));
    assertThat(telling.stream().map(f -> f.sign().variable())).doesNotHaveDuplicates();
    assertThat(telling).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void samplesAgreeWithExactChainsWithinTheirError() {
    for (boolean signed : new boolean[] {true, false}) {
      var play = play(known("0.02"), signed);
      int histories = 4000;
      int judged = 0;
      for (var finding : SignMeasure.findings(play, histories, 5).all()) {
        var effect = finding.effect();
        if (finding.sign() instanceof Sign.Happened || effect.compared() < 100) {
          continue;
        }
        var exact = SignReferee.of(play, finding.sign(), finding.clock(), FOLLOWED);
        String name = finding.sign() + (signed ? " signed" : " refused");
        double q = exact.seen();
        assertThat((double) effect.seen() / histories)
            .as(name)
            .isCloseTo(q, within(FOUR * Math.sqrt(q * (1 - q) / histories)));
        assertThat(effect.after())
            .as(name)
            .isCloseTo(exact.after(), within(FOUR * Math.sqrt(0.25 / effect.compared())));
        assertThat(effect.difference())
            .as(name)
            .isCloseTo(exact.after() - exact.without(), within(FOUR * effect.error()));
        judged++;
      }
      assertThat(judged).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void theErrorIsWhatRepeatedSamplesScatterBy() {
    var play = play(known("0"), true);
    var sign = new Sign.Strength(0, 1);
    double truth = difference(SignReferee.of(play, sign, Clock.BREACH, FOLLOWED));
    int runs = 100;
    double squares = 0;
    for (int seed = 1; seed <= runs; seed++) {
      var findings = SignMeasure.findings(play, 400, seed).all();
      var effect = Objects.requireNonNull(bySign(findings).get(sign)).effect();
      double z = (effect.difference() - truth) / effect.error();
      squares += z * z;
    }
    assertThat(Math.sqrt(squares / runs)).isBetween(0.75, 1.3);
  }

  private static double difference(SignReferee.Verdict verdict) {
    return verdict.after() - verdict.without();
  }

  @Test
  void exchangingThePrincipalsExchangesTheSigns() {
    int histories = 4000;
    var one =
        SignMeasure.findings(
            play(swap(NORTH, SOUTH, "2", "{north: 0.3, south: 0.7}"), true), histories, 3);
    var other =
        SignMeasure.findings(
            play(swap(SOUTH, NORTH, "0.5", "{north: 0.3, south: 0.7}"), true), histories, 4);
    var there = bySign(other.all());
    var compared = new ArrayList<Sign>();
    for (var finding : one.all()) {
      var twin = there.get(swapped(finding.sign()));
      if (finding.effect().compared() >= 100) {
        assertThat(twin).as(finding.sign().toString()).isNotNull();
        assertThat(twin.clock()).isEqualTo(finding.clock());
        double error = Math.hypot(finding.effect().error(), twin.effect().error());
        assertThat(twin.effect().difference())
            .as(finding.sign().toString())
            .isCloseTo(finding.effect().difference(), within(FOUR * error));
        double q = (double) finding.effect().seen() / histories;
        assertThat((double) twin.effect().seen() / histories)
            .isCloseTo(q, within(FOUR * Math.sqrt(2 * q * (1 - q) / histories)));
        compared.add(finding.sign());
      }
    }
    assertThat(compared).hasSizeGreaterThanOrEqualTo(6);
    // Which threshold of the leading variable ranks highest may be a matter of chance.
    assertThat(swapped(SignMeasure.telling(one).getFirst().sign()).variable())
        .isEqualTo(SignMeasure.telling(other).getFirst().sign().variable());
  }

  private static Sign swapped(Sign sign) {
    return switch (sign) {
      case Sign.Strength(int i, int k) -> new Sign.Strength(1 - i, k);
      case Sign.Conceded(int i, int k) -> new Sign.Conceded(1 - i, k);
      case Sign.Joined(int i, var stage) -> new Sign.Joined(1 - i, stage);
      case Sign.Armed(int i, var stage) -> new Sign.Armed(1 - i, stage);
      case Sign.Sanctioned(int i) -> new Sign.Sanctioned(1 - i);
      case Sign.Happened(var what, int i) -> new Sign.Happened(what, exchanged(i));
      case Sign.Believed(int i, int k, var way, double bound) ->
          new Sign.Believed(exchanged(i), k, way, bound);
      case Sign.Divided(), Sign.NotInForce() -> sign;
    };
  }

  private static int exchanged(int player) {
    return player < 2 ? 1 - player : player;
  }

  @Test
  void theSameSeedGivesTheSameSigns() {
    var play = play(swap(NORTH, SOUTH, "2", "{north: 0.3, south: 0.7}"), true);
    assertThat(SignMeasure.findings(play, 500, 9).all())
        .isEqualTo(SignMeasure.findings(play, 500, 9).all())
        .isNotEqualTo(SignMeasure.findings(play, 500, 10).all());
  }

  @Test
  void whereNothingIsSignedSignsAnnounceAClash() {
    var findings = SignMeasure.findings(play(known("0"), false), 500, 1).all();
    assertThat(findings).isNotEmpty().allMatch(f -> f.clock() == Clock.CLASH);
    assertThat(bySign(findings)).doesNotContainKey(new Sign.NotInForce());
    assertThat(bySign(findings)).containsKey(new Sign.Happened(Happening.DEMANDED, 0));
  }

  @Test
  void whatHoldsAtSignatureIsNoSign() {
    var play = play(swap(NORTH, SOUTH, "2", "{north: 0.3, south: 0.7}"), true);
    assertThat(bySign(SignMeasure.findings(play, 500, 1).all()))
        .doesNotContainKey(new Sign.Believed(0, 1, Sign.Direction.FALLS, 0.5))
        .containsKey(new Sign.Believed(0, 1, Sign.Direction.FALLS, 0.3));
  }

  @Test
  void aFullAssessmentTellsSignsInWordsAndAQuickOneNone() {
    var scenario = known("0");
    var full = assess(scenario, COARSE);
    assertThat(full.warningSigns()).isNotEmpty();
    var sign = full.warningSigns().getFirst();
    assertThat(sign.words()).contains("times as strong as");
    assertThat(sign.threshold()).isNotNull();
    assertThat(sign.histories()).isEqualTo(SignMeasure.HISTORIES);
    assertThat(sign.error()).isBetween(1e-3, 0.05);
    assertThat(assess(scenario, COARSE.withDetail(Detail.HEADLINE)).warningSigns()).isEmpty();
  }

  private static Assessment assess(Scenario scenario, AssessOptions options) {
    return (Assessment) Assessor.assess(scenario, options, Stages.none(), new Cancellation());
  }
}
