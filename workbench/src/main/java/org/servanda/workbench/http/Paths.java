package org.servanda.workbench.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What is asked where, and with which methods. What is got can be asked for its headers alone.
final class Paths {
  private final RoutesConfig routes;
  private final List<Known> known = new ArrayList<>();

  private record Known(Pattern path, List<String> methods) {}

  Paths(RoutesConfig routes) {
    this.routes = routes;
  }

  void get(String path, Handler handler) {
    note(path, "GET", "HEAD");
    routes.get(path, handler);
    routes.head(path, handler);
  }

  void post(String path, Handler handler) {
    note(path, "POST");
    routes.post(path, handler);
  }

  void put(String path, Handler handler) {
    note(path, "PUT");
    routes.put(path, handler);
  }

  void delete(String path, Handler handler) {
    note(path, "DELETE");
    routes.delete(path, handler);
  }

  private void note(String path, String... methods) {
    String pattern = path.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+");
    known.add(new Known(Pattern.compile(pattern + "/?"), List.of(methods)));
  }

  /// {@return the methods that a path knows, as in `Allow`; empty if there is no such path}
  String methods(String path) {
    var methods = new TreeSet<String>();
    for (Known one : known) {
      if (one.path().matcher(path).matches()) {
        methods.addAll(one.methods());
      }
    }
    return String.join(", ", methods);
  }
}
