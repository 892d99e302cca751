package org.servanda.agreement.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

/// The schema and the reader say the same as far as a schema can.
class ScenarioSchemaTest {
  private static final Path PUBLISHED = Path.of("docs/schema/scenario.schema.json");
  private static final String MODELINE = "# yaml-language-server: $schema=";
  private static final Schema SCHEMA =
      SchemaRegistry.withDialect(Dialects.getDraft202012())
          .getSchema(ScenarioSchema.text(), InputFormat.JSON);

  /// {@return what the schema has against a text; a text that is not YAML is no concern of it}
  static List<String> schemaErrors(String yaml) {
    var settings = LoadSettings.builder().setSchema(new CoreSchema()).setAllowDuplicateKeys(true);
    settings.setTagConstructors(java.util.Map.of(new Tag("!secret"), node -> "Small"));
    Object tree = new Load(settings.build()).loadFromString(yaml);
    var json = JsonMapper.builder().build().valueToTree(tree);
    return SCHEMA
        .validate(json, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  static boolean readerAccepts(String yaml) {
    return ScenarioReader.read("sample.yaml", yaml) instanceof ScenarioReading.Read;
  }

  static List<Samples.Sample> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void schemaAndReaderAgree(Samples.Sample sample) throws YamlEngineException {
    boolean sound = sample.layer() == Samples.Layer.SOUND;
    assertThat(readerAccepts(sample.text())).as("reader accepts").isEqualTo(sound);
    var errors = schemaErrors(sample.text());
    if (sample.layer() == Samples.Layer.SHAPE) {
      assertThat(errors).as("schema").isNotEmpty();
    } else {
      assertThat(errors).as("schema").isEmpty();
    }
  }

  @Test
  void publishedSchemaIsUpToDate() throws IOException {
    Path file = Samples.root().resolve(PUBLISHED);
    if (Boolean.getBoolean("servanda.rewrite")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, ScenarioSchema.text());
    }
    assertThat(Files.readString(file))
        .as("after a change of words or parameters: run this test with -Dservanda.rewrite=true")
        .isEqualTo(ScenarioSchema.text());
  }

  @Test
  void schemaIsItselfValid() {
    var meta =
        SchemaRegistry.withDialect(Dialects.getDraft202012())
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));
    var json = JsonMapper.builder().build().readTree(ScenarioSchema.text());
    assertThat(meta.validate(json)).isEmpty();
  }

  @Test
  void examplesInTheSchemaPassIt() {
    assertThat(schemaErrors(Samples.resource("everything.yaml"))).isEmpty();
  }

  static List<Path> catalog() throws IOException {
    Path catalog = Samples.root().resolve("catalog");
    Path accords = catalog.resolve("accords");
    try (Stream<Path> files = Files.walk(catalog)) {
      return files
          .filter(f -> f.toString().endsWith(f.startsWith(accords) ? ".yaml" : ".scenario.yaml"))
          .sorted()
          .toList();
    }
  }

  /// Editors find the schema through the first line of a file, relative to it.
  @ParameterizedTest
  @MethodSource("catalog")
  void catalogEntriesNameTheirSchema(Path file) throws IOException {
    String first = Files.readAllLines(file).getFirst();
    assertThat(first).startsWith(MODELINE);
    assertThat(file.resolveSibling(first.substring(MODELINE.length())).normalize())
        .isEqualTo(Samples.root().resolve(PUBLISHED));
  }

  @ParameterizedTest
  @MethodSource("catalog")
  void catalogEntriesPassBoth(Path file) throws IOException {
    assertThat(ScenarioReader.read(file)).isInstanceOf(ScenarioReading.Read.class);
    assertThat(schemaErrors(Files.readString(file))).isEmpty();
  }
}
