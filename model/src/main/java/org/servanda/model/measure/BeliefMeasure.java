package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.servanda.engine.game.TypeSpace;
import org.servanda.engine.play.PlayListener;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Spot;
import org.servanda.model.compile.Standing;

/// How beliefs about each party with a secret move over the years.
///
/// Histories count while the agreement is in force; without an agreement, while there is no war.
final class BeliefMeasure implements PlayListener {
  private record Seen(double belief, double mass) {}

  private final Codebook codebook;
  private final TypeSpace types;
  private final double yearsPerPeriod;
  private final boolean signed;
  private final List<List<List<Seen>>> seen = new ArrayList<>();

  BeliefMeasure(
      Codebook codebook, TypeSpace types, int periods, double yearsPerPeriod, boolean signed) {
    this.codebook = codebook;
    this.types = types;
    this.yearsPerPeriod = yearsPerPeriod;
    this.signed = signed;
    for (int v = 0; v < types.valueFunctions(); v++) {
      var byPeriod = new ArrayList<List<Seen>>();
      for (int t = 0; t < periods; t++) {
        byPeriod.add(new ArrayList<>());
      }
      seen.add(byPeriod);
    }
  }

  @Override
  public void visit(
      int period, int position, double[] beliefs, double mass, double[] sigma, double[] outcomes) {
    if (codebook.spots().get(position) instanceof Spot.Events(var state)
        && counts(state.standing())) {
      for (int v = 0; v < types.valueFunctions(); v++) {
        seen.get(v).get(period).add(new Seen(beliefs[v], mass));
      }
    }
  }

  private boolean counts(Standing standing) {
    return !signed || standing.binds();
  }

  /// {@return one path per party with a secret and disposition}
  List<Assessment.BeliefPath> paths() {
    var paths = new ArrayList<Assessment.BeliefPath>();
    for (int i = 0; i < types.players(); i++) {
      for (int k = 0; types.informed(i) && k < types.types(i); k++) {
        var points = new ArrayList<Assessment.BeliefPoint>();
        var byPeriod = seen.get(types.valueFunction(i, k));
        for (int t = 0; t < byPeriod.size(); t++) {
          if (!byPeriod.get(t).isEmpty()) {
            points.add(point(t * yearsPerPeriod, byPeriod.get(t)));
          }
        }
        paths.add(
            new Assessment.BeliefPath(
                codebook.parties().get(i), codebook.types().get(i).get(k).word(), points));
      }
    }
    return paths;
  }

  private static Assessment.BeliefPoint point(double years, List<Seen> histories) {
    var sorted = new ArrayList<>(histories);
    sorted.sort(Comparator.comparingDouble(Seen::belief));
    double total = 0;
    double mean = 0;
    for (var one : sorted) {
      total += one.mass();
      mean += one.mass() * one.belief();
    }
    return new Assessment.BeliefPoint(
        years, mean / total, quantile(sorted, 0.1 * total), quantile(sorted, 0.9 * total));
  }

  private static double quantile(List<Seen> sorted, double mass) {
    double sum = 0;
    for (var one : sorted) {
      sum += one.mass();
      if (sum >= mass) {
        return one.belief();
      }
    }
    return sorted.getLast().belief();
  }
}
