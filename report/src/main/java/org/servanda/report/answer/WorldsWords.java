package org.servanda.report.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.agreement.evidence.Unit;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.study.discovery.Boxes;
import org.servanda.study.discovery.ClassificationTree;
import org.servanda.study.discovery.Information;
import org.servanda.study.discovery.Rules;
import org.servanda.study.discovery.Side;
import org.servanda.study.finding.Band;
import org.servanda.study.finding.Question;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.sensitivity.Driver;
import org.servanda.study.sensitivity.Index;
import org.servanda.study.sensitivity.MorrisEffects;
import org.servanda.study.sensitivity.SobolIndices;
import org.servanda.study.sensitivity.Swing;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Interval;

/// What a study says, in sentences: the terminal and the report say the same things.
///
/// @param scenario what was studied
/// @param estimates every estimate drawn, by key
/// @param findings what came out
public record WorldsWords(
    Scenario scenario, Map<String, Estimate> estimates, StudyFindings findings) {
  private static final double NOTICEABLY = 1.1;

  /// {@return where the answer lies, as a sentence}
  public String band() {
    var band = findings.band();
    if (band == null) {
      return "None of %s was solved.".formatted(worlds(findings.worlds()));
    }
    return "In nine of ten of %s from %s to %s, half above %s%s. %s"
        .formatted(
            worlds(band.worlds()),
            Numbers.percent(band.low()),
            Numbers.percent(band.high()),
            Numbers.percent(band.middle()),
            band.fromTooFew() ? " (too few to tell the ends)" : "",
            caution())
        .strip();
  }

  /// {@return the worlds drawn, such as `1,024 plausible worlds`}
  public String worlds() {
    return worlds(findings.worlds());
  }

  private String worlds(int number) {
    return (isOfWalks() ? "%,d worlds of a morris design" : "%,d plausible worlds")
        .formatted(number);
  }

  /// {@return whether worlds stand on walks, so that they are neither plausible nor independent}
  public boolean isOfWalks() {
    return findings.designed() instanceof MorrisEffects;
  }

  /// {@return why bands and shares of worlds do not say how sure the answer is, as a sentence;
  /// empty if they do}
  public String caution() {
    return isOfWalks()
        ? "Worlds of this design stand at the ends and thirds of every range, so that bands over"
            + " them are wider than over plausible worlds; they are no statement of how sure the"
            + " answer is."
        : "";
  }

  /// {@return a band in a cell, such as `2-46%`}
  public static String cell(@Nullable Band band) {
    if (band == null) {
      return "-";
    }
    String low = Numbers.percent(band.low());
    String high = Numbers.percent(band.high());
    boolean plain = !low.startsWith("<") && !low.startsWith(">") && !high.startsWith("<");
    return (plain ? low.replace("%", "") : low) + "-" + high;
  }

  /// {@return what is asked of every world, such as `no material breach for 10 years`}
  public String question() {
    return Clock.named(findings.question().clock()).label()
        + " for "
        + Numbers.years(findings.question().years());
  }

  /// {@return the assumptions that decide, the one that decides most first; those that cannot be
  /// told from idle ones are left out}
  public List<Driver> drivers() {
    return findings.drivers().told();
  }

  /// {@return how many of the estimates that move cannot be told from idle ones, as a sentence}
  public String idle() {
    int idle = findings.drivers().drivers().size() - drivers().size();
    var size = findings.drivers().size();
    String others =
        idle == 0
            ? ""
            : idle == 1
                ? "One other assumption cannot be told from one that does nothing. "
                : "%d other assumptions cannot be told from ones that do nothing. ".formatted(idle);
    return size.enough()
        ? others.strip()
        : others
            + "%,d worlds are few for this; about %,d would tell the shares to a tenth."
                .formatted(size.worlds(), size.needed());
  }

  /// {@return how the answer moves with the assumptions that decide, the widest swing first}
  public List<Swing> swings() {
    return findings.swings().of(drivers().stream().map(Driver::column).toList()).swings();
  }

  /// {@return the ends of an assumption's range that a swing compares, in words}
  public String ends(Swing swing) {
    return "up to %s, from %s"
        .formatted(
            amount(swing.column(), swing.lowUpTo()), amount(swing.column(), swing.highFrom()));
  }

  /// {@return an estimated share with its interval, such as `31% (25-38)`}
  public static String share(org.servanda.study.statistic.Estimate share) {
    return interval(share.value(), share.interval());
  }

  /// {@return a change of the answer in points with its interval, such as `3.1 (2.5-3.8)`}
  public static String points(org.servanda.study.statistic.Estimate change) {
    return "%s (%s-%s)"
        .formatted(
            points(change.value()),
            points(change.interval().low()),
            points(change.interval().high()));
  }

  /// {@return a change of the answer in points, such as `3.1`}
  ///
  /// @param change as a share, finite
  public static String points(double change) {
    return "%.1f".formatted(Math.round(1000 * change) / 10.0);
  }

  /// {@return what is read off a sample made for it, in sentences; empty if it was not}
  public String designed() {
    return switch (findings.designed()) {
      case null -> "";
      case SobolIndices sobol -> sobol(sobol);
      case MorrisEffects morris -> morris(morris);
    };
  }

  private static String morris(MorrisEffects morris) {
    String effects =
        "%,d walks, each of which moves every assumption once, alone. Size: how far the answer"
            + " moves, in points per whole range, on average; mean: the same with its direction;"
            + " spread: high where that depends on the other assumptions or is not in proportion."
            + " Worlds of one walk go together: nothing else is read off them that takes"
            + " independent worlds, such as shares of the spread and boxes.";
    boolean few = morris.caveats().stream().anyMatch(c -> c instanceof Caveat.TooFew);
    return effects.formatted(morris.walks())
        + (few ? " Assumptions with fewer than two effects are left out." : "");
  }

  private static String sobol(SobolIndices sobol) {
    return sobol.size().enough()
        ? "Sobol' indices from %,d pairs of worlds.".formatted(sobol.size().worlds())
        : "Sobol' indices from %,d pairs of worlds, too few; about %,d would tell them."
            .formatted(sobol.size().worlds(), sobol.size().needed());
  }

  /// {@return a key of an estimate in words}
  public String name(String key) {
    return EstimateWords.of(key, scenario);
  }

  /// {@return an index with its interval, such as `31% (25-38)`}
  public static String index(Index index) {
    return interval(index.value(), index.interval());
  }

  private static String interval(double value, Interval interval) {
    return "%s (%s-%s)"
        .formatted(
            Numbers.percent(value),
            Numbers.percent(interval.low()).replace("%", ""),
            Numbers.percent(interval.high()).replace("%", ""));
  }

  /// {@return a box in a sentence}
  public String box(Boxes.Box box) {
    var bounds = box.restrictions().stream().map(this::bounds).toList();
    return "%s: it fails in %d of %d such worlds, and %s of all failures are such."
        .formatted(
            String.join("; ", bounds),
            box.density().hits(),
            box.density().total(),
            Numbers.percent(box.coverage().value()));
  }

  private String bounds(Boxes.Restriction restriction) {
    String name = name(restriction.column());
    var low = restriction.low();
    var high = restriction.high();
    String column = restriction.column();
    if (low != null && high != null) {
      return name + " from " + amount(column, low) + " to " + amount(column, high);
    }
    return low != null
        ? name + " at least " + amount(column, low)
        : name + " at most " + amount(column, high == null ? Double.NaN : high);
  }

  private String amount(String column, double value) {
    var estimate = estimates.get(column);
    Unit unit = estimate == null ? Unit.NUMBER : estimate.unit();
    return Numbers.quantity(value, unit);
  }

  /// {@return the rule on two assumptions, else on one, that tells most about failing, as a
  /// sentence; empty if none tells anything}
  public String rule() {
    var rules = findings.rules();
    var rule = rules == null ? null : worthwhile(rules);
    if (rule == null || !rule.told()) {
      return "";
    }
    var sides =
        rule.thresholds().stream()
            .map(t ->
                "%s %s %s (%s to %s)"
                    .formatted(
                        name(t.column()),
                        t.side() == Side.BELOW ? "below" : "above",
                        amount(t.column(), t.value()),
                        amount(t.column(), t.interval().low()),
                        amount(t.column(), t.interval().high())))
            .toList();
    return "Rule of thumb: with %s it fails in %s of worlds; %s of all failures are such."
        .formatted(
            String.join(" and ", sides),
            Numbers.percent(rule.density().value()),
            Numbers.percent(rule.coverage().value()));
  }

  /// A second threshold is named if it tells noticeably more than one alone: in the sample at hand
  /// it always tells something.
  private static Rules.@Nullable Rule worthwhile(Rules rules) {
    var one = rules.one();
    var two = rules.two();
    return two != null && (one == null || two.gain() > NOTICEABLY * one.gain()) ? two : one;
  }

  /// {@return the side of a split below its cut, in words}
  public String below(ClassificationTree.Split split) {
    return name(split.column()) + " below " + amount(split.column(), split.cut());
  }

  /// {@return the other side of a split, in words}
  public String above(ClassificationTree.Split split) {
    return name(split.column()) + " at least " + amount(split.column(), split.cut());
  }

  /// {@return the assumption most worth knowing before choosing, as a sentence; empty if there is
  /// nothing to choose among}
  public String information() {
    var information = findings.information();
    if (information == null || information.chosen() == null || information.perfect() == null) {
      return "";
    }
    var told = information.columns().stream().filter(Information.Column::told).toList();
    String best =
        "“%s” sees the fewest histories with a clash on average"
            .formatted(PlainText.clean(information.chosen()));
    if (told.isEmpty()) {
      return "%s; knowing any single assumption better would hardly change that choice."
          .formatted(best);
    }
    var first = told.getFirst();
    return "%s; knowing %s before choosing would be worth %.1f points of it, knowing all %.1f."
        .formatted(
            best,
            name(first.column()),
            100 * first.gain().value(),
            100 * information.perfect().value());
  }

  /// {@return when an agreement counts as failing in a world, as a sentence}
  public String failing() {
    Question question = findings.question();
    return "A world counts as failing when fewer than %.0f of 100 histories see %s."
        .formatted(100 * question.fails(), question());
  }

  /// {@return how many worlds fail, as a sentence}
  public String failures() {
    var boxes = findings.boxes();
    return "%,d of %,d worlds fail.".formatted(boxes.cases(), boxes.worlds());
  }

  /// {@return how far the grid is from a finer one, as a sentence; empty if not looked at}
  public String grid() {
    var grid = findings.grid();
    return grid == null
        ? ""
        : "Solved on a coarse grid: %.1f points at most from the fine one, %.1f on average, in %d worlds solved on both."
            .formatted(100 * grid.largest(), 100 * grid.mean(), grid.worlds());
  }

  /// {@return the experiments that did not solve, one line each, at most so many}
  ///
  /// @param most how many
  public List<String> unsolved(int most) {
    var lines = new ArrayList<String>();
    for (var failure : findings.failures().stream().limit(most).toList()) {
      lines.add(
          "world %d, %s: %s"
              .formatted(
                  failure.experiment().world(),
                  PlainText.clean(findings.variants().get(failure.experiment().variant()).name()),
                  failure.reason().lines().findFirst().orElse("")));
    }
    return lines;
  }
}
