package org.servanda.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Opens a file or an address in the program the system has for it, without loading a window
/// toolkit.
final class Desktop {
  private Desktop() {}

  /// {@return whether a program was started}
  ///
  /// @param what path of a file, or an address
  static boolean open(String what) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    List<String> command =
        system.contains("mac")
            ? List.of("open", what)
            : system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", what)
                : List.of("xdg-open", what);
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
