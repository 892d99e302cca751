package org.servanda.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Findings;
import org.servanda.report.answer.PlainText;

/// The report as one HTML file: styles and charts inside, no script, nothing fetched.
///
/// The same answer gives the same bytes.
public final class HtmlReport {
  /// Marks files that this class wrote, so that one report may replace another.
  public static final String MARK = "<meta name=\"generator\" content=\"Servanda ";

  private HtmlReport() {}

  /// {@return the report, a complete HTML document}
  ///
  /// @param answer what it is about
  /// @param compared answers to set beside it; may be empty
  public static String of(Answer answer, List<Answer> compared) {
    var findings = Findings.of(answer);
    var charts = new Charts(answer, findings);
    String style = style();
    String title = PlainText.clean(answer.assessment().title());
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
            <title>{}: will it hold?</title>
            <style>{}</style>
            </head>
            <body>
            {}{}{}
            </body>
            </html>
            """,
            new Markup(MARK),
            answer.manifest().version(),
            new Markup(policy(style)),
            title,
            new Markup(style),
            new Front(answer, findings, charts).markup(),
            compared.isEmpty() ? Markup.NONE : Beside.markup(answer, compared),
            new Annex(answer, findings, charts).markup())
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
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from this build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading report.css", e);
    }
  }
}
