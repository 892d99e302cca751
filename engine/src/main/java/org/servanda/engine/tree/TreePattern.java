package org.servanda.engine.tree;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Which derivatives can differ from zero: rows and columns are the actions, first ones left out,
/// of the explicit sets in between and of the tied sets, then `lambda` and the border.
final class TreePattern {
  /// Column of each slot; [#NONE] for first actions and for sets that are left out.
  final int[] column;

  static final int NONE = -1;

  /// Sets in the order of their rows.
  final int[] sets;

  /// Rows of the explicit sets.
  final int explicitRows;

  /// Rows without the border.
  final int rows;

  final int[] start;
  final int[] entry;

  private TreePattern(
      int[] column, int[] sets, int explicitRows, int rows, int[] start, int[] entry) {
    this.column = column;
    this.sets = sets;
    this.explicitRows = explicitRows;
    this.rows = rows;
    this.start = start;
    this.entry = entry;
  }

  /// @param most entries allowed; null is returned if there are more
  static @Nullable TreePattern of(
      CompiledTree tree, PathTerms terms, Dependence dependence, long most) {
    int[] sets =
        IntStream.concat(Arrays.stream(dependence.between), Arrays.stream(dependence.tied))
            .toArray();
    var column = new int[tree.slots];
    Arrays.fill(column, NONE);
    int[] owner = tree.owners();
    int rows = 0;
    int explicitRows = 0;
    for (int k = 0; k < sets.length; k++) {
      explicitRows = k == dependence.between.length ? rows : explicitRows;
      for (int a = 1; a < tree.actions[sets[k]]; a++) {
        column[tree.offset[sets[k]] + a] = rows++;
      }
    }
    explicitRows = dependence.tied.length == 0 ? rows : explicitRows;
    var start = new int[rows + 2];
    var entry = new int[Math.max(16, 4 * rows)];
    int filled = 0;
    int row = 0;
    var shared = new BitSet(rows + 1);
    var own = new BitSet(rows + 1);
    for (int h : sets) {
      shared.clear();
      below(tree, h, 0, column, shared);
      for (int e = terms.first[tree.firstMember[h]];
          e < terms.first[tree.firstMember[h + 1]];
          e++) {
        all(tree, owner[terms.slot[e]], column, shared);
      }
      shared.set(rows);
      for (int a = 1; a < tree.actions[h]; a++) {
        own.clear();
        own.or(shared);
        below(tree, h, a, column, own);
        own.set(row);
        if ((long) filled + own.cardinality() + rows + 1 > most) {
          return null;
        }
        filled += own.cardinality();
        if (filled > entry.length) {
          entry = Arrays.copyOf(entry, Math.max(filled, entry.length + entry.length / 2));
        }
        int at = start[row];
        for (int c = own.nextSetBit(0); c >= 0; c = own.nextSetBit(c + 1)) {
          entry[at++] = c;
        }
        start[++row] = filled;
      }
    }
    entry = Arrays.copyOf(entry, filled + rows + 1);
    for (int c = 0; c <= rows; c++) {
      entry[filled++] = c;
    }
    start[rows + 1] = filled;
    return new TreePattern(column, sets, explicitRows, rows, start, entry);
  }

  private static void below(CompiledTree tree, int h, int a, int[] column, BitSet bits) {
    for (int m = tree.firstMember[h]; m < tree.firstMember[h + 1]; m++) {
      int top = tree.child[tree.firstChild[tree.member[m]] + a];
      for (int v = top; v < tree.end[top]; v++) {
        if (tree.set[v] >= 0) {
          all(tree, tree.set[v], column, bits);
        }
      }
    }
  }

  private static void all(CompiledTree tree, int g, int[] column, BitSet bits) {
    if (tree.actions[g] > 1) {
      int from = column[tree.offset[g] + 1];
      bits.set(from, from + tree.actions[g] - 1);
    }
  }
}
