package org.servanda.checks;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModulesTest {

  private static final Path FROZEN = Path.of("checks/src/test/resources/modules.txt");

  @Test
  void everyModuleIsNullMarked() throws IOException {
    for (var module : Project.modules()) {
      assertThat(annotations(module))
          .as("%s", module)
          .contains("Lorg/jspecify/annotations/NullMarked;");
    }
  }

  @Test
  void modulesRequireAndExportWhatIsWrittenDown() throws IOException {
    var now = new StringBuilder();
    for (var module : Project.modules()) {
      now.append(surface(module));
    }
    var written = Project.root().resolve("checks/target/modules.txt");
    Files.createDirectories(written.getParent());
    Files.writeString(written, now);
    assertThat(now.toString())
        .withFailMessage(() ->
            """
            The modules require or export something else than %s says. Now:
            %s
            Try: if the change is meant, cp checks/target/modules.txt %s\
            """
                .formatted(FROZEN, now, FROZEN))
        .isEqualTo(Files.readString(Project.root().resolve(FROZEN)));
  }

  private static Path descriptorFile(Path module) {
    return module.resolve("target/classes/module-info.class");
  }

  private static List<String> annotations(Path module) throws IOException {
    return ClassFile.of()
        .parse(descriptorFile(module))
        .findAttributes(Attributes.runtimeVisibleAnnotations())
        .stream()
        .flatMap(attribute -> attribute.annotations().stream())
        .map(annotation -> annotation.className().stringValue())
        .toList();
  }

  private static String surface(Path module) throws IOException {
    try (var in = Files.newInputStream(descriptorFile(module))) {
      var descriptor = ModuleDescriptor.read(in);
      var requires =
          descriptor.requires().stream()
              .filter(r -> !r.modifiers().contains(Requires.Modifier.MANDATED))
              .map(r -> "  requires " + words(r.modifiers()) + r.name());
      var exports = descriptor.exports().stream().map(ModulesTest::line);
      return Stream.concat(requires.sorted(), exports.sorted())
          .collect(joining("\n", descriptor.name() + "\n", "\n"));
    }
  }

  private static String line(Exports exports) {
    var to = exports.targets().isEmpty() ? "" : " to " + String.join(", ", exports.targets());
    return "  exports " + exports.source() + to;
  }

  private static String words(Set<Requires.Modifier> modifiers) {
    return modifiers.stream()
        .map(m -> m.name().toLowerCase(Locale.ROOT) + " ")
        .sorted()
        .collect(joining());
  }
}
