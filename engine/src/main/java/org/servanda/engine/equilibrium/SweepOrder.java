package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.CompiledPosition.Kind;
import org.servanda.engine.response.SignalStructure;

/// The order in which a sweep computes positions, those of equal structure side by side where that
/// makes loops longer.
///
/// Successors within the period come before predecessors. What is computed does not depend on the
/// order, to the bit.
final class SweepOrder {
  /// Lanes that are long enough: more beliefs than that gain nothing from company.
  private static final int LANES = 256;

  /// So few beliefs that company is worth a place of its own for every position of a period.
  private static final int FEW = 64;

  /// Ranks of the positions computed together, in order.
  final int[][] groups;

  /// Most positions computed together.
  final int together;

  private SweepOrder(int[][] groups, int together) {
    this.groups = groups;
    this.together = together;
  }

  /// Every position by itself, depth first: few values are in use at a time.
  static SweepOrder depthFirst(CompiledGame compiled) {
    var groups = new int[compiled.positions.length][];
    for (int rank = 0; rank < groups.length; rank++) {
      groups[rank] = new int[] {rank};
    }
    return new SweepOrder(groups, 1);
  }

  /// Says whether positions should have places of their own even if only one period is kept.
  static boolean apart(long beliefs) {
    return beliefs <= FEW;
  }

  /// How many positions are computed together at most, given the points of the grid.
  static int together(int beliefs) {
    return Math.max(1, LANES / beliefs);
  }

  /// Positions by their distance from the end of the period; every value needs a place of its own.
  ///
  /// @param most positions computed together
  static SweepOrder byLevel(CompiledGame compiled, PayoffLayer layer, int most) {
    int n = compiled.positions.length;
    var level = new int[n];
    int highest = 0;
    for (int rank = 0; rank < n; rank++) {
      var position = compiled.positions[rank];
      for (int o = 0; o < position.outcomes(); o++) {
        if (!position.advances[o]) {
          level[rank] = Math.max(level[rank], level[position.successor[o]] + 1);
        }
      }
      highest = Math.max(highest, level[rank]);
    }
    var levels = new ArrayList<List<Integer>>();
    for (int l = 0; l <= highest; l++) {
      levels.add(new ArrayList<>());
    }
    for (int rank = 0; rank < n; rank++) {
      levels.get(level[rank]).add(rank);
    }
    var groups = new ArrayList<int[]>();
    for (var ranks : levels) {
      group(compiled, layer, ranks, most, groups);
    }
    return new SweepOrder(groups.toArray(int[][]::new), most);
  }

  private static void group(
      CompiledGame compiled, PayoffLayer layer, List<Integer> ranks, int most, List<int[]> groups) {
    var open = new HashMap<Alike, List<Integer>>();
    for (int rank : ranks) {
      var alike = alike(compiled.positions[rank], layer.own[rank]);
      var members = alike == null ? new ArrayList<Integer>() : open.get(alike);
      if (members == null) {
        members = new ArrayList<>();
        open.put(alike, members);
      }
      members.add(rank);
      if (alike == null || members.size() == most) {
        groups.add(members.stream().mapToInt(Integer::intValue).toArray());
        members.clear();
      }
    }
    open.values().stream()
        .filter(members -> !members.isEmpty())
        .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
        .sorted((x, y) -> Integer.compare(x[0], y[0]))
        .forEach(groups::add);
  }

  /// What decisions that are computed together have in common.
  private record Alike(
      Kind kind,
      int mover,
      double precision,
      int signals,
      @Nullable SignalStructure structure,
      List<Double> own) {}

  private static @Nullable Alike alike(CompiledPosition position, double[] own) {
    return switch (position.kind) {
      case UNINFORMED, TWO_TYPES ->
          new Alike(
              position.kind,
              position.mover,
              position.precision,
              position.signals,
              position.structure,
              Arrays.stream(own).boxed().toList());
      case TERMINAL, CHANCE, GENERAL -> null;
    };
  }
}
