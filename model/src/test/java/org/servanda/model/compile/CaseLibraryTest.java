package org.servanda.model.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.Drafts;

/// What the catalogue says happened against the coded case library, where an accord appears in it.
class CaseLibraryTest {
  private static final Path LIBRARY =
      Path.of(System.getProperty("servanda.shared"), "evidence", "cases.csv");

  /// Years are counted to a tenth in the library, and to 1 January 2026 for what still holds.
  private static final double TENTH = 0.11;

  private record Case(String id, String outcome, double yearsHeld) {}

  private static Map<String, List<Case>> bySignature() throws IOException {
    var lines = Files.readAllLines(LIBRARY);
    var header = cells(lines.getFirst());
    var cases = new HashMap<String, List<Case>>();
    for (String line : lines.subList(1, lines.size())) {
      var row = cells(line);
      cases
          .computeIfAbsent(row.get(header.indexOf("signed")), _ -> new ArrayList<>())
          .add(
              new Case(
                  row.get(header.indexOf("id")),
                  row.get(header.indexOf("outcome")),
                  Double.parseDouble(row.get(header.indexOf("years_held")))));
    }
    return cases;
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @Test
  void outcomesAndYearsHeldAreThoseOfTheLibrary() throws IOException {
    assumeTrue(
        Files.isReadable(LIBRARY),
        () -> "skipped: the case library is not at " + LIBRARY + ", it is not part of the project");
    var library = bySignature();
    int compared = 0;
    for (String accord : Drafts.accords()) {
      Scenario scenario = Drafts.accord(accord);
      var history = scenario.history();
      for (Case known : library.getOrDefault(scenario.time().start().toString(), List.of())) {
        assertThat(history).as(accord).isNotNull();
        assertThat(history.outcome().word())
            .as(accord + " " + known.id())
            .isEqualTo(known.outcome());
        assertThat(history.yearsHeld())
            .as(accord + " " + known.id())
            .isCloseTo(known.yearsHeld(), within(TENTH));
        compared++;
      }
    }
    assertThat(compared).as("accords found in the library").isGreaterThanOrEqualTo(14);
  }
}
