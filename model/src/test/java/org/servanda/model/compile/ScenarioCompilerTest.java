package org.servanda.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.model.Drafts;
import org.servanda.model.compile.Meaning.Clock;

class ScenarioCompilerTest {
  private static final String PLEDGE = "- non-aggression-pledge: {by: [north, south]}\n";

  private static CompiledGame compile(Scenario scenario) {
    return ScenarioCompiler.of(scenario, scenario.agreement(), 2).compile(StateOfTheWorld.modes());
  }

  private static List<Position> positions(CompiledGame compiled) {
    var positions = new ArrayList<Position>();
    for (int x = 0; x < compiled.game().positions(); x++) {
      positions.add(compiled.game().position(x));
    }
    return positions;
  }

  private static void assertSameGame(String clauses, String otherClauses) {
    var one = compile(Drafts.guarded(clauses, ""));
    var other = compile(Drafts.guarded(otherClauses, ""));
    assertThat(positions(one)).isEqualTo(positions(other));
    assertThat(one.codebook()).isEqualTo(other.codebook());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- neutrality-pledge: {by: south}", // nobody it could apply to
        "- disarmament: {by: north, of: nuclear}", // nothing to give up, nothing to start
        "- implementation-commission: {}", // nothing is monitored
      })
  void aClauseThatBindsNobodyChangesNothing(String clause) {
    assertSameGame(PLEDGE, PLEDGE + clause + "\n");
  }

  @Test
  void theOrderOfClausesDoesNotMatter() {
    String limit = "- force-limit: {by: south}\n";
    String guarantee = "- security-guarantee: {by: ally, to: south, level: tripwire}\n";
    assertSameGame(PLEDGE + limit + guarantee, guarantee + PLEDGE + limit);
  }

  @Test
  void onePledgeByBothIsTwoPledges() {
    assertSameGame(
        PLEDGE, "- non-aggression-pledge: {by: north}\n- non-aggression-pledge: {by: south}\n");
  }

  @Test
  void theStateHoldsOnlyWhatTheScenarioNeeds() {
    var states =
        compile(Drafts.guarded(PLEDGE, "")).codebook().spots().stream()
            .filter(Spot.Events.class::isInstance)
            .map(s -> ((Spot.Events) s).state())
            .toList();
    assertThat(states).allSatisfy(s -> assertThat(s.firstArms()).isEqualTo(State.Arsenal.NONE));
    assertThat(states).allSatisfy(s -> assertThat(s.cohesion()).isEqualTo(State.Cohesion.UNITED));
    assertThat(states)
        .allSatisfy(s -> assertThat(s.secondAccession()).isEqualTo(State.Accession.OUTSIDE));
  }

  @Test
  void eitherPrincipalCanBreakTheAgreement() {
    var codebook = compile(Drafts.guarded(PLEDGE, "")).codebook();
    for (int i = 0; i < 2; i++) {
      int actor = i;
      assertThat(codebook.meanings().stream().flatMap(List::stream))
          .anyMatch(m -> m.actor() == actor && m.stops().contains(Clock.BREACH));
    }
  }

  @Test
  void componentsAddUpToTheWholePayoffOfEveryOutcome() {
    var scenario = Drafts.accord("ukraine/1994-budapest.yaml");
    var compiler = ScenarioCompiler.of(scenario, scenario.agreement(), 1);
    var whole = compiler.compile(StateOfTheWorld.modes()).game();
    var parts = new ArrayList<StochasticGame>();
    for (Component component : Component.values()) {
      parts.add(compiler.compile(StateOfTheWorld.modes(), component).game());
    }
    for (int x = 0; x < whole.positions(); x++) {
      var outcomes = outcomes(whole.position(x));
      for (int o = 0; o < outcomes.size(); o++) {
        for (int v = 0; v < whole.types().valueFunctions(); v++) {
          double sum = 0;
          for (var part : parts) {
            var same = outcomes(part.position(x)).get(o);
            assertThat(same.successor()).isEqualTo(outcomes.get(o).successor());
            sum += same.payoffs().isNone() ? 0 : same.payoffs().at(v);
          }
          var payoffs = outcomes.get(o).payoffs();
          assertThat(sum).isCloseTo(payoffs.isNone() ? 0 : payoffs.at(v), within(1e-14));
        }
      }
    }
  }

  private static List<Outcome> outcomes(Position position) {
    return switch (position) {
      case Decision decision -> decision.outcomes();
      case Chance chance -> chance.outcomes();
      case Simultaneous simultaneous -> simultaneous.outcomes();
      case Terminal _ -> List.of();
    };
  }
}
