package org.servanda.model.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// How large a game would be, counted from its terms before anything is written.
///
/// Counts every combination of the parts of the state that the scenario needs; some of them cannot
/// be reached, so the true number is smaller, in the catalogue by a factor of up to three.
///
/// @param parts what multiplies, largest first
/// @param periods periods played
/// @param types number of types of each player
public record GameSize(List<Part> parts, int periods, List<Integer> types) {
  /// One part of the state.
  ///
  /// @param name where it comes from, in words of the scenario file
  /// @param place keys of the scenario file that lead to what it comes from; empty if it is not
  ///   written there
  /// @param count values it can take
  public record Part(String name, List<String> place, long count) {
    public Part {
      place = List.copyOf(place);
    }
  }

  public GameSize {
    parts = List.copyOf(parts);
    types = List.copyOf(types);
  }

  static GameSize of(Terms terms) {
    var parts = new ArrayList<Part>();
    add(parts, "steps of relative strength", List.of(), 2L * terms.balance().steps() + 1);
    add(
        parts,
        "steps of the issue (issue.steps)",
        List.of("issue", "steps"),
        shares(terms.issue()));
    add(parts, "standings of the agreement", List.of("agreement"), standings(terms));
    long accessions = 1;
    long arms = 1;
    for (var principal : terms.principals()) {
      accessions *= principal.accession() > 0 ? 3 : 1;
      arms *=
          principal.nuclearStep() > 0
              ? State.Arsenal.values().length - principal.arms().ordinal()
              : 1;
    }
    add(parts, "stages of accession (seeks)", List.of("parties"), accessions);
    add(parts, "stages of nuclear work (nuclear)", List.of("parties"), arms);
    add(
        parts,
        "cohesion of several guarantors",
        List.of("parties"),
        terms.alliance().divide() > 0 ? 2 : 1);
    add(
        parts,
        "scheduled transfers (when)",
        List.of("agreement"),
        terms.issue().transfers().size() + 1L);
    parts.sort((a, b) -> Long.compare(b.count(), a.count()));
    var types = new ArrayList<Integer>();
    terms.principals().forEach(p -> types.add(p.person().types().size()));
    terms.guarantors().forEach(g -> types.add(g.person().types().size()));
    return new GameSize(parts, terms.periods(), types);
  }

  private static void add(List<Part> parts, String name, List<String> place, long count) {
    if (count > 1) {
      parts.add(new Part(name, place, count));
    }
  }

  private static long shares(Terms.Issue issue) {
    long up = issue.upStep() > 1e-9 ? issue.steps() : 0;
    long down = issue.downStep() > 1e-9 ? issue.steps() : 0;
    return up + down + 1;
  }

  private static long standings(Terms terms) {
    if (terms.signed() == Codebook.Signature.REFUSED) {
      return 1;
    }
    Double notice = terms.schedule().noticePeriods();
    return 6L
        + (terms.schedule().review() != null ? 1 : 0)
        + (notice != null && notice > 0 ? 1 : 0);
  }

  /// {@return the number of public states, as far as they can be told apart}
  public long states() {
    long product = 1;
    for (var part : parts) {
      product = Math.multiplyExact(product, part.count());
    }
    return product;
  }

  /// {@return the points of the belief grid}
  ///
  /// @param resolution belief intervals per player with two types
  public double beliefs(int resolution) {
    double points = 1;
    for (int count : types) {
      points *= count > 1 ? resolution + 1 : 1;
    }
    return points;
  }

  /// {@return the bytes of the values that a solve keeps: one number per state that opens a period,
  /// type, belief and period}
  ///
  /// @param resolution belief intervals per player with two types
  /// @param kept periods of which values are kept
  public double bytes(int resolution, int kept) {
    double values = types.stream().mapToInt(k -> k).sum();
    return 8.0 * states() * values * beliefs(resolution) * (kept + 1);
  }

  /// {@return keys of the scenario file that lead to what makes the game large: the horizon if
  /// there are more periods than values of any part, else the largest part that is written there}
  public List<String> place() {
    var largest = parts.stream().filter(part -> !part.place().isEmpty()).findFirst();
    return largest.isPresent() && largest.get().count() >= periods
        ? largest.get().place()
        : List.of("time", "horizon");
  }

  /// {@return what multiplies, in words}
  public String cause() {
    return parts.stream()
        .map(part -> part.count() + " " + part.name())
        .collect(Collectors.joining(" × "));
  }
}
