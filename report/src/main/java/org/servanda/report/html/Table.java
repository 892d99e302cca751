package org.servanda.report.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table: the first column names the rows, columns of numbers are aligned to the right.
final class Table {
  /// So many columns stand under each other in a narrow place.
  private static final int MANY = 5;

  private final String caption;
  private final List<String> columns;
  private final boolean[] numeric;
  private final List<Markup> rows = new ArrayList<>();

  /// @param columns headings; those that begin with `#` head numbers
  Table(String caption, String... columns) {
    this(caption, Arrays.asList(columns));
  }

  Table(String caption, List<String> columns) {
    this.caption = caption;
    this.columns = columns.stream().map(c -> c.startsWith("#") ? c.substring(1) : c).toList();
    this.numeric = new boolean[columns.size()];
    for (int i = 0; i < numeric.length; i++) {
      numeric[i] = columns.get(i).startsWith("#");
    }
  }

  Table row(Object... cells) {
    return row(Arrays.asList(cells), "");
  }

  Table total(Object... cells) {
    return row(Arrays.asList(cells), "total");
  }

  Table row(List<?> cells, String kind) {
    var row = new ArrayList<Markup>();
    for (int i = 0; i < cells.size(); i++) {
      String label = columns.get(i);
      row.add(
          i == 0
              ? Markup.of("<th scope=\"row\">{}</th>", cells.get(i))
              : Markup.of(
                  "<td{} data-label=\"{}\">{}</td>",
                  new Markup(numeric[i] ? " class=\"n\"" : ""),
                  label.replaceAll("[\u2068\u2069]", ""),
                  cells.get(i)));
    }
    rows.add(
        Markup.of(
            "<tr{}>{}</tr>", new Markup(kind.isEmpty() ? "" : " class=\"" + kind + "\""), row));
    return this;
  }

  Markup markup() {
    var heads = new ArrayList<Markup>();
    for (int i = 0; i < columns.size(); i++) {
      heads.add(
          Markup.of(
              "<th scope=\"col\"{}>{}</th>",
              new Markup(numeric[i] ? " class=\"n\"" : ""),
              columns.get(i)));
    }
    return Markup.of(
        "<div class=\"scroll\"><table{}><caption>{}</caption><thead><tr>{}</tr></thead>"
            + "<tbody>{}</tbody></table></div>",
        new Markup(columns.size() >= MANY ? " class=\"many\"" : ""),
        caption,
        heads,
        rows);
  }
}
