package org.servanda.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.agreement.ClauseKind;
import org.servanda.agreement.evidence.Bibliography;
import org.servanda.agreement.evidence.Parameters;
import org.servanda.agreement.evidence.RivalSet;
import org.servanda.agreement.scenario.ScenarioReader;
import org.servanda.agreement.scenario.ScenarioReading;

/// Numbers, sources and clauses of the program against the documents that speak of them.
class EvidenceTest {

  private static final Path MODEL = Project.root().resolve("docs/model/model.md");
  private static final Path PARAMETERS = Project.root().resolve("docs/model/parameters.md");
  private static final Path REFERENCES = Project.root().resolve("docs/references.bib");

  private static final Pattern REFERENCE = Pattern.compile("(?m)^@\\w+\\{([^,]+),");
  private static final Pattern CODE = Pattern.compile("`([^`\\s]+)`");

  /// What a key of a publication looks like: names, then the year.
  private static final String CITATION = "[a-z]+(-[a-z]+)*-(18|19|20)\\d\\d";

  /// Numbers that every scenario states itself, so that they have no default.
  private static final Set<String> STATED = Set.of("balance.now");

  @Test
  void thePageOfParametersIsWrittenFromTheTable() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(java, "docs/model/ParameterTable.java", "--check")
            .directory(Project.root().toFile())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).withFailMessage(output).isZero();
  }

  @Test
  void thePageOfParametersLeavesNoneOut() throws IOException {
    var rows = Files.readAllLines(PARAMETERS);
    var starts = new ArrayList<String>();
    for (var parameter : Parameters.standard().all().values()) {
      starts.add("| `%s` | %s |".formatted(parameter.key(), parameter.unit().word()));
    }
    for (var set : Parameters.standard().sets()) {
      starts.add("| `%s` | `%s` |".formatted(set.key(), set.name()));
    }
    assertThat(starts).isNotEmpty();
    assertThat(starts).allMatch(start -> rows.stream().anyMatch(row -> row.startsWith(start)));
  }

  @Test
  void theModelSaysWhatEveryParameterDoes() throws IOException {
    assertThat(code(MODEL)).containsAll(Parameters.standard().all().keySet());
  }

  @Test
  void documentsNameParametersThatThereAre() throws IOException {
    var keys = Parameters.standard().all().keySet();
    var groups = keys.stream().map(EvidenceTest::group).toList();
    var unknown = new ArrayList<String>();
    for (var document : documents()) {
      for (var word : code(document)) {
        var looksLikeOne = word.matches("[a-z-]+(\\.[a-z-]+)+") && groups.contains(group(word));
        if (looksLikeOne && !keys.contains(word) && !STATED.contains(word)) {
          unknown.add("%s: %s".formatted(Project.root().relativize(document), word));
        }
      }
    }
    assertThat(unknown).as("keys of parameters that there are not").isEmpty();
  }

  @Test
  void theModelSaysWhatEveryClauseDoes() throws IOException {
    var rows = Files.readAllLines(MODEL);
    assertThat(ClauseKind.values())
        .extracting(kind -> "| `%s`".formatted(kind.word()))
        .allMatch(start -> rows.stream().anyMatch(row -> row.startsWith(start)));
  }

  @Test
  void referencesHoldExactlyWhatIsCited() throws IOException {
    var cited = new TreeSet<>(Bibliography.standard().sources().keySet());
    cited.addAll(catalogSources());
    cited.addAll(citations());
    assertThat(references()).doesNotHaveDuplicates();
    assertThat(references()).containsAll(cited);
    assertThat(cited).containsAll(references());
  }

  private static List<String> references() throws IOException {
    return REFERENCE
        .matcher(Files.readString(REFERENCES))
        .results()
        .map(entry -> entry.group(1))
        .toList();
  }

  private static Set<String> catalogSources() {
    var catalog = Project.root().resolve("catalog");
    var keys = new TreeSet<String>();
    for (var file : Project.files(".yaml")) {
      if (file.startsWith(catalog)
          && ScenarioReader.read(file) instanceof ScenarioReading.Read(var scenario)) {
        keys.addAll(scenario.sources().keySet());
      }
    }
    return keys;
  }

  /// The publications that documents cite; a rival set may be named like one.
  private static Set<String> citations() throws IOException {
    var sets = Parameters.standard().sets().stream().map(RivalSet::name).toList();
    var keys = new TreeSet<String>();
    for (var document : documents()) {
      for (var word : code(document)) {
        if (word.matches(CITATION) && !sets.contains(word)) {
          keys.add(word);
        }
      }
    }
    return keys;
  }

  private static List<Path> documents() {
    var folder = Project.root().resolve("docs");
    return Project.files(".md").stream().filter(file -> file.startsWith(folder)).toList();
  }

  private static String group(String key) {
    return Arrays.asList(key.split("\\.")).getFirst();
  }

  /// What a document sets as code.
  private static List<String> code(Path document) throws IOException {
    return CODE.matcher(Files.readString(document)).results().map(c -> c.group(1)).toList();
  }
}
