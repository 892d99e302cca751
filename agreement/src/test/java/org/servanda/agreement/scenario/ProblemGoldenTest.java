package org.servanda.agreement.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The messages, as one reads them. After a change: run with `-Dservanda.rewrite=true`, then read
/// the difference aloud.
class ProblemGoldenTest {
  private static final String GOLDEN =
      "agreement/src/test/resources/org/servanda/agreement/scenario/problems.txt";

  @Test
  void messagesReadAsAgreed() throws IOException {
    var transcript = new StringBuilder();
    for (Samples.Sample sample : Samples.all()) {
      transcript.append("# ").append(sample.name()).append('\n');
      switch (ScenarioReader.read("file.yaml", sample.text())) {
        case ScenarioReading.Read _ -> transcript.append("read\n");
        case ScenarioReading.Rejected(var problems) ->
            problems.forEach(p -> transcript.append(ProblemText.of(p)).append('\n'));
      }
      transcript.append('\n');
    }
    Path file = Samples.root().resolve(GOLDEN);
    if (Boolean.getBoolean("servanda.rewrite")) {
      Files.writeString(file, transcript);
    }
    assertThat(transcript.toString()).isEqualTo(Files.readString(file));
  }
}
