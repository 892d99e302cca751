package org.servanda.model.measure;

import java.util.List;
import org.servanda.agreement.scenario.History;

/// How far forecasts rank agreements as history did.
///
/// Harrell's concordance: of all pairs of which it is known which agreement failed first, the share
/// in which the forecast gives that one the shorter expected life; ties count half. Agreements that
/// held, or were replaced, are censored at the years they are known to have held.
///
/// @source Harrell, Califf, Pryor, Lee and Rosati (1982)
///
/// @param pairs pairs of which it is known which failed first
/// @param concordant how many of them the forecast ranks as history did, ties as halves
public record Concordance(int pairs, double concordant) {

  /// One agreement.
  ///
  /// @param name title
  /// @param expectedYears years the forecast expects it to last within the horizon
  /// @param yearsHeld years it is known to have held
  /// @param outcome how it ended
  public record Case(
      String name, double expectedYears, double yearsHeld, History.Outcome outcome) {}

  /// {@return the concordance over all pairs}
  public static Concordance of(List<Case> cases) {
    int pairs = 0;
    double concordant = 0;
    for (Case first : cases) {
      for (Case later : cases) {
        if (first.outcome() == History.Outcome.FAILED && first.yearsHeld() < later.yearsHeld()) {
          pairs++;
          concordant += agreement(later.expectedYears() - first.expectedYears());
        }
      }
    }
    return new Concordance(pairs, concordant);
  }

  private static double agreement(double difference) {
    return difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
  }

  /// {@return the share of pairs ranked as history did; 0.5 is chance}
  ///
  /// @throws IllegalStateException if there is no pair to rank
  public double index() {
    if (pairs == 0) {
      throw new IllegalStateException("no two agreements of which one failed before the other");
    }
    return concordant / pairs;
  }

  /// {@return how likely a forecast holds an agreement to be in force when it ended or, if that is
  /// later or never, at the forecast's horizon}
  ///
  /// @param inForce the forecast
  /// @param yearsHeld years it is known to have held
  public static double inForceThen(Survival.Curve inForce, double yearsHeld) {
    return inForce.at(Math.min(yearsHeld, inForce.points().getLast().years()));
  }

  /// {@return whether history went against what a forecast holds likelier: in force when it was
  /// over, or over when it was in force}
  ///
  /// @param inForce the forecast
  /// @param yearsHeld years it is known to have held
  public static boolean isOtherwise(
      Survival.Curve inForce, double yearsHeld, History.Outcome outcome) {
    double likelihood = inForceThen(inForce, yearsHeld);
    boolean over =
        outcome == History.Outcome.FAILED && yearsHeld <= inForce.points().getLast().years();
    return over ? likelihood > 0.5 : likelihood < 0.5;
  }

  /// {@return the years that a curve expects, within its horizon: the area under it}
  public static double expectedYears(Survival.Curve curve) {
    double area = 0;
    for (int p = 1; p < curve.points().size(); p++) {
      var before = curve.points().get(p - 1);
      var point = curve.points().get(p);
      area += (point.years() - before.years()) * (before.probability() + point.probability()) / 2;
    }
    return area;
  }
}
