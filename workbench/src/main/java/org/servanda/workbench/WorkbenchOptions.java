package org.servanda.workbench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a workbench is started.
///
/// @param host address to listen on
/// @param port to listen on; 0 for any that is free
/// @param names further names under which it may be asked for
/// @param token that requests must carry; absent if none is needed
/// @param folder that keeps drafts and jobs; made if it is not there
/// @param catalog folder of the catalogue
/// @param version of Servanda
/// @param threads solves at the same time, at least 1
public record WorkbenchOptions(
    String host,
    int port,
    List<String> names,
    @Nullable String token,
    Path folder,
    Path catalog,
    String version,
    int threads) {
  public WorkbenchOptions {
    names = List.copyOf(names);
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", bound: 1 or more");
    }
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port is " + port + ", bound: 0 to 65535\nTry: 7080");
    }
  }
}
