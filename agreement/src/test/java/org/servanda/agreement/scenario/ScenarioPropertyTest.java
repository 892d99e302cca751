package org.servanda.agreement.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.agreement.agreement.Clause;
import org.servanda.agreement.agreement.GuaranteeLevel;
import org.servanda.agreement.evidence.Estimate;

/// What holds for every scenario, tried on scenarios written at random. One seed can be tried again
/// with `-Dservanda.seed=`, more of them with `-Dservanda.seeds=`.
class ScenarioPropertyTest {
  static LongStream seeds() {
    Long one = Long.getLong("servanda.seed");
    return one != null
        ? LongStream.of(one)
        : LongStream.range(0, Long.getLong("servanda.seeds", 60));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsWrittenIsRead(long seed) {
    String text = new Writer(new SplittableRandom(seed)).scenario();
    var reading = ScenarioReader.read("seed " + seed, text);
    assertThat(reading).as(text).isInstanceOf(ScenarioReading.Read.class);
    Scenario scenario = reading.orThrow();
    assertThat(scenario.principals()).hasSize(2);
    assertThat(scenario.written().entrySet()).allMatch(e -> e.getValue().key().equals(e.getKey()));
    for (var party : scenario.parties()) {
      var prior = scenario.prior(party.key(), Estimate::mode);
      assertThat(prior.after().values().stream().mapToDouble(Double::doubleValue).sum())
          .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-12));
    }
    assertThat(ScenarioSchemaTest.schemaErrors(text)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aDamagedFileIsReadOrRefusedWithAPlaceAndAWayOut(long seed) {
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 40; round++) {
      String text = damaged(new Writer(random).scenario(), random);
      switch (ScenarioReader.read("f", text)) {
        case ScenarioReading.Read(Scenario scenario) ->
            assertThat(scenario.principals()).as(text).hasSize(2);
        case ScenarioReading.Rejected(var problems) -> {
          long lines = text.lines().count() + 1;
          assertThat(problems).as(text).isNotEmpty().isSorted();
          for (Problem problem : problems) {
            assertThat((long) problem.line()).as(text).isBetween(1L, lines);
            assertThat(problem.column()).as(text).isPositive();
            assertThat(problem.what()).as(text).isNotBlank().doesNotContain("\n");
            assertThat(problem.tryThis()).as(text).isNotBlank().doesNotContain("\n");
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatTheReaderAcceptsTheSchemaAccepts(long seed) {
    var random = new SplittableRandom(seed);
    for (int round = 0; round < 20; round++) {
      String text = damaged(new Writer(random).scenario(), random);
      if (ScenarioSchemaTest.readerAccepts(text)) {
        assertThat(ScenarioSchemaTest.schemaErrors(text)).as(text).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void changesTouchWhatTheyNameAndNothingElse(long seed) {
    var random = new SplittableRandom(seed);
    var text = new ScenarioText("f", new Writer(random).scenario());
    Scenario before = text.read().orThrow();

    Scenario set = text.set("4.5", "balance", "now").read().orThrow();
    assertThat(set.balance().now().mode()).isEqualTo(4.5);
    assertThat(set.agreement()).isEqualTo(before.agreement());
    assertThat(set.parties()).isEqualTo(before.parties());

    var clause = new Clause.SecurityGuarantee("h", "a", GuaranteeLevel.TRIPWIRE);
    ScenarioText added = text.addClause(clause);
    assertThat(added.read().orThrow().agreement()).isEqualTo(before.agreement().add(clause));
    int last = before.agreement().clauses().size() + 1;
    assertThat(added.dropClause(last).text()).as("there and back").isEqualTo(text.text());

    Scenario changed =
        added
            .setTerm(last, "security-guarantee", "level", "membership")
            .set("0.25", "assumptions", "war.cost.a")
            .read()
            .orThrow();
    assertThat(changed.agreement().clauses().getLast())
        .isEqualTo(new Clause.SecurityGuarantee("h", "a", GuaranteeLevel.MEMBERSHIP));
    assertThat(changed.estimate("war.cost", "a").mode()).isEqualTo(0.25);
    assertThat(comments(added.text())).isEqualTo(comments(text.text()));
  }

  private static List<String> comments(String text) {
    return text.lines().filter(l -> l.contains("#")).map(l -> l.substring(l.indexOf('#'))).toList();
  }

  /// {@return a text with one to three characters or stretches changed}
  private static String damaged(String text, RandomGenerator random) {
    var damaged = new StringBuilder(text);
    String characters = "{}[]:,-#&*!|>'\"%@` \n\t0aé\u202e\u0007";
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(4)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, characters.charAt(random.nextInt(characters.length())));
        case 2 -> damaged.setCharAt(at, characters.charAt(random.nextInt(characters.length())));
        default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(1, 20)));
      }
    }
    return damaged.toString();
  }

  /// Writes sound scenarios in many layouts. Party `h` guarantees nothing to `a` until a test says
  /// so.
  private record Writer(RandomGenerator random) {
    String scenario() {
      var text = new StringBuilder("servanda: 1\ntitle: " + title() + "\n");
      text.append(
          "time: {start: 1990-06-15, step: %s, horizon: P%sY}%s\n"
              .formatted(pick("P6M", "P3M", "P1Y"), random.nextInt(1, 60), comment()));
      text.append("parties:\n").append(principal("a")).append(principal("b"));
      text.append(
          "  g: {role: guarantor, of: [b]%s}\n"
              .formatted(pick("", ", leadership: democracy", ", dispositions: from-reliability")));
      text.append("  h:\n    role: guarantor%s\n    of: a\n".formatted(comment()));
      text.append("balance: {now: %s}%s\n".formatted(number(0.1, 9), comment()));
      double share = random.nextInt(1, 100) / 100.0;
      text.append(
          "issue:\n  share: {a: %s, b: %s}\n"
              .formatted(
                  share, java.math.BigDecimal.ONE.subtract(java.math.BigDecimal.valueOf(share))));
      text.append(agreement()).append(record()).append(assumptions()).append(alternatives());
      return text.toString();
    }

    private String title() {
      return pick(
          "Peace", "\"a: b # c\"", "'it''s'", "سلام", "Très bien 🕊", "|\n  several\n  lines");
    }

    private String comment() {
      return pick("", "", " # a comment: {with} [marks]");
    }

    private String principal(String key) {
      int weight = random.nextInt(0, 101);
      String more =
          pick("", ", nuclear: latent", ", leadership: {elections: P5Y, first: 1992-01-01}")
              + pick(
                  "",
                  ", dispositions: {security-seeker: %s %%, expansionist: %s %%}"
                      .formatted(weight, 100 - weight));
      return random.nextBoolean()
          ? "  %s: {role: principal%s}%s\n".formatted(key, more, comment())
          : "  %s:%s\n    role: principal\n    name: %s of the hills\n"
              .formatted(key, comment(), key);
    }

    private String agreement() {
      var clauses =
          new ArrayList<String>(
              List.of(
                  "force-limit: {by: b, cap: %s}".formatted(random.nextInt(5)),
                  "security-guarantee: {by: g, to: b, level: %s}"
                      .formatted(pick("assurance", "tripwire")),
                  "verification: {of: force-limit, detection: %s}".formatted(number(0, 1)),
                  "non-aggression-pledge: {by: [a, b]}",
                  "snapback: {of: b, sanctions: %s}".formatted(number(0, 1)),
                  "sunset: {when: %s}".formatted(pick("P7Y", "2010-01-01"))));
      clauses.add(pick("exit-clause:", "exit-clause: {notice: P30D}"));
      var text = new StringBuilder("agreement:" + comment() + "\n");
      String indent = pick("", "  ");
      for (String clause : clauses) {
        text.append(pick("", indent + "# about the next\n"));
        text.append(indent).append("- ").append(clause).append(comment()).append('\n');
      }
      return text.toString();
    }

    private String record() {
      return pick(
          "",
          "record:\n  - {by: a, pledge: one, broken: 1985-01-01, weight: %s}\n  - {by: g, pledge: two, kept-until: 1990-06-15}\n"
              .formatted(number(0.1, 1)));
    }

    private String assumptions() {
      return pick(
          "",
          "assumptions:\n  war.cost: %s # all\n  guarantor.reliability.g: agnostic\n"
              .formatted(number(0, 1)),
          "assumptions: {record.half-life: 5 yr}\n");
    }

    private String alternatives() {
      return pick(
          "",
          "alternatives:\n"
              + "  refusal: {refuse: true}\n"
              + "  \"bare: all\": {drop: [verification, snapback]}\n"
              + "  firm: {replace: security-guarantee, with: {level: defense-commitment}}\n");
    }

    private String number(double low, double high) {
      return Double.toString(Math.round(random.nextDouble(low, high) * 1e4) / 1e4);
    }

    private String pick(String... choices) {
      return choices[random.nextInt(choices.length)];
    }
  }
}
