package org.servanda.study.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.servanda.agreement.scenario.ProblemText;

class PropositionReaderTest {

  @Test
  void aFileSaysWhatIsComparedAndWhenTheClaimHolds() {
    var proposition = Bench.proposition(Bench.PROPOSITION);
    assertThat(proposition.id()).isEqualTo("P07");
    assertThat(proposition.sides())
        .extracting(Proposition.Side::name)
        .containsExactly("tripwire", "assurance");
    assertThat(proposition.criterion().terms())
        .containsExactly(
            new Criterion.Term(1, "survival.clash.4y", "tripwire"),
            new Criterion.Term(-1, "survival.clash.4y", "assurance"));
    assertThat(proposition.criterion().holds(0.002)).isTrue();
    assertThat(proposition.criterion().holds(0.001)).isFalse();
    assertThat(proposition.criterion().reversed(-0.002)).isTrue();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "counter-claim|counterclaim|4:1: unknown key \"counterclaim\" in the file",
        "P07|Q7|1:1: proposition is \"Q7\", must be P and two digits",
        "$protected, level|$shielded, level|9:54: $shielded is no role",
        "drop: {security|drop: {securit|8:14: \"securit-guarantee\" is no kind of clause",
        "add: {|put: {|9:7: unknown key \"put\" in an edit",
        "clash.4y in tripwire|clush.4y in tripwire|11:9: \"survival.clush.4y\" is no measure",
        "4y in assurance|4y in assurances|11:9: there is no side \"assurances\"",
        "tripwire - survival|tripwire minus survival|11:9: \"minus\" is neither + nor -",
        "unit: probability|unit: percent|13:7: unit is \"percent\"",
        "above: 0.001|above: much|14:16: \"much\" is no number",
        "above: 0.001|over: 0.001|14:9: unknown key \"over\" in holds",
        "accords: [river]|accords: river|5:10: \"accords\" is no list",
        "accords: [river]|accords: [River Treaty]|5:11: \"River Treaty\" is no accord",
        "accords: [river]|accords: [river, river]|5:10: an accord twice",
        "because: An example.|because: ''|15:10: \"because\" is no text",
        "assurance: []|assurance: refuse-it|10:14: \"assurance\" is no list",
        "name: hollow|name: {a: hollow|3:6: not YAML",
      })
  void whatIsWrongIsLocated(String from, String to, String expected) {
    String text = Bench.PROPOSITION.replace(from, to);
    assertThat(text).isNotEqualTo(Bench.PROPOSITION);
    var reading = PropositionReader.read("bad.yaml", text);
    assertThat(reading).isInstanceOf(PropositionReading.Rejected.class);
    var problems = ((PropositionReading.Rejected) reading).problems();
    assertThat(problems)
        .anySatisfy(p ->
            assertThat(ProblemText.of(p)).startsWith("bad.yaml:" + expected).contains("\n  Try: "));
  }

  @Test
  void aBreachCannotBeMeasuredWhereNothingIsSigned() {
    String text =
        Bench.PROPOSITION
            .replace("assurance: []", "assurance: refuse")
            .replace("clash.4y", "breach.4y");
    var reading = PropositionReader.read("bad.yaml", text);
    assertThat(reading).isInstanceOf(PropositionReading.Rejected.class);
    assertThat(((PropositionReading.Rejected) reading).problems())
        .anySatisfy(p -> assertThat(p.what()).contains("where nothing is signed"));
  }

  @Test
  void deepNestingAndAliasesAreRefused() {
    for (String hostile : new String[] {"a: " + "[".repeat(5000), "a: &x [1]\nb: *x", ""}) {
      assertThat(PropositionReader.read("bad.yaml", hostile))
          .isInstanceOf(PropositionReading.Rejected.class);
    }
  }
}
