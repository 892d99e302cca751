package org.servanda.study.proposition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.servanda.agreement.scenario.ScenarioText;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;

/// A proposition and accords small enough to be solved many times.
final class Bench {
  static final String ACCORD =
      """
      servanda: 1
      title: Treaty of the river
      time: {start: 2000-01-01, step: P1Y, horizon: P4Y}
      parties:
        upland: {role: principal, dispositions: {security-seeker: 0.5, expansionist: 0.5}}
        lowland: {role: principal}
        patron: {role: guarantor, of: [lowland]}
      balance: {now: {low: 1.5, mode: 2, high: 4}, drift: {low: -0.05, mode: 0, high: 0.05}}
      issue: {share: {upland: 0.3, lowland: 0.7}}
      agreement:
        - non-aggression-pledge: {by: upland}   # both banks
        - security-guarantee: {by: patron, to: lowland, level: assurance}
      alternatives:
        refusal: {refuse: true}
        tripwire: {replace: security-guarantee, with: {level: tripwire}}
      """;

  static final String PROPOSITION =
      """
      proposition: P07
      name: hollow guarantee
      claim: Assurances fail where tripwires hold.
      counter-claim: Tripwires provoke.
      accords: [river]
      sides:
        tripwire:
          - drop: {security-guarantee: {to: $protected}}
          - add: {security-guarantee: {by: $guarantor, to: $protected, level: tripwire}}
        assurance: []
      effect: survival.clash.4y in tripwire - survival.clash.4y in assurance
      is: what a tripwire adds to four years without a clash
      unit: probability
      holds: {above: 0.001}
      because: An example.
      """;

  private Bench() {}

  static Proposition proposition(String text) {
    var reading = PropositionReader.read("example.yaml", text);
    assertThat(reading).isInstanceOf(PropositionReading.Read.class);
    return ((PropositionReading.Read) reading).proposition();
  }

  static Accords river(String text) {
    return accords(Map.of("river", text));
  }

  static Accords accords(Map<String, String> texts) {
    return id -> {
      String text = texts.get(id);
      return text == null ? null : new ScenarioText(id, text);
    };
  }

  static Staged staged(String proposition, Accords accords) {
    var outcome = Stager.stage(proposition(proposition), accords);
    assertThat(outcome).isInstanceOf(Stager.Outcome.Ready.class);
    return ((Stager.Outcome.Ready) outcome).staged();
  }

  static List<Evidence> run(Staged staged, int worlds, int threads) {
    var options = new PropositionRunner.Options(worlds, 7, threads, Grain.coarse(1L << 28));
    return PropositionRunner.run(staged, options, done -> {}, new Cancellation());
  }
}
