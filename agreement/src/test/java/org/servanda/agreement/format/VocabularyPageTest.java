package org.servanda.agreement.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.evidence.Parameters;

/// The tables of words in the guide come from the vocabulary. After a change: run with
/// `-Dservanda.rewrite=true`.
class VocabularyPageTest {
  private static final String FROM = "<!-- words: written by VocabularyPageTest -->\n";
  private static final String TO = "<!-- end of words -->";

  @Test
  void guideHoldsEveryWord() throws IOException {
    Path page =
        Path.of(Objects.requireNonNull(System.getProperty("servanda.root")))
            .resolve("docs/guide/scenario-file.md");
    String text = Files.readString(page);
    int from = text.indexOf(FROM) + FROM.length();
    int to = text.indexOf(TO);
    assertThat(from).isBetween(FROM.length(), to);
    if (Boolean.getBoolean("servanda.rewrite")) {
      text = text.substring(0, from) + tables() + text.substring(to);
      Files.writeString(page, text);
    }
    assertThat(text.substring(from, text.indexOf(TO))).isEqualTo(tables());
  }

  @Test
  void parametersNamedAsDefaultsExist() {
    var named = Pattern.compile("parameter ([a-z.-]*[a-z])").matcher(tables()).results().toList();
    assertThat(named).isNotEmpty();
    assertThat(named).allMatch(m -> Parameters.standard().has(m.group(1)));
  }

  private static String tables() {
    var blocks = new LinkedHashMap<String, Shape.Fields>();
    blocks.put("The file", Vocabulary.scenario());
    for (Field field : Vocabulary.scenario().fields()) {
      collect(field.key(), field.shape(), blocks);
    }
    var text = new StringBuilder("\n");
    blocks.forEach((name, fields) -> {
      text.append("### ").append(name).append("\n\n");
      text.append("| key | | what | example |\n|---|---|---|---|\n");
      for (Field field : fields.fields()) {
        text.append(row(field));
      }
      text.append('\n');
    });
    text.append(clauses());
    return text.toString();
  }

  private static void collect(String name, Shape shape, SequencedMap<String, Shape.Fields> blocks) {
    switch (shape) {
      case Shape.Fields fields -> {
        blocks.put(name, fields);
        for (Field field : fields.fields()) {
          if (!(field.shape() instanceof Shape.Quantity)) {
            collect(name + ": " + field.key(), field.shape(), blocks);
          }
        }
      }
      case Shape.Table(String _, Shape.KeyRule _, Shape.Fields value, int _) ->
          collect(name + ": each", value, blocks);
      case Shape.Items(Shape.Fields item, int _, String _) ->
          collect(name + ": each", item, blocks);
      case Shape.Either(List<Shape> forms) -> {
        for (Shape form : forms) {
          if (form instanceof Shape.Fields fields) {
            blocks.put(name + ", as " + fields.name(), fields);
          }
        }
      }
      default -> {}
    }
  }

  private static String row(Field field) {
    return "| `%s` | %s | %s%s | `%s` |\n"
        .formatted(
            field.key(),
            field.presence() == Field.Presence.REQUIRED ? "required" : "",
            field.about(),
            bounds(field.shape()),
            field.example());
  }

  private static String bounds(Shape shape) {
    return switch (shape) {
      case Shape.Word(var words) ->
          " One of " + Words.or(words.stream().map(w -> "`" + w + "`").toList()) + ".";
      case Shape.Quantity q -> " Bound: " + Words.range(q.min(), q.max()) + ".";
      case Shape.Amount a -> " Bound: " + Words.range(a.min(), a.max()) + ".";
      case Shape.Count(int min, int max) -> " Bound: " + min + " to " + max + ".";
      case Shape.Span span -> " Bound: " + span.min() + " to " + span.max() + ".";
      case Shape.Either(var forms) -> bounds(forms.getFirst());
      default -> "";
    };
  }

  private static String clauses() {
    var text = new StringBuilder("### Clauses\n\n");
    text.append("| clause | term | | what | example |\n|---|---|---|---|---|\n");
    Vocabulary.clause()
        .choices()
        .forEach((kind, terms) -> {
          text.append("| **`%s`** | | | %s | |\n".formatted(kind, ClauseVocabulary.about(kind)));
          terms.fields().forEach(f -> text.append("| ").append(row(f)));
        });
    return text.append('\n').toString();
  }
}
