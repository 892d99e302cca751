package org.servanda.report.html;

import java.util.List;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Findings;
import org.servanda.report.answer.PlainText;

/// The report as one HTML file: styles and charts inside, no script, nothing fetched.
///
/// The same answer gives the same bytes.
public final class HtmlReport {
  /// Marks files that this class wrote, so that one report may replace another.
  public static final String MARK = Page.MARK;

  private HtmlReport() {}

  /// {@return the report, a complete HTML document}
  ///
  /// @param answer what it is about
  /// @param compared answers to set beside it; may be empty
  public static String of(Answer answer, List<Answer> compared) {
    var findings = Findings.of(answer);
    var charts = new Charts(answer, findings);
    return Page.of(
        answer.manifest().version(),
        PlainText.clean(answer.assessment().title()) + ": will it hold?",
        Markup.of(
            "{}{}{}",
            new Front(answer, findings, charts).markup(),
            compared.isEmpty() ? Markup.NONE : Beside.markup(answer, compared),
            new Annex(answer, findings, charts).markup()));
  }
}
