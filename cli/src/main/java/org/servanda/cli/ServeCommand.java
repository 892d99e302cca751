package org.servanda.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.Workbench;
import org.servanda.workbench.WorkbenchOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `servanda serve`: the workbench, a page on which clauses are changed and answers seen to move.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    synopsisHeading = "Usage:%n  ",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    description = {
      "Opens the workbench: a local page on which an agreement is changed by hand and the answer"
          + " seen to move.",
      "",
      "Listens on this machine only unless told otherwise, and asks nothing of any other machine."
          + " Drafts and jobs are kept in a folder; jobs go on after a restart. Ctrl-C stops."
    },
    footerHeading = "%n",
    footer = {
      "Examples:",
      "  servanda serve --open",
      "  servanda serve --port 8080 --folder class-of-2026",
      "  servanda serve --host 0.0.0.0 --name mediation.example.org --token-file token.txt",
      "",
      "Any address but this machine's own asks for a token: the one in the file, or one made",
      "at start and printed in the address.",
      "",
      "Exit codes: 2 bad usage, or a port or folder that cannot be used; 70 a defect of",
      "Servanda; 130 stopped by Ctrl-C."
    })
final class ServeCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 7080;
  private static final int PORTS_TRIED = 20;
  private static final int SHORTEST_TOKEN = 16;

  private final Surroundings surroundings;

  @Option(
      names = "--port",
      paramLabel = "NUMBER",
      description = "Listen here (default: " + USUAL_PORT + ", or the next that is free).")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Listen on this address (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "A name under which browsers may ask. May be given several times.")
  private List<String> names = List.of();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Ask for the token in this file, at least " + SHORTEST_TOKEN + " characters.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description =
          "Keep drafts and jobs here (default: servanda-workbench in the user's folder for data).")
  private @Nullable Path folder;

  @Option(
      names = "--threads",
      paramLabel = "NUMBER",
      description = "Solve so many games side by side (default: one per processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--open", description = "Open the page in a browser.")
  private boolean open;

  @Option(names = "--rehearse", hidden = true, paramLabel = "FILE")
  private @Nullable Path rehearsed;

  ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new Complaint("--threads is " + threads + ", bound: 1 or more", "--threads 1");
    }
    var address = address();
    String token = token(address);
    var kept = folder();
    try (var workbench =
        start(
            new WorkbenchOptions(
                host,
                freePort(address),
                names,
                token,
                kept,
                catalog(),
                Version.number(),
                threads))) {
      if (rehearsed != null) {
        Main.run(surroundings, "check", rehearsed.toString());
        Rehearsal.of(workbench, rehearsed);
        return ExitCode.DONE;
      }
      say(workbench, address, kept);
      return untilStopped(workbench);
    }
  }

  private Path catalog() {
    var catalog = surroundings.home().resolve("catalog");
    if (!Files.isDirectory(catalog.resolve("accords"))) {
      throw new Complaint(
          "there is no catalogue in " + catalog.toAbsolutePath(), "servanda from its own folder");
    }
    return catalog;
  }

  private static Workbench start(WorkbenchOptions options) {
    try {
      return Workbench.start(options);
    } catch (UncheckedIOException e) {
      throw new Complaint(
          String.valueOf(e.getMessage()), "--folder with a folder that can be written");
    }
  }

  private InetAddress address() {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new Complaint(
          "--host is \"%s\", which is no address".formatted(host), "--host 127.0.0.1");
    }
  }

  private @Nullable String token(InetAddress address) {
    if (tokenFile == null) {
      return address.isLoopbackAddress() ? null : Workbench.newToken();
    }
    try {
      String token = Files.readString(surroundings.folder().resolve(tokenFile)).strip();
      if (token.length() < SHORTEST_TOKEN || !token.matches("[\\x21-\\x7e]+")) {
        throw new Complaint(
            "the token in %s has %d characters, bound: %d or more, without spaces"
                .formatted(tokenFile, token.length(), SHORTEST_TOKEN),
            "a longer one");
      }
      return token;
    } catch (IOException e) {
      throw new Complaint("--token-file: %s cannot be read".formatted(tokenFile), "another file");
    }
  }

  private Path folder() {
    if (folder != null) {
      return surroundings.folder().resolve(folder).toAbsolutePath().normalize();
    }
    String data = System.getenv("XDG_DATA_HOME");
    Path home = Path.of(System.getProperty("user.home"));
    Path under = data == null || data.isBlank() ? home.resolve(".local/share") : Path.of(data);
    return under.resolve("servanda-workbench").toAbsolutePath().normalize();
  }

  private int freePort(InetAddress address) {
    int first = port == null ? USUAL_PORT : port;
    int last = port == null ? USUAL_PORT + PORTS_TRIED : port;
    for (int candidate = first; candidate <= last; candidate++) {
      try (var probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(address, candidate));
        return candidate;
      } catch (IOException | IllegalArgumentException taken) {
        continue; // the next one, or the complaint below
      }
    }
    throw new Complaint(
        first == last
            ? "port %d of %s cannot be listened on".formatted(first, host)
            : "ports %d to %d of %s cannot be listened on".formatted(first, last, host),
        "--port 0 for any that is free");
  }

  private void say(Workbench workbench, InetAddress address, Path kept) {
    var out = surroundings.out();
    var addresses = workbench.addresses();
    out.println("Workbench: " + addresses.getFirst());
    addresses.stream().skip(1).forEach(a -> out.println("       or: " + a));
    out.println("Folder: " + kept);
    if (!address.isLoopbackAddress()) {
      out.println("Other machines can ask, with the token in the address; it is sent unencrypted.");
    }
    out.println("Ctrl-C stops; studies under way go on at the next start.");
    out.flush();
    if (open && !surroundings.viewer().open(workbench.address())) {
      surroundings.err().println("No program was found to open the page.");
      surroundings.err().println("Try: open it in a browser.");
      surroundings.err().flush();
    }
  }

  /// Waits for the end of the process, or of this thread.
  private static int untilStopped(Workbench workbench) {
    var stopped = new CountDownLatch(1);
    var hook =
        new Thread(
            () -> {
              workbench.close();
              stopped.countDown();
            },
            "stopping");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    return ExitCode.INTERRUPTED;
  }
}
