package org.servanda.report.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.Assessment;
import org.servanda.model.measure.Assessment.Cause;
import org.servanda.model.measure.Assessment.Component;
import org.servanda.model.measure.Assessment.Ledger;
import org.servanda.model.measure.Assessment.PathStep;
import org.servanda.model.measure.Assessment.Sensitivity;
import org.servanda.model.measure.Survival;
import org.servanda.study.finding.VariantFinding.YearBand;

/// What a reader should take away from one answer, in sentences: the terminal and the report say
/// the same things.
public final class Findings {
  private static final double HEADLINE_YEARS = 10;

  private final Answer answer;
  private final Clock clock;
  private final double years;

  private Findings(Answer answer, Clock clock, double years) {
    this.answer = answer;
    this.clock = clock;
    this.years = years;
  }

  /// Chooses the headline: the first material breach within ten years, or within the horizon if
  /// that is shorter; the first clash where there is no agreement to breach.
  ///
  /// @param answer the answer
  public static Findings of(Answer answer) {
    var survival = answer.assessment().survival();
    return new Findings(
        answer,
        survival.breach() == null ? Clock.CLASH : Clock.BREACH,
        Math.min(HEADLINE_YEARS, horizon(survival)));
  }

  /// Survival while one assumption at a time moves over its range.
  ///
  /// @param low lowest survival met
  /// @param high highest survival met
  public record Swing(double low, double high) {}

  /// {@return the clock of the headline}
  public Clock clock() {
    return clock;
  }

  /// {@return the time of the headline, in years}
  public double years() {
    return years;
  }

  /// {@return the length of the curves, in years}
  public double horizon() {
    return horizon(answer.assessment().survival());
  }

  /// {@return the years to report, up to the horizon}
  public List<Double> milestones() {
    double horizon = horizon();
    var years = DoubleStream.of(1, 5, 10, 20).filter(y -> y <= horizon).boxed();
    var list = new ArrayList<>(years.toList());
    if (list.isEmpty() || list.getLast() < Math.min(horizon, 20)) {
      list.add(horizon);
    }
    return list;
  }

  /// {@return the headline's curve}
  public Survival.Curve curve() {
    return Objects.requireNonNull(clock.of(answer.assessment().survival()));
  }

  /// {@return survival on the headline's clock at the headline's time}
  public double survival() {
    return curve().at(years);
  }

  /// {@return the verdict as a sentence}
  public String verdict() {
    Verdict verdict = Verdict.of(Math.rint(100 * survival()) / 100);
    String words = verdict.words();
    String sentence =
        isRefused()
            ? "Without an agreement, peace is "
                + words.substring(0, 1).toLowerCase(Locale.ROOT)
                + words.substring(1)
            : words;
    return "%s %s.".formatted(sentence, verdict.during(years));
  }

  /// {@return whether there is no agreement in this answer}
  public boolean isRefused() {
    return answer.assessment().survival().breach() == null;
  }

  /// {@return what was counted, as a sentence with its range}
  public String measure() {
    String subject = isRefused() ? "Peace" : "The agreement";
    String state = isRefused() ? "lasts" : "stays " + clock.state();
    var sentence =
        "%s %s for %s in %s"
            .formatted(subject, state, Numbers.years(years), Numbers.histories(survival()));
    Swing swing = swing();
    return swing == null
        ? sentence + "."
        : "%s; between %s and %s as one assumption at a time moves over its range."
            .formatted(sentence, count(swing.low()), count(swing.high()));
  }

  /// {@return what the number rests on, in one line}
  public String basis() {
    var worlds = answer.worldsWords();
    if (worlds != null) {
      return worlds.band();
    }
    return "One run, every assumption at its most plausible value"
        + exception()
        + "; no forecast band.";
  }

  /// {@return what plausible worlds make of a clock, by year; empty if none was solved}
  ///
  /// @param of the clock
  public List<YearBand> bands(Clock of) {
    var worlds = answer.worlds();
    return worlds == null
        ? List.of()
        : worlds.variants().getFirst().curves().stream()
            .filter(c -> c.clock().equals(of.key()))
            .findFirst()
            .map(c -> c.years())
            .orElse(List.of());
  }

  /// {@return how this number must not be read}
  public String caution() {
    var worlds = answer.worldsWords();
    if (worlds != null) {
      return "The number is one run with every assumption at its most plausible value"
          + exception()
          + ". "
          + worlds.band();
    }
    return "This is one run with every assumption at its most plausible value"
        + exception()
        + ". It is not a forecast band: assumptions that are wrong together can move it further.";
  }

  /// {@return what was not at its most plausible value, such as `, except precision 12, as asked`;
  /// empty if all was}
  public String exception() {
    Double precision = answer.manifest().precision();
    return precision == null ? "" : ", except precision " + Numbers.plain(precision) + ", as asked";
  }

  /// {@return whether other equilibria matter, as a sentence; empty if none was searched for}
  public String selection() {
    var selection = answer.assessment().selection();
    if (selection == null) {
      return "";
    }
    if (selection.several() == 0) {
      return String.format(
          Locale.ROOT,
          "On likely histories none was found, at %,d decisions searched.",
          selection.searched());
    }
    var otherwise = clock.of(selection.otherwise());
    return String.format(
        Locale.ROOT,
        "On likely histories, at %,d of %,d decisions searched; with it, %s instead of %s.",
        selection.several(),
        selection.searched(),
        otherwise == null ? "-" : Numbers.percent(otherwise.at(years)),
        Numbers.percent(survival()));
  }

  /// {@return which differences between alternatives mean nothing, as a sentence}
  public String gridNote() {
    double points = 100 * answer.assessment().solution().interpolationError();
    return String.format(
        Locale.ROOT,
        "Shares that differ by less than %.1f points are not told apart (grid error).",
        Math.max(0.1, points));
  }

  /// {@return how survival moves with single assumptions, largest swing first: on the headline's
  /// clock and time if that was computed, else on what was}
  public List<Sensitivity> sensitivities() {
    var all = answer.assessment().sensitivity();
    var own = all.stream().filter(this::isOfHeadline).toList();
    var shown =
        own.isEmpty() && !all.isEmpty()
            ? all.stream().filter(s -> isAlike(s, all.getFirst())).toList()
            : own;
    return shown.stream()
        .sorted(Comparator.comparingDouble(Sensitivity::swing).reversed())
        .toList();
  }

  /// What the sensitivities are about.
  ///
  /// @param clock the clock
  /// @param years the time
  /// @param survival as assumed, in [0, 1]
  public record Moved(Clock clock, double years, double survival) {
    /// {@return it in words, such as `no armed clash for 10 years`}
    public String words() {
      return clock.label() + " for " + Numbers.years(years);
    }
  }

  /// {@return what the sensitivities are about: the headline, or what was computed in its place}
  public Moved moved() {
    var all = sensitivities();
    Clock of = all.isEmpty() ? clock : Clock.named(all.getFirst().clock());
    double at = all.isEmpty() ? years : all.getFirst().years();
    var moving = of.of(answer.assessment().survival());
    return new Moved(of, at, moving == null ? 0 : moving.at(at));
  }

  private boolean isOfHeadline(Sensitivity s) {
    return s.clock().equals(clock.key()) && s.years() == years;
  }

  private static boolean isAlike(Sensitivity one, Sensitivity other) {
    return one.clock().equals(other.clock()) && one.years() == other.years();
  }

  /// {@return how far the headline moves; null when that was not computed}
  public @Nullable Swing swing() {
    var all = answer.assessment().sensitivity().stream().filter(this::isOfHeadline).toList();
    if (all.isEmpty()) {
      return null;
    }
    var ends =
        DoubleStream.concat(
                DoubleStream.of(survival()),
                all.stream().flatMapToDouble(s -> DoubleStream.of(s.low(), s.high())))
            .summaryStatistics();
    return new Swing(ends.getMin(), ends.getMax());
  }

  /// {@return the causes on one clock, most likely first, those that never act left out}
  ///
  /// @param of the clock
  public List<Cause> causes(Clock of) {
    return answer.assessment().causes().stream()
        .filter(c -> c.clock().equals(of.key()) && c.probability() > 0)
        .sorted(Comparator.comparingDouble(Cause::probability).reversed())
        .toList();
  }

  /// {@return a cause in words, its party first}
  ///
  /// @param cause the cause
  public String words(Cause cause) {
    String mechanism = PlainText.clean(cause.mechanism());
    return cause.party() == null ? mechanism : answer.name(cause.party()) + ": " + mechanism;
  }

  /// {@return who moves first when the headline ends, as a sentence}
  public String firstMover() {
    var causes = causes(clock);
    if (causes.isEmpty()) {
      return "Nothing ends it within " + Numbers.years(horizon()) + ".";
    }
    var byParty =
        causes.stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.party() == null ? "" : c.party(),
                    Collectors.summingDouble(Cause::probability)));
    var top =
        byParty.entrySet().stream()
            .max(
                Comparator.<java.util.Map.Entry<String, Double>>comparingDouble(
                        java.util.Map.Entry::getValue)
                    .thenComparing(java.util.Map.Entry::getKey))
            .orElseThrow();
    double all = byParty.values().stream().mapToDouble(Double::doubleValue).sum();
    String who = top.getKey().isEmpty() ? "no party" : answer.name(top.getKey());
    return "First to move, in %s of the histories in which it ends: %s."
        .formatted(Numbers.percent(top.getValue() / all), who);
  }

  /// {@return the situation that decides, from the party whose view comes first if it has one}
  public @Nullable Ledger ledger() {
    var ledgers = answer.assessment().ledgers();
    return ledgers.stream()
        .filter(l -> l.party().equals(answer.view()))
        .findFirst()
        .orElse(ledgers.isEmpty() ? null : ledgers.getFirst());
  }

  /// {@return the turns of a story, in order: its last step and the least likely ones before}
  ///
  /// @param steps the story
  /// @param most how many to keep, at least 1
  public static List<PathStep> turns(List<PathStep> steps, int most) {
    if (steps.size() <= most) {
      return steps;
    }
    int last = steps.size() - 1;
    return IntStream.concat(
            IntStream.of(last),
            IntStream.range(0, last)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> steps.get(i).probability()))
                .limit(most - 1)
                .mapToInt(i -> i))
        .sorted()
        .mapToObj(steps::get)
        .toList();
  }

  /// {@return the slack of compliance in a ledger: the sum of its components, in stakes}
  ///
  /// @param ledger a ledger
  public static double slack(Ledger ledger) {
    return ledger.components().stream().mapToDouble(Component::difference).sum();
  }

  /// {@return the components of a ledger that differ, the smallest added up as one where there are
  /// too many}
  ///
  /// @param ledger a ledger
  /// @param most how many to keep, at least 2
  public static List<Component> largest(Ledger ledger, int most) {
    var all =
        ledger.components().stream()
            .filter(c -> c.difference() != 0)
            .sorted(Comparator.comparingDouble((Component c) -> -Math.abs(c.difference())))
            .toList();
    if (all.size() <= most) {
      return all;
    }
    var kept = new ArrayList<>(all.subList(0, most - 1));
    var rest = all.subList(most - 1, all.size());
    kept.add(
        new Component(
            rest.size() + " smaller parts",
            rest.stream().mapToDouble(Component::compliance).sum(),
            rest.stream().mapToDouble(Component::deviation).sum()));
    return kept;
  }

  /// {@return which move is better in a ledger and by how much, as a sentence}
  ///
  /// @param ledger a ledger
  public static String slackWords(Ledger ledger) {
    double slack = slack(ledger);
    String deviation = PlainText.clean(ledger.deviation());
    return slack >= 0
        ? "To comply is better than to %s by %s stakes.".formatted(deviation, Numbers.stakes(slack))
        : "To %s is better than to comply by %s stakes."
            .formatted(deviation, Numbers.stakes(-slack));
  }

  /// {@return the average value of a party under its prior; that of its only type if it has one}
  ///
  /// @param party key of the party
  public Assessment.@Nullable PartyValue value(String party) {
    var own = answer.assessment().values().stream().filter(v -> v.party().equals(party)).toList();
    return own.stream()
        .filter(v -> v.type().equals("all") || own.size() == 1)
        .findFirst()
        .orElse(null);
  }

  private static double horizon(Survival survival) {
    return survival.clash().points().getLast().years();
  }

  private static String count(double p) {
    if (p > 0 && p < 0.005) {
      return "fewer than 1";
    }
    return p >= 0.995 && p < 1 ? "more than 99" : String.valueOf(Math.round(100 * p));
  }
}
