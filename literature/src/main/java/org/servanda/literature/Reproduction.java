package org.servanda.literature;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/// A published result beside what the solvers find, row by row.
///
/// @param result as published
/// @param comparisons in the order of the rows
public record Reproduction(PublishedResult result, List<Comparison> comparisons) {
  /// Copies.
  public Reproduction {
    comparisons = List.copyOf(comparisons);
  }

  /// {@return every row of a result, solved}
  ///
  /// @throws IllegalArgumentException if a row lacks a parameter or names a quantity that the
  ///   reduction does not have; the message names the file
  public static Reproduction of(PublishedResult result) {
    var reduction = Reduction.all().get(result.reduction());
    if (reduction == null) {
      throw new IllegalArgumentException(
          "%s: reduction is \"%s\", which there is not\nTry: one of %s"
              .formatted(
                  result.file(), result.reduction(), String.join(", ", Reduction.all().keySet())));
    }
    var comparisons = new ArrayList<Comparison>();
    for (var row : result.rows()) {
      try {
        compare(result, row, reduction, comparisons);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "%s: row %s: %s".formatted(result.file(), row.given(), e.getMessage()), e);
      }
    }
    return new Reproduction(result, comparisons);
  }

  private static void compare(
      PublishedResult result,
      PublishedResult.Row row,
      Reduction reduction,
      List<Comparison> comparisons) {
    SequencedMap<String, Double> found;
    try {
      found = reduction.quantities(row.given());
    } catch (NoSolution e) {
      row.expected()
          .forEach((quantity, expected) ->
              comparisons.add(
                  new Comparison(row.given(), quantity, expected, Double.NaN, e.why(), 0)));
      return;
    }
    row.expected()
        .forEach((quantity, expected) -> {
          Double got = found.get(quantity);
          Double tolerance = result.tolerances().get(quantity);
          if (got == null || tolerance == null) {
            throw new IllegalArgumentException(
                "quantity %s has no %s\nTry: one of %s"
                    .formatted(quantity, got == null ? "value" : "tolerance", found.keySet()));
          }
          comparisons.add(new Comparison(row.given(), quantity, expected, got, "", tolerance));
        });
  }

  /// {@return whether every figure is within its tolerance}
  public boolean isReproduced() {
    return comparisons.stream().allMatch(Comparison::isReproduced);
  }
}
