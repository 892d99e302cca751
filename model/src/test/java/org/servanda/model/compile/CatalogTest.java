package org.servanda.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.agreement.scenario.Alternative;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.Drafts;

/// Every accord of the catalogue becomes a game, as drafted and under each alternative.
class CatalogTest {
  static List<String> accords() {
    return Drafts.accords();
  }

  @Test
  void thereAreAtLeastSixteenAccordsWithAHistoryAndTwoOpenQuestions() {
    var histories =
        accords().stream().map(Drafts::accord).map(s -> s.history().outcome().word()).toList();
    assertThat(histories).filteredOn(word -> !word.equals("open")).hasSizeGreaterThanOrEqualTo(16);
    assertThat(histories).filteredOn(word -> word.equals("open")).hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("accords")
  void everyAgreementBecomesAGame(String accord) {
    var scenario = Drafts.accord(accord);
    compile(scenario, ScenarioCompiler.of(scenario, scenario.agreement(), 1));
    for (var alternative : scenario.alternatives().values()) {
      switch (alternative) {
        case Alternative.Refusal _ -> compile(scenario, ScenarioCompiler.of(scenario, null, 1));
        case Alternative.Variant(_, var agreement) ->
            compile(scenario, ScenarioCompiler.of(scenario, agreement, 1));
      }
    }
  }

  private static void compile(Scenario scenario, ScenarioCompiler compiler) {
    var compiled = compiler.compile(StateOfTheWorld.modes());
    assertThat(compiled.game().horizon())
        .isEqualTo(ScenarioCompiler.periodsPlayed(scenario.time()));
    assertThat(compiled.codebook().parties()).hasSize(scenario.parties().size());
    assertThat(compiled.codebook().spots()).hasSize(compiled.game().positions());
  }

  /// The founding question and its twin: whatever is the first principal's in one is the second's
  /// in the other. That results follow the roles is the claim of RoleSwapPropertyTest.
  @Test
  void theTwinExchangesThePrincipals() {
    var one = Drafts.accord("ukraine/2025-neutrality-for-peace.yaml");
    var twin = Drafts.accord("ukraine/2025-neutrality-for-peace-swapped.yaml");
    var game = ScenarioCompiler.of(one, one.agreement(), 1).compile(StateOfTheWorld.modes()).game();
    var swapped =
        ScenarioCompiler.of(twin, twin.agreement(), 1).compile(StateOfTheWorld.modes()).game();
    assertThat(swapped.positions()).isEqualTo(game.positions());
    for (int i = 0; i < 2; i++) {
      assertThat(swapped.types().types(1 - i)).isEqualTo(game.types().types(i));
      for (int k = 0; k < game.types().types(i); k++) {
        assertThat(swapped.prior(1 - i).at(k)).isCloseTo(game.prior(i).at(k), within(1e-12));
      }
      assertThat(swapped.discount(1 - i)).isEqualTo(game.discount(i));
    }
  }
}
