package org.servanda.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// An HTML file that needs nothing else: its style inside, no script, nothing fetched.
final class Page {
  static final String MARK = "<meta name=\"generator\" content=\"Servanda ";

  private Page() {}

  /// {@return a complete HTML document}
  ///
  /// @param version of Servanda
  /// @param title without markup
  /// @param body what is shown
  static String of(String version, String title, Markup body) {
    String style = style();
    return Markup.of(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            {}{}">
            <meta http-equiv="Content-Security-Policy" content="{}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>{}</title>
            <style>{}</style>
            </head>
            <body>
            {}
            </body>
            </html>
            """,
            new Markup(MARK),
            version,
            new Markup(policy(style)),
            title,
            new Markup(style),
            body)
        .html();
  }

  /// Only this very style sheet applies; nothing is loaded, sent or framed.
  private static String policy(String style) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
      return "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"
          .formatted(Base64.getEncoder().encodeToString(hash));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading report.css", e);
    }
  }
}
