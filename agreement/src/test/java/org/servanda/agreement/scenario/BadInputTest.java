package org.servanda.agreement.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are no scenarios at all, and files made to do harm.
///
/// That each is refused quickly follows from the bounds these tests show: no more than 4 MiB is
/// read, nothing is built beyond 100,000 nodes or 32 levels, and lists beyond their bound are not
/// entered.
class BadInputTest {
  private static final int LONGEST = 4 * 1024 * 1024;

  @TempDir Path folder;

  private static List<Problem> problems(ScenarioReading reading) {
    assertThat(reading).isInstanceOf(ScenarioReading.Rejected.class);
    return ((ScenarioReading.Rejected) reading).problems();
  }

  private static Problem only(String text) {
    var problems = problems(ScenarioReader.read("file.yaml", text));
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  private Problem only(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file.yaml"), bytes);
    var problems = problems(ScenarioReader.read(file));
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\n", "# only a comment\n"})
  void emptyFile(String text) {
    assertThat(only(text).what()).isEqualTo("the file is empty");
  }

  @Test
  void blankDocument() {
    assertThat(only("---\n...\n").what()).contains("blank");
  }

  @Test
  void prose() {
    Problem problem = only("Dear reader, this is not a scenario.\n");
    assertThat(problem.what()).contains("the file is").contains("Dear reader");
    assertThat(problem.line()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: [a, b",
        "title: {a: 1",
        "title: \"open",
        "a: b: c",
        "{}{}",
        "title: *nobody",
        "%YAML 9.9\n---\n",
        "key\nother: 1",
        "a: 1\n b: 2",
        "- a\nb: 1",
        "@x: 1",
        "title: \"\\q\""
      })
  void notYaml(String text) {
    Problem problem = only(text);
    assertThat(problem.what()).startsWith("not YAML: ");
    assertThat(problem.tryThis()).isNotBlank();
    assertThat(problem.line()).isPositive();
    assertThat(problem.column()).isPositive();
  }

  @Test
  void tabs() {
    Problem problem = only("servanda: 1\ntime:\n\tstart: 1994-12-05\n");
    assertThat(problem.what()).isEqualTo("not YAML: a tab stands where YAML wants spaces");
    assertThat(problem.line()).isEqualTo(3);
  }

  @Test
  void secondDocument() {
    Problem problem = only("servanda: 1\n---\nservanda: 1\n");
    assertThat(problem.what()).contains("second YAML document");
    assertThat(problem.line()).isEqualTo(2);
  }

  @Test
  void aliasBomb() {
    var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String item = "*a" + (i - 1);
      text.append(
          "a%s: &a%s [%s]\n"
              .formatted(
                  i,
                  i,
                  String.join(
                      ", ", List.of(item, item, item, item, item, item, item, item, item, item))));
    }
    Problem problem = only(text.toString());
    assertThat(problem.what()).startsWith("aliases expand to more than 10,000 nodes");
    assertThat(problem.line()).as("long before the end").isLessThanOrEqualTo(5);
  }

  @Test
  void aliasInsideItself() {
    assertThat(only("title: &t [*t]\n").what()).isEqualTo("*t stands inside itself");
  }

  @Test
  void nestingIsCountedBeforeAnythingIsBuilt() {
    Problem problem = only("title: " + "[".repeat(100_000));
    assertThat(problem.what()).isEqualTo("nesting is 33 deep here, bound: 32");
  }

  @Test
  void nodesAreCountedBeforeAnythingIsBuilt() {
    assertThat(only("title: [" + "a,".repeat(300_000) + "]").what())
        .isEqualTo("the file holds more than 100,000 values and keys");
  }

  @Test
  void fileOfFiftyMegabytesIsNotRead() throws IOException {
    byte[] bytes = new byte[50 * 1024 * 1024];
    java.util.Arrays.fill(bytes, (byte) '#');
    Problem problem = only(bytes);
    assertThat(problem.what()).isEqualTo("the file has more than 4,194,304 bytes");
  }

  @Test
  void endlessFileIsReadToItsBoundOnly() {
    var problems = problems(ScenarioReader.read(Path.of("/dev/zero")));
    assertThat(problems).hasSize(1);
  }

  /// Reading takes time in proportion to the length of a value, not to its square.
  @ParameterizedTest
  @ValueSource(strings = {"x", "1", " ", "%", "é"})
  void oneValueAsLongAsTheFile(String character) {
    String value = "\"" + character.repeat(LONGEST / 2) + "\"";
    assertThat(only(Samples.SMALL.replace("title: Small", "title: " + value)).what())
        .startsWith("title ");
  }

  @Test
  void longTextIsRefused() {
    assertThat(only("#".repeat(LONGEST + 1)).what()).contains("4,194,304");
  }

  @Test
  void tenThousandClausesAreOneProblem() {
    Problem problem = only(Samples.SMALL + "  - neutrality-pledge: {by: nobody}\n".repeat(10_000));
    assertThat(problem.what()).isEqualTo("10,002 clauses, bound: 200");
    assertThat(problem.path()).isEqualTo("agreement");
  }

  @Test
  void manyUnknownKeysAreToldOnce() {
    var text = new StringBuilder(Samples.SMALL);
    for (int i = 0; i < 20_000; i++) {
      text.append("unheard-of-%s: 1\n".formatted(i));
    }
    var problems = problems(ScenarioReader.read("file.yaml", text.toString()));
    assertThat(problems).hasSize(21);
    assertThat(problems.getFirst().what()).isEqualTo("the file has 20000 keys nobody knows");
  }

  @Test
  void atMostFiveHundredProblemsAreTold() {
    String pledge = "  - {by: nobody, pledge: x, broken: never, weight: 2}\n";
    var problems =
        problems(ScenarioReader.read("f", Samples.SMALL + "record:\n" + pledge.repeat(400)));
    assertThat(problems).hasSize(501);
    assertThat(problems.getLast().what()).isEqualTo("700 more problems are not shown");
  }

  @Test
  void binaryFile() throws IOException {
    Problem problem = only(new byte[] {'a', '\n', 'b', 0, 1, 2});
    assertThat(problem.what()).isEqualTo("byte 3 is zero: this is a binary file, not text");
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(2);
  }

  @Test
  void notUtf8() throws IOException {
    Problem problem = only("title: Münster".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problem.what()).isEqualTo("byte 8 is 0xFC, which is not UTF-8");
    assertThat(problem.column()).isEqualTo(9);
  }

  @Test
  void utf16() throws IOException {
    assertThat(only("title: x".getBytes(StandardCharsets.UTF_16)).what()).contains("UTF-16");
  }

  @Test
  void byteOrderMarkIsPassedOver() throws IOException {
    Path file = folder.resolve("bom.yaml");
    Files.writeString(file, "\ufeff" + Samples.SMALL);
    assertThat(ScenarioReader.read(file)).isInstanceOf(ScenarioReading.Read.class);
    assertThat(ScenarioReader.read("x", "\ufeff" + Samples.SMALL))
        .isInstanceOf(ScenarioReading.Read.class);
  }

  @Test
  void folder() throws IOException {
    Files.writeString(folder.resolve("peace.yaml"), Samples.SMALL);
    Problem problem = problems(ScenarioReader.read(folder)).getFirst();
    assertThat(problem.what()).isEqualTo("this is a folder, not a file");
    assertThat(problem.tryThis()).endsWith("peace.yaml");
  }

  @Test
  void missingFile() throws IOException {
    Files.writeString(folder.resolve("peace.yaml"), Samples.SMALL);
    Problem problem = problems(ScenarioReader.read(folder.resolve("paece.yaml"))).getFirst();
    assertThat(problem.what()).isEqualTo("there is no such file");
    assertThat(problem.tryThis()).isEqualTo(folder.resolve("peace.yaml").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>Bold</b> & <script>alert(1)</script>",
        "\"quoted\" and 'quoted'",
        "شروط السلام",
        "שלום עכשיו",
        "和平 🕊",
        "{{template}} ${variable} %s"
      })
  void namesAreTextWhateverTheyHold(String name) {
    String text = Samples.SMALL.replace("title: Small", "title: " + quoted(name));
    Scenario scenario = ScenarioReader.read("file.yaml", text).orThrow();
    assertThat(scenario.title()).isEqualTo(name);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0007", "\u001b[31m", "\u202e", "\u2066", "\u0000", "\u0085", "\ud800"})
  void controlCharactersAreRefused(String character) {
    Problem problem = only(Samples.SMALL.replace("Small", "Sm" + character + "all"));
    assertThat(problem.what()).contains("control character U+");
    assertThat(problem.line()).isEqualTo(2);
    assertThat(problem.column()).isEqualTo(10);
    assertThat(ProblemText.of(problem).codePoints().noneMatch(c -> c == character.codePointAt(0)))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\a", "\\e", "\\u202E", "\\u2066", "\\0", "\\x07"})
  void escapedControlCharactersAreRefusedToo(String escape) {
    Problem problem = only(Samples.SMALL.replace("Small", "\"Sm" + escape + "all\""));
    assertThat(problem.what()).startsWith("title holds the ").contains("control character U+");
  }

  @Test
  void escapedControlCharactersInKeysAreRefusedToo() {
    Problem problem = only(Samples.SMALL + "alternatives: {\"a\\u202Eb\": {refuse: true}}\n");
    assertThat(problem.what())
        .isEqualTo("a key of alternatives holds the bidirectional control character U+202E");
  }

  @Test
  void namesOfTenThousandCharactersAreRefused() {
    String name = "x".repeat(10_000);
    assertThat(only(name + ": 1\n" + Samples.SMALL).what())
        .isEqualTo("not YAML: more than 1,024 characters before a \":\"");
    assertThat(only(Samples.SMALL.replace("a: {role", "a: {name: " + name + ", role")).what())
        .isEqualTo("name has 10,000 characters, bound: 200");
    assertThat(
            only(Samples.SMALL + "alternatives: {" + "x".repeat(900) + ": {refuse: true}}\n")
                .what())
        .isEqualTo("a key of alternatives has 900 characters, bound: 200");
  }

  @Test
  void messagesCutLongValues() {
    var problem = only(Samples.SMALL.replace("level: assurance", "level: " + "y".repeat(5_000)));
    assertThat(ProblemText.of(problem)).hasSizeLessThan(400);
  }

  @Test
  void everyProblemIsToldInOnePassByPlace() {
    String text =
        Samples.SMALL
            .replace("title", "titel")
            .replace("now: 2", "now: two")
            .replace("level: assurance", "level: asurance");
    var problems = problems(ScenarioReader.read("file.yaml", text));
    assertThat(problems).extracting(Problem::line).containsExactly(2, 8, 12);
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactly("", "balance.now", "agreement.2.security-guarantee.level");
    assertThat(problems).extracting(Problem::value).containsExactly("titel", "two", "asurance");
  }

  @Test
  void orThrowTellsEverything() {
    var reading = ScenarioReader.read("file.yaml", "");
    org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
        .isThrownBy(reading::orThrow)
        .withMessage(
            "file.yaml:1:1: the file is empty\n  Try: start with \"servanda: 1\" and a title");
  }
}
