package org.servanda.study.discovery;

import java.util.ArrayList;
import java.util.List;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.SolvedWorlds;
import org.servanda.study.table.Table;

/// The worlds that solved, in plain arrays, with the cases among them.
final class CasedWorlds {

  /// With fewer worlds nothing is searched for.
  static final int LEAST = 32;

  final List<String> names;
  final double[][] columns;
  final boolean[] cases;
  final int size;
  final int caseCount;
  final int leftOut;
  private final List<Caveat> caveats;

  CasedWorlds(Table worlds, double[] output, Criterion criterion) {
    var solved = SolvedWorlds.of(worlds, output);
    this.names = solved.names();
    this.size = solved.size();
    this.leftOut = solved.leftOut();
    this.columns = new double[names.size()][];
    for (int c = 0; c < columns.length; c++) {
      columns[c] = solved.column(c);
    }
    var outputs = solved.output();
    this.cases = new boolean[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      cases[i] = criterion.meets(outputs[i]);
      count += cases[i] ? 1 : 0;
    }
    this.caseCount = count;
    var all = new ArrayList<>(solved.caveats());
    if (size < LEAST) {
      all.add(new Caveat.TooFew(size, LEAST));
    } else if (count == 0 || count == size) {
      all.add(new Caveat.OneSided(count, size));
    }
    this.caveats = List.copyOf(all);
  }

  /// Whether there is something to discover.
  boolean searchable() {
    return size >= LEAST && caseCount > 0 && caseCount < size;
  }

  List<Caveat> caveats() {
    return caveats;
  }
}
