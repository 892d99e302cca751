package org.servanda.workbench;

import java.util.HashSet;
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
    names.add(options.host().toLowerCase(Locale.ROOT));
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
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    String fragment = options.token() == null ? "" : "#token=" + options.token();
    return "http://" + host + ":" + port() + "/" + fragment;
  }

  /// Takes no more requests, ends trials, and stops jobs so that they go on at the next start.
  @Override
  public void close() {
    served.close();
  }
}
