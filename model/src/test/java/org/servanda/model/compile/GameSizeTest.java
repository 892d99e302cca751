package org.servanda.model.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.servanda.model.Drafts;

class GameSizeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"ukraine/1994-budapest.yaml", "iran/2015-jcpoa.yaml", "korea/1953-armistice.yaml"})
  void countsAtLeastTheStatesThatCanBeReachedAndNotManyMore(String accord) {
    var scenario = Drafts.accord(accord);
    var compiler = ScenarioCompiler.of(scenario, scenario.agreement(), 3);
    var states = new HashSet<State>();
    for (var spot : compiler.compile(StateOfTheWorld.modes()).codebook().spots()) {
      if (spot instanceof Spot.Events(var state)) {
        states.add(state);
      }
    }
    long counted = compiler.size(StateOfTheWorld.modes()).states();
    assertThat(counted).isBetween((long) states.size(), 3L * states.size());
  }
}
