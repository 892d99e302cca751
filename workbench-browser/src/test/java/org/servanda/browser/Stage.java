package org.servanda.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.Workbench;
import org.servanda.workbench.WorkbenchOptions;

/// A server and a browser, started once for all tests.
final class Stage implements AutoCloseable {
  private static final int THREADS = 2;

  /// Long enough for anything but a full answer, on a busy machine.
  private static final double PATIENCE = 30_000;

  private final Path folder;
  private final Playwright playwright;
  private final Browser browser;
  private final int port;
  private @Nullable Workbench workbench;

  Stage(Path program) throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    folder = Files.createTempDirectory("servanda-workbench");
    workbench = Workbench.start(options(0, folder, null));
    port = workbench.port();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser = playwright.chromium().launch(Chromium.options(program));
  }

  private static WorkbenchOptions options(int at, Path folder, @Nullable String token) {
    var root = Path.of(System.getProperty("servanda.root"));
    return new WorkbenchOptions(
        "127.0.0.1", at, List.of(), token, folder, root.resolve("catalog"), "test", THREADS);
  }

  /// {@return another server, which asks for a token}
  static Workbench guarded(Path folder, String token) {
    return Workbench.start(options(0, folder, token));
  }

  /// {@return somebody in front of an empty browser, who knows nothing of earlier visits}
  Visitor visitor(int width, int height, ColorScheme scheme) {
    return visitor(width, height, scheme, port);
  }

  /// {@return the same in front of another server of this machine}
  Visitor visitor(int width, int height, ColorScheme scheme, int port) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setAcceptDownloads(true));
    return new Visitor(context, "http://127.0.0.1:" + port + "/");
  }

  /// Takes the server away.
  void lose() {
    if (workbench != null) {
      workbench.close();
      workbench = null;
    }
  }

  /// Starts it again where it was.
  void bringBack() {
    if (workbench == null) {
      workbench = Workbench.start(options(port, folder, null));
    }
  }

  @Override
  public void close() throws IOException {
    browser.close();
    playwright.close();
    lose();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
