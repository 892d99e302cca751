package org.servanda.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.servanda.report.answer.Answer;
import org.servanda.report.answer.Clock;
import org.servanda.report.answer.Numbers;
import org.servanda.report.answer.PlainText;
import org.servanda.report.answer.WorldsWords;
import org.servanda.study.discovery.ClassificationTree;
import org.servanda.study.discovery.Robustness;
import org.servanda.study.finding.Band;
import org.servanda.study.finding.VariantFinding;
import org.servanda.study.sensitivity.MorrisEffects;
import org.servanda.study.sensitivity.SobolIndices;

/// What plausible worlds say, for the annex.
final class Worlds {
  private static final int UNSOLVED = 10;

  private final Answer answer;
  private final WorldsWords words;
  private final Charts charts;

  private Worlds(Answer answer, WorldsWords words, Charts charts) {
    this.answer = answer;
    this.words = words;
    this.charts = charts;
  }

  /// {@return the section; nothing if no worlds were solved}
  static Markup markup(Answer answer, Charts charts) {
    var words = answer.worldsWords();
    if (words == null) {
      return Markup.NONE;
    }
    var shown = new Worlds(answer, words, charts);
    return Annex.section(
        "worlds",
        "Plausible worlds",
        words.band() + " " + words.grid(),
        Markup.of(
            "{}{}{}{}{}{}{}{}",
            shown.bands(),
            shown.drivers(),
            shown.swings(),
            shown.designed(),
            shown.boxes(),
            shown.tree(),
            shown.robustness(),
            shown.unsolved()));
  }

  private Markup bands() {
    var heads = new ArrayList<>(List.of("Agreement"));
    int years = words.findings().question().years();
    for (Clock clock : Clock.values()) {
      heads.add("#" + clock.label() + ", " + Numbers.years(years));
    }
    answer.parties().forEach(p -> heads.add("#Worth to " + PlainText.isolated(p.name())));
    var table =
        new Table("In nine worlds of ten from, the middle world, to; worth in stakes", heads);
    for (var variant : words.findings().variants()) {
      var cells = new ArrayList<Object>(List.of(PlainText.isolated(variant.name())));
      for (Clock clock : Clock.values()) {
        cells.add(
            variant.curves().stream()
                .filter(c -> c.clock().equals(clock.key()))
                .findFirst()
                .map(c -> shares(c.at(years)))
                .orElse("none"));
      }
      answer.parties().forEach(p -> cells.add(worth(variant, p.key())));
      table.row(cells, "");
    }
    return table.markup();
  }

  private static String shares(Band band) {
    return "%s, %s, %s"
        .formatted(
            Numbers.percent(band.low()),
            Numbers.percent(band.middle()),
            Numbers.percent(band.high()));
  }

  private static String worth(VariantFinding variant, String party) {
    return variant.values().stream()
        .filter(v -> v.party().equals(party))
        .findFirst()
        .map(v ->
            "%s, %s, %s"
                .formatted(
                    Numbers.stakes(v.band().low()),
                    Numbers.stakes(v.band().middle()),
                    Numbers.stakes(v.band().high())))
        .orElse("");
  }

  private Markup drivers() {
    if (words.drivers().isEmpty()) {
      return paragraph(words.idle());
    }
    var table =
        new Table(
            "What decides " + words.question(),
            "Assumption",
            "#Share of the spread it explains",
            "#Mean change of the whole distribution");
    for (var driver : words.drivers()) {
      table.row(
          words.name(driver.column()),
          WorldsWords.index(driver.first()),
          WorldsWords.index(driver.delta()));
    }
    return Markup.of(
        "{}<p class=\"source\">Intervals of 90 % by bootstrap. {}</p>",
        table.markup(), words.idle());
  }

  private static Markup paragraph(String sentences) {
    return sentences.isEmpty() ? Markup.NONE : Markup.of("<p>{}</p>", sentences);
  }

  /// The tornado of the worlds, with how sure each end is.
  private Markup swings() {
    var swings = words.swings();
    if (swings.isEmpty()) {
      return Markup.NONE;
    }
    var table =
        new Table(
            "On average over the worlds at either end of an assumption",
            "Assumption",
            "Lowest and highest fifth",
            "#Lowest",
            "#Highest");
    for (var swing : swings) {
      table.row(
          words.name(swing.column()),
          words.ends(swing),
          WorldsWords.share(swing.low()),
          WorldsWords.share(swing.high()));
    }
    return Figure.of(
        "swings",
        charts.swings(words),
        "Lo: the fifth of the worlds with the lowest values of the assumption; hi: with the"
            + " highest; all others vary. Whiskers: intervals of 90 % by bootstrap.",
        table);
  }

  private Markup designed() {
    return switch (words.findings().designed()) {
      case null -> Markup.NONE;
      case SobolIndices sobol -> designed(sobol.indices().isEmpty(), sobol(sobol));
      case MorrisEffects morris -> designed(morris.effects().isEmpty(), morris(morris));
    };
  }

  private Markup designed(boolean empty, Table table) {
    return Markup.of(
        "{}<p class=\"source\">{} Intervals of 90 % by bootstrap.</p>",
        empty ? Markup.NONE : table.markup(), words.designed());
  }

  private Table morris(MorrisEffects morris) {
    var table =
        new Table(
            "Elementary effects, in points", "Assumption", "#Size", "#Mean", "#Spread", "#Walks");
    for (var effect : morris.largestFirst()) {
      table.row(
          words.name(effect.column()),
          WorldsWords.points(effect.size()),
          WorldsWords.points(effect.mean()),
          WorldsWords.points(effect.spread()),
          "%,d".formatted(effect.walks()));
    }
    return table;
  }

  private Table sobol(SobolIndices sobol) {
    var table =
        new Table("Shares of the variance", "Assumption", "#First order", "#Total, with others");
    for (var index : sobol.indices()) {
      table.row(
          words.name(index.column()),
          WorldsWords.share(index.first()),
          WorldsWords.share(index.total()));
    }
    return table;
  }

  private Markup boxes() {
    var found = words.findings().boxes().found();
    return Markup.of(
        "<h4>Where it fails</h4><p>{} {} {}</p>{}",
        words.failures(),
        words.failing(),
        words.rule(),
        found.isEmpty()
            ? paragraph(
                words.isOfWalks() ? "" : "No combination of assumptions gathers the failures.")
            : Markup.of(
                "<ul>{}</ul>",
                found.stream().map(f -> Markup.of("<li>{}</li>", words.box(f.box()))).toList()));
  }

  private Markup tree() {
    var tree = words.findings().tree();
    return tree == null || !(tree.root() instanceof ClassificationTree.Split split)
        ? Markup.NONE
        : Markup.of(
            "<h4>The same as a tree</h4><p>It explains {} of the difference between failing and"
                + " other worlds it was not grown from.</p>{}",
            Numbers.percent(Math.max(0, tree.explained())),
            branches(split));
  }

  private Markup branches(ClassificationTree.Split split) {
    return Markup.of(
        "<ul><li>{}{}</li><li>{}{}</li></ul>",
        words.below(split) + ": ",
        node(split.below()),
        words.above(split) + ": ",
        node(split.above()));
  }

  private Markup node(ClassificationTree.Node node) {
    String fails = "fails in %d of %d worlds".formatted(node.cases().hits(), node.cases().total());
    return node instanceof ClassificationTree.Split split
        ? Markup.of("{}{}", fails, branches(split))
        : Markup.of("{}", fails);
  }

  private Markup robustness() {
    var robustness = words.findings().robustness();
    if (robustness == null || robustness.standings().isEmpty()) {
      return Markup.NONE;
    }
    var table =
        new Table(
            "No armed clash for %s, in the same worlds"
                .formatted(Numbers.years(words.findings().question().years())),
            "Agreement",
            "#Worlds in which a clash is less likely than not",
            "#On average",
            "#In the worst world",
            "#Regret, nine worlds of ten",
            "#Largest regret",
            "Best by");
    for (var standing : robustness.standings()) {
      var share = standing.satisfied();
      table.row(
          PlainText.isolated(standing.alternative()),
          "%s (%s to %s)"
              .formatted(
                  Numbers.percent(share.value()),
                  Numbers.percent(share.wilson().low()),
                  Numbers.percent(share.wilson().high())),
          Numbers.percent(standing.mean().value()),
          Numbers.percent(standing.worst()),
          "%.0f points".formatted(100 * standing.usualRegret().value()),
          "%.0f points".formatted(100 * standing.largestRegret()),
          standing.best().stream().map(Worlds::merit).collect(Collectors.joining(", ")));
    }
    return Markup.of(
        "<h4>Which holds up best</h4>{}{}", table.markup(), paragraph(words.information()));
  }

  private static String merit(Robustness.Merit merit) {
    return switch (merit) {
      case SATISFIED -> "worlds satisfied";
      case MEAN -> "average";
      case WORST -> "worst world";
      case LARGEST_REGRET -> "largest regret";
      case USUAL_REGRET -> "usual regret";
    };
  }

  private Markup unsolved() {
    var all = words.findings().failures();
    return all.isEmpty()
        ? Markup.NONE
        : Markup.of(
            "<h4>Not solved and left out: {} of {} experiments</h4><ul>{}</ul>",
            all.size(),
            words.findings().finished(),
            words.unsolved(UNSOLVED).stream().map(l -> Markup.of("<li>{}</li>", l)).toList());
  }
}
