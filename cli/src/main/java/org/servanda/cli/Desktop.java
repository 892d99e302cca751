package org.servanda.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Opens a file in the program the system has for it, without loading a window toolkit.
final class Desktop {
  private Desktop() {}

  /// {@return whether a program was started}
  static boolean open(Path file) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String path = file.toAbsolutePath().toString();
    List<String> command =
        system.contains("mac")
            ? List.of("open", path)
            : system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", path)
                : List.of("xdg-open", path);
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false; // the caller says so, with what to do instead
    }
  }
}
