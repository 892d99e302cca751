package org.servanda.report.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.servanda.agreement.evidence.Estimate;
import org.servanda.model.measure.Assessment;

/// Several answers side by side: the same rows for each, then what differs between the files.
///
/// @param names one per column, told apart if titles are equal
/// @param finding which lasts longest, as a sentence
/// @param rows figures
/// @param differences one sentence each: results, clauses, parties, numbers
public record Comparison(
    List<String> names, String finding, List<Row> rows, List<String> differences) {
  private static final int NUMBERS = 12;

  /// One line of the comparison.
  ///
  /// @param label what it shows
  /// @param cells one per answer
  /// @param isHeading whether it opens a group of rows
  public record Row(String label, List<String> cells, boolean isHeading) {}

  /// Sets answers side by side.
  ///
  /// @param first the one the others are measured against
  /// @param others at least one
  public static Comparison of(Answer first, List<Answer> others) {
    var all = Stream.concat(Stream.of(first), others.stream()).toList();
    var names = names(all);
    var differences = new ArrayList<String>();
    for (int i = 1; i < all.size(); i++) {
      lasting(first, all.get(i), names.getFirst(), names.get(i), differences);
      clauses(first, all.get(i), names.getFirst(), names.get(i), differences);
      parties(first, all.get(i), names.getFirst(), names.get(i), differences);
      numbers(first, all.get(i), names.getFirst(), names.get(i), differences);
    }
    return new Comparison(names, finding(all, names), rows(all), differences);
  }

  /// Titles if they tell the answers apart, else files, else numbered files.
  private static List<String> names(List<Answer> all) {
    var titles = all.stream().map(Comparison::title).toList();
    var files = all.stream().map(a -> a.manifest().file()).toList();
    var names = new ArrayList<String>();
    for (int i = 0; i < all.size(); i++) {
      names.add(
          PlainText.isolated(
              isDistinct(titles)
                  ? titles.get(i)
                  : isDistinct(files) ? files.get(i) : (i + 1) + ": " + files.get(i)));
    }
    return names;
  }

  private static boolean isDistinct(List<String> names) {
    return names.stream().distinct().count() == names.size();
  }

  private static String title(Answer answer) {
    var assessment = answer.assessment();
    return assessment.variant().equals("as drafted")
        ? assessment.title()
        : assessment.title() + ", " + assessment.variant();
  }

  private static String finding(List<Answer> all, List<String> names) {
    double years = years(all);
    Clock clock = clock(all);
    int best = 0;
    int worst = 0;
    for (int i = 1; i < all.size(); i++) {
      double own = survival(all.get(i), clock, years);
      best = own > survival(all.get(best), clock, years) ? i : best;
      worst = own < survival(all.get(worst), clock, years) ? i : worst;
    }
    double most = survival(all.get(best), clock, years);
    boolean level = Math.round(100 * (most - survival(all.get(worst), clock, years))) == 0;
    return "%s: %s, for %s in %s. Single runs, not forecast bands."
        .formatted(
            level ? "Equally long " + clock.state() : "Longest " + clock.state(),
            level ? "all" : names.get(best),
            Numbers.years(years),
            Numbers.histories(most));
  }

  /// The clock that all can be measured on.
  private static Clock clock(List<Answer> all) {
    return all.stream().allMatch(a -> a.assessment().survival().breach() != null)
        ? Clock.BREACH
        : Clock.CLASH;
  }

  private static double years(List<Answer> all) {
    return all.stream().mapToDouble(a -> Findings.of(a).years()).min().orElse(0);
  }

  private static double survival(Answer answer, Clock clock, double years) {
    var curve = clock.of(answer.assessment().survival());
    return curve == null ? 0 : curve.at(years);
  }

  private static List<Row> rows(List<Answer> all) {
    var rows = new ArrayList<Row>();
    double horizon = all.stream().mapToDouble(a -> Findings.of(a).horizon()).min().orElse(0);
    for (Clock clock : Clock.values()) {
      rows.add(new Row(clock.label() + " for", all.stream().map(_ -> "").toList(), true));
      for (double years : Findings.of(all.getFirst()).milestones()) {
        if (years <= horizon) {
          rows.add(new Row(Numbers.years(years), lasts(all, clock, years), false));
        }
      }
    }
    rows.add(new Row("who moves first", all.stream().map(Comparison::first).toList(), true));
    rows.add(new Row("worth, in stakes", all.stream().map(_ -> "").toList(), true));
    for (String party : keys(all)) {
      rows.add(new Row(name(all, party), all.stream().map(a -> worth(a, party)).toList(), false));
    }
    return rows;
  }

  private static List<String> lasts(List<Answer> all, Clock clock, double years) {
    return all.stream()
        .map(a -> clock.of(a.assessment().survival()))
        .map(c -> c == null ? "none" : Numbers.percent(c.at(years)))
        .toList();
  }

  private static String first(Answer answer) {
    var causes = Findings.of(answer).causes(Findings.of(answer).clock());
    if (causes.isEmpty()) {
      return "nobody";
    }
    String party = causes.getFirst().party();
    return party == null ? PlainText.clean(causes.getFirst().mechanism()) : answer.name(party);
  }

  private static SequencedSet<String> keys(List<Answer> all) {
    var keys = new LinkedHashSet<String>();
    all.forEach(a -> a.parties().forEach(p -> keys.add(p.key())));
    return keys;
  }

  private static String name(List<Answer> all, String party) {
    return all.stream()
        .filter(a -> has(a, party))
        .map(a -> a.name(party))
        .findFirst()
        .orElse(party);
  }

  private static boolean has(Answer answer, String party) {
    return answer.assessment().parties().stream().anyMatch(p -> p.key().equals(party));
  }

  private static String worth(Answer answer, String party) {
    var value = Findings.of(answer).value(party);
    return value == null ? "" : Numbers.stakes(value.value());
  }

  private static void lasting(
      Answer first, Answer other, String firstName, String otherName, List<String> out) {
    Clock clock = clock(List.of(first, other));
    double years = years(List.of(first, other));
    double gain = survival(other, clock, years) - survival(first, clock, years);
    long points = Math.round(100 * Math.abs(gain));
    out.add(
        points == 0
            ? "%s and %s: %s for %s equally often."
                .formatted(firstName, otherName, clock.label(), Numbers.years(years))
            : "%s has %s for %s in %d more of 100 histories than %s."
                .formatted(
                    gain > 0 ? otherName : firstName,
                    clock.label(),
                    Numbers.years(years),
                    points,
                    gain > 0 ? firstName : otherName));
  }

  private static void clauses(
      Answer first, Answer other, String firstName, String otherName, List<String> out) {
    clausesOnlyIn(first, other, firstName, out);
    clausesOnlyIn(other, first, otherName, out);
  }

  /// Clauses of one answer that the other does not have, whatever its parties are called there.
  private static void clausesOnlyIn(Answer one, Answer other, String name, List<String> out) {
    var words = ClauseWords.of(one.scenario().agreement(), one.scenario());
    var keyed = ClauseWords.keyed(one.scenario().agreement(), one.scenario());
    var there = ClauseWords.keyed(other.scenario().agreement(), other.scenario());
    for (int i = 0; i < keyed.size(); i++) {
      if (!there.contains(keyed.get(i))) {
        out.add("Only in " + name + ": " + words.get(i));
      }
    }
  }

  private static void parties(
      Answer first, Answer other, String firstName, String otherName, List<String> out) {
    for (var party : first.assessment().parties()) {
      if (!has(other, party.key())) {
        out.add("Party only in " + firstName + ": " + first.name(party.key()) + ".");
      }
    }
    for (var party : other.assessment().parties()) {
      if (!has(first, party.key())) {
        out.add("Party only in " + otherName + ": " + other.name(party.key()) + ".");
      }
    }
  }

  private static void numbers(
      Answer first, Answer other, String firstName, String otherName, List<String> out) {
    int differing = 0;
    for (var assumption : first.assessment().assumptions()) {
      Estimate here = assumption.estimate();
      for (Assessment.Assumption there : other.assessment().assumptions()) {
        boolean same = there.estimate().key().equals(here.key());
        if (same && there.value() != assumption.value() && differing++ < NUMBERS) {
          out.add(
              "%s: %s in %s, %s in %s."
                  .formatted(
                      EstimateWords.of(here.key(), first.scenario()),
                      Numbers.quantity(assumption.value(), here.unit()),
                      firstName,
                      Numbers.quantity(there.value(), there.estimate().unit()),
                      otherName));
        }
      }
    }
    if (differing > NUMBERS) {
      out.add((differing - NUMBERS) + " more numbers differ between the two files.");
    }
  }
}
