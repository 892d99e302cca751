package org.servanda.browser;

import com.microsoft.playwright.BrowserType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The browser of the machine; none is downloaded.
final class Chromium {
  /// Where distributions put it.
  private static final List<Path> USUAL =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/snap/bin/chromium"),
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private Chromium() {}

  /// {@return the program; null if there is none}
  static @Nullable Path found() {
    String named = System.getenv("SERVANDA_CHROMIUM");
    if (named != null) {
      return Files.isExecutable(Path.of(named)) ? Path.of(named) : null;
    }
    return USUAL.stream().filter(Files::isExecutable).findFirst().orElse(null);
  }

  /// {@return how it is started: without anything that asks the network}
  static BrowserType.LaunchOptions options(Path program) {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(program)
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
  }
}
