package org.servanda.study.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.servanda.study.design.Seeds;

/// A study that is killed again and again ends as one that was left alone.
class KilledStudyTest {
  private static final int KILLS = 20;

  @TempDir Path folder;

  @Test
  void killedTwentyTimesItEndsInTheSameBytes() throws IOException, InterruptedException {
    var killed = folder.resolve("killed");
    var random = Seeds.random(20);
    int kills = 0;
    while (kills < KILLS) {
      if (!killedWhileWriting(killed, random)) {
        break;
      }
      kills++;
    }
    assertThat(kills).as("kills before the study ended").isEqualTo(KILLS);
    finish(killed, 2);
    var whole = folder.resolve("whole");
    finish(whole, 1);
    for (String name :
        List.of("experiments.csv", "experiments.parquet", "worlds.csv", "worlds.parquet")) {
      assertThat(killed.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }
    assertThat(Files.readAllLines(whole.resolve("experiments.csv")))
        .hasSize(2 * LongStudy.WORLDS + 1);
  }

  /// Kills the study a moment after it has begun to write, without a warning.
  ///
  /// @return whether it had not ended by itself
  private static boolean killedWhileWriting(Path study, RandomGenerator random)
      throws IOException, InterruptedException {
    var process = start(study, 2);
    long before = written(study);
    while (process.isAlive() && written(study) == before) {
      process.waitFor(1, TimeUnit.MILLISECONDS);
    }
    boolean ended = process.waitFor(random.nextInt(120), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
    return !ended;
  }

  private static long written(Path study) {
    return new File(study.toFile(), "study.duckdb").length()
        + new File(study.toFile(), "study.duckdb.wal").length();
  }

  private static void finish(Path study, int threads) throws IOException, InterruptedException {
    var process = start(study, threads);
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static Process start(Path study, int threads) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath()));
    command.addAll(List.of(LongStudy.class.getName(), study.toString(), String.valueOf(threads)));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /// Tests run on the module path; the process takes everything from one class path.
  private static String classPath() {
    var tests = Path.of("target", "test-classes").toAbsolutePath().toString();
    var classes = Path.of("target", "classes").toAbsolutePath().toString();
    return Stream.of(
            tests,
            classes,
            System.getProperty("jdk.module.path", ""),
            System.getProperty("java.class.path", ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
