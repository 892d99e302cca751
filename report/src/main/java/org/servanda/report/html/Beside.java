package org.servanda.report.html;

import java.util.ArrayList;
import java.util.List;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Comparison;

/// Several answers side by side, ending with what differs.
final class Beside {
  private Beside() {}

  static Markup markup(Answer answer, List<Answer> compared) {
    var comparison = Comparison.of(answer, compared);
    var heads = new ArrayList<>(List.of(""));
    comparison.names().forEach(n -> heads.add("#" + n));
    var table = new Table("Side by side", heads);
    for (var row : comparison.rows()) {
      var cells = new ArrayList<Object>(List.of(row.label()));
      cells.addAll(row.cells());
      table.row(cells, row.isHeading() ? "total" : "");
    }
    var differences =
        comparison.differences().stream().map(d -> Markup.of("<li>{}</li>", d)).toList();
    return Markup.of(
        "<section id=\"compared\" class=\"compared\"><h2>Side by side</h2><p"
            + " class=\"deck\">{}</p>{}<h3>What differs</h3><ul>{}</ul></section>",
        comparison.finding(),
        table.markup(),
        differences);
  }
}
