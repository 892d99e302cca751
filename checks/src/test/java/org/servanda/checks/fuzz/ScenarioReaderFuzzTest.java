package org.servanda.checks.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.servanda.agreement.scenario.ProblemText;
import org.servanda.agreement.scenario.ScenarioReader;
import org.servanda.agreement.scenario.ScenarioReading;

class ScenarioReaderFuzzTest {
  @FuzzTest(maxDuration = "15s")
  void anyTextIsReadOrRefused(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    switch (ScenarioReader.read("fuzz", text)) {
      case ScenarioReading.Read(var scenario) -> assertThat(scenario.parties()).isNotEmpty();
      case ScenarioReading.Rejected(var problems) -> {
        assertThat(problems).isNotEmpty();
        for (var problem : problems) {
          assertThat(problem.line()).isPositive();
          assertThat(problem.column()).isPositive();
          assertThat(problem.tryThis()).isNotBlank();
          assertThat(ProblemText.of(problem).lines()).hasSize(2);
        }
      }
    }
  }
}
