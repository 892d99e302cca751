package org.servanda.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeCommandTest {
  private static final Pattern ADDRESS = Pattern.compile("Workbench: http://127.0.0.1:(\\d+)/\\R");

  @TempDir private Path folder;

  @BeforeEach
  void makeACatalog() throws IOException {
    Files.createDirectories(folder.resolve("catalog/accords"));
  }

  @Test
  void itSaysWhereThePageIsAndServesItUntilStopped() throws Exception {
    var bench = new Bench(folder);
    var code = new CompletableFuture<Integer>();
    var command =
        Thread.ofPlatform()
            .start(() ->
                code.complete(bench.run("serve", "--port", "0", "--folder", "kept", "--open")));
    var said = ADDRESS.matcher(bench.out());
    while (!said.find()) {
      assertThat(code).isNotDone();
      Thread.sleep(20);
      said = ADDRESS.matcher(bench.out());
    }
    int port = Integer.parseInt(said.group(1));
    assertThat(ask(port)).startsWith("HTTP/1.1 200 ").contains("<title>");
    while (bench.opened.isEmpty()) {
      Thread.sleep(20);
    }
    command.interrupt();
    assertThat(code.get()).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(bench.opened).containsExactly("http://127.0.0.1:" + port + "/");
    assertThat(bench.out()).contains("Folder: " + folder.resolve("kept"));
    assertThat(folder.resolve("kept/jobs")).isDirectory();
  }

  private static String ask(int port) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      String request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() throws IOException {
    var bench = new Bench(folder);
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThat(bench.run("serve", "--port", String.valueOf(port), "--folder", "kept"))
          .isEqualTo(ExitCode.BAD_INPUT);
      assertThat(bench.err()).contains("port " + port, "Try: --port 0");
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsSaid() throws IOException {
    var bench = new Bench(folder);
    Files.writeString(folder.resolve("kept"), "a file");
    assertThat(bench.run("serve", "--port", "0", "--folder", "kept")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("kept", "Try: --folder");
  }

  @Test
  void aShortTokenIsRefused() throws IOException {
    var bench = new Bench(folder);
    Files.writeString(folder.resolve("token"), "too short\n");
    assertThat(bench.run("serve", "--token-file", "token")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("9 characters", "bound: 16").doesNotContain("too short");
  }

  @Test
  void withoutACatalogueThereIsNothingToServe() throws IOException {
    var bench = new Bench(folder);
    Files.delete(folder.resolve("catalog/accords"));
    assertThat(bench.run("serve", "--port", "0", "--folder", "kept")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("no catalogue", "Try: ");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    var bench = new Bench(folder);
    assertThat(bench.run("serve", "--host", "no host")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(bench.err()).contains("--host", "Try: ");
  }
}
