// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes `docs/model/parameters.md` from the table of default parameters.
///
/// Run it in the project's folder with `java docs/model/ParameterTable.java`; with `--check` it
/// writes nothing and fails if the page is out of date. It reads the notation used in that table,
/// one block per entry, and refuses a line that is not of it.
final class ParameterTable {
  private static final Path TABLE =
      Path.of("agreement/src/main/resources/org/servanda/agreement/evidence/parameters.yaml");
  private static final Path PAGE = Path.of("docs/model/parameters.md");

  private static final Pattern SECTION = Pattern.compile("(parameters|sets):");
  private static final Pattern KEY = Pattern.compile("  ([a-z][a-z0-9.-]*):");
  private static final Pattern NAMED = Pattern.compile("    ([a-z0-9-]+): (\\{.*})");
  private static final Pattern CELL = Pattern.compile("([a-z]+): ([^,}]+)");
  private static final Pattern ABOUT = Pattern.compile("about: (.*)}$");

  private record Entry(String key, String name, Map<String, String> cells, String about) {}

  private ParameterTable() {}

  public static void main(String[] arguments) throws IOException {
    var root = Path.of(System.getProperty("servanda.root", ""));
    var page = page(entries(Files.readAllLines(root.resolve(TABLE))));
    if (arguments.length == 0) {
      Files.writeString(root.resolve(PAGE), page);
    } else if (arguments.length > 1 || !arguments[0].equals("--check")) {
      System.err.println("arguments are %s\nTry: --check, or none".formatted(List.of(arguments)));
      System.exit(2);
    } else if (!page.equals(Files.readString(root.resolve(PAGE)))) {
      System.err.println(
          "%s does not say what %s says\nTry: java docs/model/ParameterTable.java"
              .formatted(PAGE, TABLE));
      System.exit(1);
    }
  }

  private static List<Entry> entries(List<String> lines) {
    var entries = new ArrayList<Entry>();
    var block = new StringBuilder();
    String key = "";
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n);
      Matcher named = NAMED.matcher(line);
      Matcher headed = KEY.matcher(line);
      if (named.matches()) {
        entries.add(entry(key, named.group(1), named.group(2)));
      } else if (headed.matches()) {
        key = headed.group(1);
      } else if (line.startsWith("    {") || !block.isEmpty() && line.startsWith("     ")) {
        block.append(line.strip()).append(' ');
        if (line.endsWith("}")) {
          entries.add(entry(key, "", block.toString().strip()));
          block.setLength(0);
        }
      } else if (!passedOver(line)) {
        throw new IllegalArgumentException(
            "%s, line %d: not in the notation of this table: %s".formatted(TABLE, n + 1, line));
      }
    }
    return entries;
  }

  private static boolean passedOver(String line) {
    return line.isBlank()
        || line.startsWith("#")
        || line.equals("servanda-parameters: 1")
        || SECTION.matcher(line).matches();
  }

  private static Entry entry(String key, String name, String block) {
    Matcher about = ABOUT.matcher(block);
    if (!about.find()) {
      throw new IllegalArgumentException("%s: %s has no about".formatted(TABLE, key));
    }
    var cells = new LinkedHashMap<String, String>();
    Matcher cell = CELL.matcher(block.substring(0, about.start()));
    while (cell.find()) {
      cells.put(cell.group(1), cell.group(2).strip());
    }
    return new Entry(key, name, cells, about.group(1).replaceAll("^\"|\"$", ""));
  }

  private static String page(List<Entry> entries) {
    var page =
        new StringBuilder(
            """
            # Parameters

            Every default of the model. This page is written by `java docs/model/ParameterTable.java` from
            [parameters.yaml](../../agreement/src/main/resources/org/servanda/agreement/evidence/parameters.yaml);
            change it there. [The model](model.md) says what each parameter does.

            - A scenario replaces a default under `assumptions:` by its key. Where *party* says yes, `KEY.PARTY`
              replaces it for one party only.
            - Unit `stake`: a share of the present value of holding the whole disputed issue for ever.
            - *Allowed*: what a scenario may write. *Low* and *high*: the plausible range, which sensitivity moves
              through; a result at the modes is one point of it.
            - *Confidence*: `V` computed from or read in a primary source; `sure`; `fairly-sure`, look it up before
              citing; `derived` by algebra or by fitting; `check`, may be wrong in detail.
            - *Source* is a key of [references.bib](../references.bib). `analyst-judgment` is nobody's finding: argue
              with it first. `servanda-calibration` is fitted together, see [the model](model.md#fitted-parameters).

            ## Defaults

            | key | unit | low | mode | high | allowed | party | source | confidence | meaning |
            | --- | --- | ---: | ---: | ---: | --- | --- | --- | --- | --- |
            """);
    entries.stream().filter(e -> e.name().isEmpty()).forEach(e -> page.append(row(e)));
    page.append(
        """

        ## Rival sets

        Where schools differ, a scenario may name a set instead of numbers: `KEY: SET` under `assumptions:`.

        | key | set | low | mode | high | source | confidence | rests on |
        | --- | --- | ---: | ---: | ---: | --- | --- | --- |
        """);
    entries.stream().filter(e -> !e.name().isEmpty()).forEach(e -> page.append(row(e)));
    return page.toString();
  }

  private static String row(Entry entry) {
    var cells = new ArrayList<String>();
    cells.add("`" + entry.key() + "`");
    cells.add(entry.name().isEmpty() ? cell(entry, "unit") : "`" + entry.name() + "`");
    for (String column : List.of("low", "mode", "high")) {
      cells.add(cell(entry, column));
    }
    if (entry.name().isEmpty()) {
      cells.add(cell(entry, "min") + " to " + cell(entry, "max"));
      cells.add(cell(entry, "party"));
    }
    cells.add("`" + cell(entry, "source") + "`");
    cells.add(cell(entry, "confidence"));
    cells.add(entry.about());
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String cell(Entry entry, String column) {
    String value = entry.cells().get(column);
    if (value == null) {
      throw new IllegalArgumentException("%s: %s has no %s".formatted(TABLE, entry.key(), column));
    }
    return value;
  }
}
