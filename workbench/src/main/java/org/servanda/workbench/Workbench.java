package org.servanda.workbench;

import java.net.Inet4Address;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.servanda.workbench.http.Door;
import org.servanda.workbench.http.Limits;
import org.servanda.workbench.http.Served;

/// A server that answers questions about agreements, and shows the page that asks them.
///
/// ```java
/// try (var workbench = Workbench.start(options)) {
///   var address = workbench.address();
/// }
/// ```
public final class Workbench implements AutoCloseable {
  private static final int MOST_TOLD = 4;

  private final WorkbenchOptions options;
  private final Served served;

  private Workbench(WorkbenchOptions options, Served served) {
    this.options = options;
    this.served = served;
  }

  /// Starts a server and goes on with the jobs that its folder keeps.
  ///
  /// @throws java.io.UncheckedIOException if the folder cannot be used
  /// @throws IllegalStateException if the port is taken
  public static Workbench start(WorkbenchOptions options) {
    var workbench = start(options, Limits.usual());
    workbench.served.warm();
    return workbench;
  }

  /// Starts a server that bears with more or less than usual.
  static Workbench start(WorkbenchOptions options, Limits limits) {
    var names = new HashSet<>(Door.LOOPBACK);
    if (OwnAddresses.isEvery(options.host())) {
      OwnAddresses.all().forEach(a -> names.add(OwnAddresses.inUrl(a)));
    } else {
      names.add(inUrl(options.host()).toLowerCase(Locale.ROOT));
    }
    options.names().forEach(n -> names.add(n.toLowerCase(Locale.ROOT)));
    return new Workbench(
        options,
        Served.start(
            new Served.Setting(
                options.host(),
                options.port(),
                new Door(names, options.token()),
                options.folder(),
                options.catalog(),
                options.version(),
                options.threads(),
                limits)));
  }

  /// {@return a token that nobody can guess}
  public static String newToken() {
    return UUID.randomUUID().toString();
  }

  /// {@return the port listened on}
  public int port() {
    return served.port();
  }

  /// {@return where the page is, with the token in the part that browsers do not send}
  public String address() {
    return addresses().getFirst();
  }

  /// {@return every address to tell others, at least one and at most four; where the server listens
  /// on all addresses of this machine, those that others can use}
  public List<String> addresses() {
    return hosts().stream().map(this::address).toList();
  }

  private List<String> hosts() {
    if (!OwnAddresses.isEvery(options.host())) {
      return List.of(inUrl(options.host()));
    }
    var reached =
        OwnAddresses.all().stream()
            .filter(a -> !a.isLinkLocalAddress() || a instanceof Inet4Address)
            .map(OwnAddresses::inUrl)
            .limit(MOST_TOLD)
            .toList();
    return reached.isEmpty() ? List.of("127.0.0.1") : reached;
  }

  private String address(String host) {
    String fragment = options.token() == null ? "" : "#token=" + options.token();
    return "http://" + host + ":" + port() + "/" + fragment;
  }

  private static String inUrl(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  /// Takes no more requests, ends trials, and stops jobs so that they go on at the next start.
  @Override
  public void close() {
    served.close();
  }
}
