package org.servanda.literature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every published result of the catalogue is reproduced.
class LiteratureTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("servanda.root"), "catalog", "literature");

  static Stream<Path> results() {
    return Literature.read(FOLDER).stream()
        .map(r -> FOLDER.toAbsolutePath().relativize(r.file().toAbsolutePath()));
  }

  @ParameterizedTest
  @MethodSource("results")
  void isReproduced(Path file) {
    var reproduction = Reproduction.of(Literature.readOne(FOLDER.resolve(file)));
    assertThat(reproduction.comparisons()).isNotEmpty();
    assertThat(reproduction.comparisons())
        .allSatisfy(c -> assertThat(c.isReproduced()).as("%s, %s", c, c.difference()).isTrue());
  }
}
