package org.servanda.agreement.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.servanda.agreement.evidence.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The published schema holds the words of the vocabulary and no others.
class SchemaTextTest {
  private final Set<String> words = new TreeSet<>();
  private final Set<Object> seen = new HashSet<>();

  @Test
  void publishedSchemaHoldsEveryWordAndNoOther() throws IOException {
    Path root = Path.of(Objects.requireNonNull(System.getProperty("servanda.root")));
    String published = Files.readString(root.resolve("docs/schema/scenario.schema.json"));
    var inSchema = new TreeSet<String>();
    keys(JsonMapper.builder().build().readTree(published), inSchema);

    collect(Vocabulary.scenario());
    words.addAll(Parameters.standard().all().keySet());
    assertThat(words).hasSizeGreaterThan(100);
    assertThat(inSchema).isEqualTo(words);
  }

  private static void keys(JsonNode node, Set<String> found) {
    if (node.isObject() && node.has("properties")) {
      node.get("properties").propertyNames().forEach(found::add);
    }
    node.forEach(child -> keys(child, found));
  }

  private void collect(Shape shape) {
    if (!seen.add(shape)) {
      return;
    }
    switch (shape) {
      case Shape.Fields fields ->
          fields
              .fields()
              .forEach(f -> {
                words.add(f.key());
                collect(f.shape());
              });
      case Shape.Table table -> collect(table.value());
      case Shape.Items items -> collect(items.item());
      case Shape.OneOrMore some -> collect(some.item());
      case Shape.Either either -> either.forms().forEach(this::collect);
      case Shape.Choice choice -> {
        words.addAll(choice.choices().keySet());
        choice.choices().values().forEach(this::collect);
      }
      case Shape.Terms terms -> collect(terms.clauses());
      case Shape.Quantity quantity -> collect(Vocabulary.estimate(quantity));
      case Shape.Text _,
          Shape.Word _,
          Shape.Version _,
          Shape.PartyKey _,
          Shape.SourceKey _,
          Shape.Amount _,
          Shape.Plain _,
          Shape.Count _,
          Shape.Yes _,
          Shape.Day _,
          Shape.Span _,
          Shape.Moment _,
          Shape.Assumptions _ -> {}
    }
  }
}
