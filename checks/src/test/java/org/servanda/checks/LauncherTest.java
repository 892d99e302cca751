package org.servanda.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Runs the launcher in a folder with a space in its name, with stand-ins for Java and Maven that
/// write down how they were called.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
class LauncherTest {

  private static final List<String> TOOLS =
      List.of(
          "sed",
          "dirname",
          "readlink",
          "find",
          "head",
          "grep",
          "cat",
          "mkdir",
          "rmdir",
          "rm",
          "mv",
          "cp",
          "touch",
          "sleep");

  /// Prints its own folder and its arguments, one a line, and ends as `STAND_IN_EXIT` says.
  private static final String JAVA =
      """
      #!/bin/sh
      echo "home=$(dirname "$(dirname "$0")")"
      for word in "$@"; do
        echo "<$word>"
        case $word in -XX:AOTCacheOutput=*) echo x >"${word#*=}" ;; esac
      done
      exit ${STAND_IN_EXIT:-0}
      """;

  private static final String MAVEN =
      """
      #!/bin/sh
      if [ "$1" = --version ]; then echo "Apache Maven ${STAND_IN_MAVEN:-3.8.7} (x)"; exit 0; fi
      echo "in $PWD with $JAVA_HOME: $*" >>"$STAND_IN_CALLS"
      echo "[ERROR] the stand-in fails"
      mkdir -p cli/target/app/lib && : >cli/target/servanda-cli-1.jar && : >cli/target/app/lib/x.jar
      exit ${STAND_IN_BUILD:-0}
      """;

  private record Answer(int exit, String out, String err) {}

  @TempDir private Path temp;
  private Path root;
  private Path bin;
  private Path calls;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeAProject() throws IOException {
    root = Files.createDirectories(temp.resolve("the project"));
    bin = Files.createDirectories(temp.resolve("bin"));
    calls = temp.resolve("calls");
    for (var tool : TOOLS) {
      executable(bin.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(locate(tool)));
    }
    Files.copy(Project.root().resolve("servanda"), root.resolve("servanda"));
    executable(root.resolve("servanda"), Files.readString(root.resolve("servanda")));
    executable(bin.resolve("mvn"), MAVEN);
    for (var source : List.of("pom.xml", "cli/pom.xml", "cli/src/main/java/Main.java")) {
      var file = root.resolve(source);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    Files.createDirectories(root.resolve(".mvn"));
    jdk("jdks/old", "17.0.1");
    environment.put("PATH", bin.toString());
    environment.put("HOME", temp.toString());
    environment.put("SERVANDA_JDK_FOLDERS", temp.resolve("jdks").toString());
    environment.put("STAND_IN_CALLS", calls.toString());
  }

  @Test
  void withoutAJdkItSaysWhatIsMissingAndWhatToTry() throws Exception {
    var answer = servanda("--version");
    assertThat(answer.exit()).isEqualTo(69);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .contains("JDK 25", "jdks/old", "Java 17.0.1", "Try: ", "SERVANDA_JAVA_HOME");
  }

  @Test
  void aJavaHomeThatIsTooOldDoesNotDisturb() throws Exception {
    jdk("jdks/new", "25.0.3");
    environment.put("JAVA_HOME", temp.resolve("jdks/old").toString());
    assertThat(servanda("--java-home").out()).isEqualTo(temp.resolve("jdks/new") + "\n");
  }

  @Test
  void aJavaHomeThatIsNewEnoughComesFirst() throws Exception {
    jdk("jdks/new", "25.0.3");
    jdk("elsewhere/newer", "26");
    environment.put("JAVA_HOME", temp.resolve("elsewhere/newer").toString());
    assertThat(servanda("--java-home").out()).isEqualTo(temp.resolve("elsewhere/newer") + "\n");
  }

  @Test
  void servandaJavaHomeIsNotSecondGuessed() throws Exception {
    jdk("jdks/new", "25.0.3");
    environment.put("SERVANDA_JAVA_HOME", temp.resolve("jdks/old").toString());
    var answer = servanda("--version");
    assertThat(answer.exit()).isEqualTo(69);
    assertThat(answer.err()).contains("SERVANDA_JAVA_HOME is ", "jdks/old", "Try: ");
  }

  @Test
  void itBuildsOnceAndAgainOnlyAfterAChange() throws Exception {
    jdk("jdks/new", "25.0.3");
    assertThat(servanda().err()).contains("first use");
    assertThat(root.resolve("target/app/lock")).doesNotExist();
    assertThat(servanda().err()).isEmpty();
    var source = root.resolve("cli/src/main/java/Main.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(1)));
    assertThat(servanda().err()).contains("sources have changed");
    assertThat(Files.readAllLines(calls))
        .hasSize(2)
        .allMatch(call -> call.startsWith("in %s with %s: ".formatted(root, temp + "/jdks/new")));
  }

  @Test
  void mavenArgumentsReachMavenOnce() throws Exception {
    jdk("jdks/new", "25.0.3");
    environment.put("MAVEN_ARGS", "-o -Dx=y");
    servanda();
    assertThat(Files.readString(calls)).containsOnlyOnce("-o -Dx=y");
  }

  @Test
  void withoutMavenItSaysSo() throws Exception {
    jdk("jdks/new", "25.0.3");
    Files.delete(bin.resolve("mvn"));
    var answer = servanda("--version");
    assertThat(answer.exit()).isEqualTo(69);
    assertThat(answer.err()).contains("Maven (mvn) is not on the PATH", "Try: install Maven 3.8");
  }

  @Test
  void aMavenThatIsTooOldIsNamed() throws Exception {
    jdk("jdks/new", "25.0.3");
    environment.put("STAND_IN_MAVEN", "3.6.3");
    var answer = servanda("--version");
    assertThat(answer.exit()).isEqualTo(69);
    assertThat(answer.err()).contains("3.6.3", "Try: install Maven 3.8");
  }

  @Test
  void aFailedBuildShowsItsErrorsAndNamesItsLog() throws Exception {
    jdk("jdks/new", "25.0.3");
    environment.put("STAND_IN_BUILD", "1");
    var answer = servanda("--version");
    assertThat(answer.exit()).isEqualTo(69);
    assertThat(answer.out()).isEmpty();
    var log = root.resolve("target/servanda-build.log");
    assertThat(answer.err()).contains("[ERROR] the stand-in fails", "Try: read " + log);
    assertThat(log).exists();
    assertThat(root.resolve("target/app/lock")).doesNotExist();
  }

  @Test
  void aLockLeftByADeadProcessIsTakenOver() throws Exception {
    jdk("jdks/new", "25.0.3");
    var lock = Files.createDirectories(root.resolve("target/app/lock"));
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    Files.writeString(lock.resolve("process"), Long.toString(dead.pid()));
    assertThat(servanda().exit()).isZero();
  }

  @Test
  void wordsAndExitCodePassThroughFromAnyFolderAndThroughLinks() throws Exception {
    jdk("jdks/new", "25.0.3");
    servanda();
    var links = Files.createDirectories(temp.resolve("some links"));
    Files.createSymbolicLink(links.resolve("first"), Path.of("../the project/servanda"));
    Files.createSymbolicLink(links.resolve("second"), Path.of("first"));
    environment.put("STAND_IN_EXIT", "3");
    var answer = run(links, links.resolve("second").toString(), "assess", "two words", "", "*");
    assertThat(answer.exit()).isEqualTo(3);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .endsWith("<org.servanda.cli.Main>\n<assess>\n<two words>\n<>\n<*>\n")
        .contains("<" + root.resolve("target/app/1/lib/servanda-cli-1.jar") + ":");
  }

  @Test
  void javaOptionsAndTheCacheReachJava() throws Exception {
    jdk("jdks/new", "25.0.3");
    environment.put("SERVANDA_JAVA_OPTS", "-Xmx8g -Dx=y");
    servanda();
    var cache = root.resolve("target/app/1/java-25.0.3.aot");
    assertThat(servanda().out()).contains("<-Xmx8g>\n<-Dx=y>\n", "<-XX:AOTCache=" + cache + ">");
  }

  private Answer servanda(String... words) throws Exception {
    var command = new ArrayList<>(List.of(root.resolve("servanda").toString()));
    command.addAll(List.of(words));
    return run(temp, command.toArray(String[]::new));
  }

  private Answer run(Path folder, String... command) throws Exception {
    var out = temp.resolve("out");
    var err = temp.resolve("err");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    var process = builder.start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).as("ends").isTrue();
    return new Answer(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private void jdk(String place, String version) throws IOException {
    var home = Files.createDirectories(temp.resolve(place).resolve("bin")).getParent();
    executable(home.resolve("bin/java"), JAVA);
    executable(home.resolve("bin/javac"), JAVA);
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
  }

  private static void executable(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static Path locate(String tool) {
    for (var folder : System.getenv("PATH").split(":")) {
      var file = Path.of(folder, tool);
      if (Files.isExecutable(file)) {
        return file;
      }
    }
    throw new IllegalStateException("%s is not on the PATH".formatted(tool));
  }
}
