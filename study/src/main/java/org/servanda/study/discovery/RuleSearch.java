package org.servanda.study.discovery;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import org.servanda.study.statistic.Classes;
import org.servanda.study.statistic.Estimate;
import org.servanda.study.statistic.Ranks;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

/// Finds the thresholds on one and on two columns that tell most about which worlds are cases.
///
/// All columns and pairs are tried with cuts at every twentieth of the worlds; the thresholds of
/// the best are then moved to the best values there are. Intervals of density and coverage are
/// those of a rule given beforehand: that it was chosen as the best makes both a little too large.
///
/// @source Quinlan (1986), section 4, for the gain
public final class RuleSearch {
  private final CasedWorlds worlds;
  private final Resampling resampling;
  private final Classes[] classes;
  private final RuleGrid grid;
  private final RuleCuts cuts;
  private final int[] all;
  private final int least;

  private RuleSearch(CasedWorlds worlds, Resampling resampling) {
    this.worlds = worlds;
    this.resampling = resampling;
    this.classes =
        Arrays.stream(worlds.columns)
            .map(column -> Classes.of(column, RuleGrid.CLASSES))
            .toArray(Classes[]::new);
    this.grid = new RuleGrid(classes, worlds.cases);
    this.all = IntStream.range(0, worlds.size).toArray();
    this.least = Math.max(5, worlds.size / 50);
    var orders = Arrays.stream(worlds.columns).map(Ranks::order).toArray(int[][]::new);
    this.cuts = new RuleCuts(worlds, grid, orders, least);
  }

  /// {@return the best rule on one column and on two}
  ///
  /// @param worlds one row per world, one column per uncertain estimate; finite or NaN
  /// @param output shape `[rows]`, finite, or NaN for a world that did not solve
  /// @param criterion which worlds are cases
  /// @param resampling seed and number of draws for the intervals
  /// @throws IllegalArgumentException if lengths differ, there is no column, or a number is
  ///   infinite
  public static Rules rules(
      Table worlds, double[] output, Criterion criterion, Resampling resampling) {
    var cased = new CasedWorlds(worlds, output, criterion);
    Rules.Rule one = null;
    Rules.Rule two = null;
    if (cased.searchable()) {
      var search = new RuleSearch(cased, resampling);
      one = search.rule(search.single(), search.tried(1));
      two = search.rule(search.pair(), search.tried(2));
    }
    return new Rules(one, two, cased.size, cased.caseCount, cased.leftOut, cased.caveats());
  }

  private RuleGrid.@Nullable Best single() {
    RuleGrid.Best best = null;
    for (int c = 0; c < classes.length; c++) {
      best = better(best, grid.best(c, -1, all, least));
    }
    return best;
  }

  private RuleGrid.@Nullable Best pair() {
    RuleGrid.Best best = null;
    for (int second = 1; second < classes.length; second++) {
      for (int first = 0; first < second; first++) {
        best = better(best, grid.best(first, second, all, least));
      }
    }
    return best;
  }

  private static RuleGrid.@Nullable Best better(RuleGrid.@Nullable Best one, RuleGrid.Best two) {
    if (two.gain() <= 0) {
      return one;
    }
    return one == null || two.gain() > one.gain() ? two : one;
  }

  private Rules.@Nullable Rule rule(RuleGrid.@Nullable Best best, double tried) {
    if (best == null) {
      return null;
    }
    var weights = new int[worlds.size];
    Arrays.fill(weights, 1);
    var chosen = cuts.best(onGrid(best.cell()), weights);
    int samples = resampling.bootstraps();
    var densities = new double[samples];
    var coverages = new double[samples];
    var values = new double[chosen.length][samples];
    var places = resampling.bootstrapPlaces(worlds.size);
    for (int b = 0; b < samples; b++) {
      var tally = tally(chosen, places[b]);
      densities[b] = tally.density();
      coverages[b] = tally.coverage();
      var again = again(best.cell(), places[b]);
      for (int c = 0; c < again.length; c++) {
        values[c][b] = again[c].value();
      }
    }
    var tally = tally(chosen, all);
    double gain = grid.gain(tally.hits(), tally.size(), worlds.caseCount, worlds.size);
    var thresholds =
        IntStream.range(0, chosen.length).mapToObj(c -> threshold(chosen[c], values[c])).toList();
    return new Rules.Rule(
        thresholds,
        new Estimate(tally.density(), resampling.percentiles(densities)),
        new Estimate(tally.coverage(), resampling.percentiles(coverages)),
        gain,
        grid.uncertainty(worlds.caseCount, worlds.size),
        chance(gain, tried));
  }

  /// The likelihood ratio of a rule is twice its gain in natural units and, if the rule means
  /// nothing, chi-squared with one degree of freedom; the sum over all rules there are bounds that
  /// of their union.
  private double chance(double gain, double tried) {
    double ratio = 2 * worlds.size * gain * Math.log(2);
    return Math.min(1, tried * ChiSquaredDistribution.of(1).survivalProbability(ratio));
  }

  /// How many rules there are: of one side and one value for each of their columns.
  private double tried(int columns) {
    double one = 0;
    double squares = 0;
    for (var column : worlds.columns) {
      double cuts = 2.0 * (Arrays.stream(column).distinct().count() - 1);
      one += cuts;
      squares += cuts * cuts;
    }
    return columns == 1 ? one : (one * one - squares) / 2;
  }

  private RuleCuts.Cut[] again(RuleGrid.Cell cell, int[] places) {
    var weights = new int[worlds.size];
    for (int place : places) {
      weights[place]++;
    }
    var best = grid.best(cell.first(), cell.second(), places, least);
    return cuts.best(onGrid(best.gain() > 0 ? best.cell() : cell), weights);
  }

  private RuleCuts.Cut[] onGrid(RuleGrid.Cell cell) {
    var first =
        new RuleCuts.Cut(
            cell.first(), cell.firstSide(), classes[cell.first()].cutAfter(cell.firstCut()));
    if (cell.second() < 0) {
      return new RuleCuts.Cut[] {first};
    }
    var second =
        new RuleCuts.Cut(
            cell.second(), cell.secondSide(), classes[cell.second()].cutAfter(cell.secondCut()));
    return new RuleCuts.Cut[] {first, second};
  }

  private Rules.Threshold threshold(RuleCuts.Cut cut, double[] values) {
    return new Rules.Threshold(
        worlds.names.get(cut.column()), cut.side(), cut.value(), resampling.percentiles(values));
  }

  /// Counts of worlds and cases a rule holds for, and of all cases.
  private record Tally(int size, int hits, int cases) {
    double density() {
      return size > 0 ? (double) hits / size : 0;
    }

    double coverage() {
      return cases > 0 ? (double) hits / cases : 0;
    }
  }

  private Tally tally(RuleCuts.Cut[] rule, int[] places) {
    int size = 0;
    int hits = 0;
    int cases = 0;
    for (int world : places) {
      int hit = worlds.cases[world] ? 1 : 0;
      cases += hit;
      boolean holds = true;
      for (var cut : rule) {
        holds &= cut.holds(worlds.columns, world);
      }
      size += holds ? 1 : 0;
      hits += holds ? hit : 0;
    }
    return new Tally(size, hits, cases);
  }
}
