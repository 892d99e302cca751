package org.servanda.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.example.Example;

class CsvTablesTest {

  @Test
  void everyRowHasAsManyCellsAsItsHeader() {
    var tables = CsvTables.of(Example.named("a,b", "c\"d", "e\nf"), List.of(Example.answer()));
    assertThat(tables).hasSizeGreaterThanOrEqualTo(13);
    tables.forEach((name, text) -> {
      var rows = parsed(text);
      assertThat(rows).as(name).hasSizeGreaterThan(1);
      assertThat(rows).as(name).allSatisfy(r -> assertThat(r).hasSameSizeAs(rows.getFirst()));
      assertThat(rows.getFirst().subList(0, 2)).containsExactly("scenario", "variant");
    });
  }

  @Test
  void numbersComeBackAsTheyWere() {
    var rows = parsed(CsvTables.of(Example.answer(), List.of()).get("survival.csv"));
    var clash = Example.answer().assessment().survival().clash().points();
    for (int i = 0; i < clash.size(); i++) {
      assertThat(Double.parseDouble(rows.get(i + 1).get(3))).isEqualTo(clash.get(i).years());
      assertThat(Double.parseDouble(rows.get(i + 1).get(5))).isEqualTo(clash.get(i).probability());
    }
  }

  @Test
  void textComesBackAsItWas() {
    String name = "a, \"quoted\"\r\nname; and '=1+1'";
    var rows = parsed(CsvTables.of(Example.named(name, "B", "C"), List.of()).get("break_path.csv"));
    assertThat(rows.get(3).get(5)).isEqualTo(name + " demands half of what B holds.");
  }

  @Test
  void whatIsNotThereIsEmpty() {
    var rows = parsed(CsvTables.of(Example.answer(), List.of()).get("survival.csv"));
    var refusal = rows.stream().filter(r -> r.get(2).equals("refusal")).toList();
    assertThat(refusal).hasSize(41).allSatisfy(r -> assertThat(r.get(4) + r.get(6)).isEmpty());
  }

  /// Reads RFC 4180: commas, quotes doubled inside quotes, records ended by carriage return and
  /// line feed.
  private static List<List<String>> parsed(String text) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (!quoted && c == '\r' && text.charAt(i + 1) == '\n') {
        row.add(cell.toString());
        cell.setLength(0);
        rows.add(List.copyOf(row));
        row.clear();
        i++;
      } else {
        cell.append(c);
      }
    }
    assertThat(cell).as("text after the last line end").isEmpty();
    return rows;
  }
}
