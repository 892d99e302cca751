package org.servanda.workbench.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Collections;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.question.Refusal;
import org.servanda.workbench.question.Refusal.Kind;

/// The server: Jetty set to bounds, with Javalin's routes.
final class HttpServer implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger("org.servanda.workbench");
  private static final int LARGEST_HEADERS = 8 << 10;
  private static final int MOST_CONNECTIONS = 1024;
  private static final long STOP_MILLIS = 3_000;

  private final Door door;
  private final Pages pages = new Pages();
  private final Javalin javalin;
  private final SlowHeaders slowHeaders;
  private final Limits limits;
  private final int port;

  /// Starts.
  ///
  /// @param routes adds what can be asked
  HttpServer(String host, int port, Door door, Limits limits, Consumer<Paths> routes) {
    this.door = door;
    this.limits = limits;
    this.slowHeaders = new SlowHeaders(limits.slowest());
    this.javalin = Javalin.create(c -> configure(c, host, port, routes));
    javalin.start();
    this.port = javalin.port();
  }

  private void configure(JavalinConfig config, String host, int wanted, Consumer<Paths> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.http.maxRequestSize = Replies.LARGEST_BODY + 1;
    config.jetty.modifyHttpConfiguration(this::bound);
    config.jetty.modifyServer(this::bound);
    config.jetty.addConnector((server, http) -> connector(server, http, host, wanted));
    config.routes.before(this::admit);
    var known = new Paths(config.routes);
    routes.accept(known);
    for (String path : new String[] {"/", "/<path>"}) {
      config.routes.get(path, r -> page(r, known));
      config.routes.head(path, r -> page(r, known));
    }
    config.routes.exception(Refusal.class, (refusal, request) -> Replies.refuse(request, refusal));
    config.routes.exception(HttpResponseException.class, (e, r) -> refuse(e, r, known));
    config.routes.exception(Exception.class, HttpServer::defect);
  }

  private void bound(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    http.setRequestHeaderSize(LARGEST_HEADERS);
    http.setResponseHeaderSize(LARGEST_HEADERS);
    http.setIdleTimeout(limits.idle().toMillis());
  }

  private void bound(Server server) {
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(STOP_MILLIS);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.addBean(slowHeaders);
  }

  private ServerConnector connector(
      Server server, HttpConfiguration http, String host, int wanted) {
    var connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(host);
    connector.setPort(wanted);
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.addBean(slowHeaders);
    return connector;
  }

  private void admit(Context request) {
    request.header("Content-Security-Policy", pages.policy());
    request.attribute(Replies.SLOWEST, limits.slowest().toNanos());
    request.header("X-Content-Type-Options", "nosniff");
    request.header("Referrer-Policy", "no-referrer");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    door.admit(
        new Door.Caller(
            request.req().getMethod(),
            request.path(),
            Collections.list(request.req().getHeaders(HttpHeader.HOST.asString())),
            request.header("Origin"),
            request.header("Sec-Fetch-Site"),
            request.header("Authorization")));
  }

  private Pages.@Nullable Asset asset(Context request) {
    String path = request.path();
    return pages.asset(path.equals("/") ? "index.html" : path.substring(1));
  }

  private void page(Context request, Paths paths) {
    var asset = asset(request);
    if (asset == null) {
      String methods = paths.methods(request.path());
      if (!methods.isEmpty()) {
        throw wrongMethod(request, methods);
      }
      throw Refusal.of(Kind.NOT_FOUND, "there is nothing under this path", "/ or /api/v1");
    }
    request.header("ETag", asset.tag());
    request.header(
        "Cache-Control", asset.isForEver() ? "public, max-age=31536000, immutable" : "no-cache");
    request.header("Vary", "Accept-Encoding");
    String known = request.header("If-None-Match");
    if (known != null && known.contains(asset.tag())) {
      request.status(304);
      return;
    }
    request.contentType(asset.type());
    byte[] packed = asset.packed();
    if (packed != null && Replies.takesGzip(request)) {
      request.header("Content-Encoding", "gzip");
      Replies.result(request, packed);
    } else {
      Replies.result(request, asset.plain());
    }
  }

  private static Refusal wrongMethod(Context request, String methods) {
    request.header(HttpHeader.ALLOW.asString(), methods);
    return Refusal.of(
        Kind.WRONG_METHOD, "the path knows other methods: " + methods, "one of these");
  }

  private void refuse(HttpResponseException e, Context request, Paths known) {
    var kind =
        switch (e.getStatus()) {
          case 404 -> Kind.NOT_FOUND;
          case 405 -> Kind.WRONG_METHOD;
          case 413 -> Kind.TOO_LARGE;
          default -> Kind.BAD_REQUEST;
        };
    String tryThis = "the paths and methods that GET /api/v1/openapi.yaml lists";
    Replies.refuse(
        request,
        switch (kind) {
          case NOT_FOUND -> Refusal.of(kind, "there is nothing under this path", tryThis);
          case WRONG_METHOD -> {
            String methods = asset(request) == null ? known.methods(request.path()) : "GET, HEAD";
            yield methods.isEmpty()
                ? Refusal.of(Kind.NOT_FOUND, "there is nothing under this path", tryThis)
                : wrongMethod(request, methods);
          }
          default -> Refusal.of(kind, "the request cannot be understood", tryThis);
        });
  }

  private static void defect(Exception e, Context request) {
    LOGGER.log(System.Logger.Level.ERROR, "a request failed: " + request.path(), e);
    Replies.refuse(
        request,
        Refusal.of(Kind.DEFECT, "the server failed, which is a defect", "report what it logged"));
  }

  /// {@return the port listened on}
  int port() {
    return port;
  }

  /// Takes no more requests and lets those under way finish for a moment.
  @Override
  public void close() {
    javalin.stop();
    slowHeaders.close();
  }
}
