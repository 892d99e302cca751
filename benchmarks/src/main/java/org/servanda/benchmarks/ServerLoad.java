package org.servanda.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Many clients drag sliders on one server.
///
/// A client moves a slider twenty times a second for two seconds, then rests for two; as the page
/// does, it has one question under way and asks next for the newest position. A client that is
/// refused for now waits as long as it was told, at most two seconds.
public final class ServerLoad {
  private static final int STEP_MILLIS = 50;
  private static final int DRAG_STEPS = 40;
  private static final int REST_MILLIS = 2000;
  private static final int LONGEST_WAIT_MILLIS = 2000;
  private static final long KILO = 1024;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String address;
  private final String text;
  private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Double> server = new ConcurrentLinkedQueue<>();
  private volatile boolean isOver;

  private ServerLoad(String address, String text) {
    this.address = address;
    this.text = text;
  }

  /// Runs.
  ///
  /// @param args the project's folder; then, if wanted, the number of clients and of seconds
  public static void main(String[] args) throws IOException, InterruptedException {
    Path root = Path.of(args[0]);
    int clients = args.length > 1 ? Integer.parseInt(args[1]) : 64;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
    var folder = Files.createTempDirectory("servanda-load");
    long begin = System.nanoTime();
    var process =
        new ProcessBuilder(
                root.resolve("servanda").toString(),
                "serve",
                "--port",
                "0",
                "--folder",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      String said = out.readLine();
      if (said == null || !said.startsWith("Workbench: ")) {
        throw new IllegalStateException("the server did not start: " + said);
      }
      String address = said.substring("Workbench: ".length());
      var load =
          new ServerLoad(
              address,
              Files.readString(root.resolve("catalog/accords/ukraine/1994-budapest.yaml")));
      load.http.send(
          HttpRequest.newBuilder(URI.create(address)).build(),
          HttpResponse.BodyHandlers.ofString());
      System.out.printf(Locale.ROOT, "start to page: %.2f s%n", (System.nanoTime() - begin) * 1e-9);
      load.run(clients, seconds, process);
    } finally {
      process.destroy();
      boolean isGone = process.waitFor(20, TimeUnit.SECONDS);
      System.out.println(isGone ? "stopped: exit code " + process.exitValue() : "STILL RUNNING");
      process.destroyForcibly();
    }
  }

  private void run(int clients, int seconds, Process process)
      throws IOException, InterruptedException {
    warm();
    System.out.printf("before: %,d MB in use after a collection%n", inUse(process));
    var threads = new ArrayList<Thread>();
    for (int c = 0; c < clients; c++) {
      int number = c;
      threads.add(Thread.ofVirtual().start(() -> drag(number)));
    }
    for (int s = 0; s <= seconds; s++) {
      if (s % 10 == 0) {
        System.out.printf(
            Locale.ROOT, "%3d s: resident %,d MB, %s%n", s, resident(process), status());
      }
      Thread.sleep(s < seconds ? 1000 : 0);
    }
    isOver = true;
    for (var thread : threads) {
      thread.join(Duration.ofSeconds(60));
    }
    tell(clients, seconds);
    System.out.printf(
        "afterwards: %,d MB in use after a collection, %s%n", inUse(process), status());
  }

  /// A page that has been looked at for a while is what is measured.
  private void warm() {
    for (int i = 0; i < 30; i++) {
      ask("warm", 3 + i * 0.1);
    }
    counts.clear();
    millis.clear();
    server.clear();
  }

  private void drag(int client) {
    var chance = new java.util.SplittableRandom(client);
    try {
      Thread.sleep(chance.nextInt(REST_MILLIS));
      while (!isOver) {
        double from = chance.nextDouble(3, 6);
        double to = chance.nextDouble(3, 6);
        long begin = System.nanoTime();
        long length = TimeUnit.MILLISECONDS.toNanos((long) STEP_MILLIS * DRAG_STEPS);
        while (!isOver && System.nanoTime() - begin < length) {
          double share = Math.min(1, (System.nanoTime() - begin) / (double) length);
          long wait = ask("client-" + client, from + share * (to - from));
          Thread.sleep(Math.max(STEP_MILLIS, wait));
        }
        Thread.sleep(isOver ? 0 : REST_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Asks for an answer at a position of the slider.
  ///
  /// @return milliseconds to wait before asking again
  private long ask(String client, double balance) {
    String changed = text.replace("mode: 4.09", String.format(Locale.ROOT, "mode: %.4f", balance));
    var request =
        HttpRequest.newBuilder(URI.create(address + "api/v1/trials"))
            .header("Content-Type", "application/json")
            .header("Servanda-Client", client)
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString("{\"text\":" + quoted(changed) + "}"))
            .build();
    long begin = System.nanoTime();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      count(String.valueOf(answer.statusCode()));
      if (answer.statusCode() == 200) {
        millis.add((System.nanoTime() - begin) * 1e-6);
        String body = answer.body();
        int at = body.indexOf("\"seconds\":") + "\"seconds\":".length();
        server.add(1000 * Double.parseDouble(body.substring(at, body.indexOf(',', at))));
        return 0;
      }
      long wait = 1000 * answer.headers().firstValueAsLong("Retry-After").orElse(0);
      return Math.min(LONGEST_WAIT_MILLIS, wait);
    } catch (IOException e) {
      count(e.getClass().getSimpleName());
      return LONGEST_WAIT_MILLIS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void count(String what) {
    counts.computeIfAbsent(what, _ -> new AtomicInteger()).incrementAndGet();
  }

  private String status() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address + "api/v1"))
            .timeout(Duration.ofSeconds(30))
            .build();
    String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return body.substring(body.indexOf("\"load\""), body.length() - 1);
  }

  /// {@return memory of the server, in megabytes, as the system counts it; 0 where it does not say}
  private static long resident(Process process) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmRSS:"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / KILO)
        .sum();
  }

  /// {@return what is left of the server's heap after a collection, in megabytes}
  private static long inUse(Process process) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = String.valueOf(process.pid());
    new ProcessBuilder(jcmd, pid, "GC.run").start().waitFor();
    var asked = new ProcessBuilder(jcmd, pid, "GC.heap_info").start();
    try (var said = asked.inputReader(StandardCharsets.UTF_8)) {
      return said.lines()
          .filter(l -> l.contains(" total ") && l.contains("used "))
          .mapToLong(l -> Long.parseLong(l.replaceAll(".*used ([0-9]+)K.*", "$1")) / KILO)
          .sum();
    }
  }

  private void tell(int clients, int seconds) {
    System.out.printf(
        Locale.ROOT,
        "%d clients, %d s: answers and refusals %s, %.1f answers a second%n",
        clients,
        seconds,
        new TreeMap<>(counts),
        millis.size() / (double) seconds);
    System.out.println("latency of answers, ms: " + percentiles(List.copyOf(millis)));
    System.out.println("of that in the server:  " + percentiles(List.copyOf(server)));
  }

  private static String percentiles(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    if (sorted.length == 0) {
      return "none";
    }
    var text = new StringBuilder();
    for (int percent : new int[] {50, 90, 95, 99, 100}) {
      int at = Math.min(sorted.length - 1, sorted.length * percent / 100);
      text.append(String.format(Locale.ROOT, "%d%% %.0f  ", percent, sorted[at]));
    }
    return text
        + "mean "
        + String.format(Locale.ROOT, "%.0f", Arrays.stream(sorted).average().orElseThrow());
  }

  private static String quoted(String text) {
    return "\""
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t")
        + "\"";
  }
}
