package org.servanda.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.Problem;
import org.servanda.agreement.scenario.ScenarioReader;
import org.servanda.agreement.scenario.ScenarioReading;

class ExamplesTest {

  /// Fewer files than this means that they were looked for in the wrong place.
  private static final int ACCORDS_AT_LEAST = 16;

  /// A block of a document that shows a whole scenario.
  private static final Pattern SCENARIO = Pattern.compile("(?ms)^```yaml\\R(servanda:.*?)^```");

  @Test
  void everyAccordOfTheCatalogueIsAScenario() {
    var catalog = Project.root().resolve("catalog");
    var results = catalog.resolve("literature");
    var claims = catalog.resolve("propositions");
    var accords =
        Project.files(".yaml").stream()
            .filter(file -> file.startsWith(catalog) && !file.startsWith(claims))
            .filter(file -> !file.startsWith(results) || file.toString().endsWith(".scenario.yaml"))
            .toList();
    assertThat(accords).hasSizeGreaterThanOrEqualTo(ACCORDS_AT_LEAST);
    assertThat(accords.stream().flatMap(file -> problems(ScenarioReader.read(file)).stream()))
        .isEmpty();
  }

  @Test
  void everyAccordIsInTheIndex() throws IOException {
    var accords = Project.root().resolve("catalog/accords");
    var index = Files.readString(accords.resolve("README.md"));
    assertThat(Project.files(".yaml").stream().filter(file -> file.startsWith(accords)))
        .extracting(file -> "(" + accords.relativize(file) + ")")
        .allMatch(index::contains);
  }

  @Test
  void everyScenarioInADocumentIsOne() throws IOException {
    var problems = new ArrayList<String>();
    for (var document : Project.files(".md")) {
      SCENARIO
          .matcher(Files.readString(document))
          .results()
          .map(block -> ScenarioReader.read(document.toString(), block.group(1)))
          .forEach(reading -> problems.addAll(problems(reading)));
    }
    assertThat(problems).isEmpty();
  }

  private static List<String> problems(ScenarioReading reading) {
    return switch (reading) {
      case ScenarioReading.Read _ -> List.of();
      case ScenarioReading.Rejected rejected ->
          rejected.problems().stream().map(Problem::toString).toList();
    };
  }
}
