package org.servanda.engine.tree;

import java.util.ArrayList;
import java.util.List;

/// Crisis signalling with audience costs: a challenger with a private war value and a private value
/// of backing down, a defender with a private war value, all normal with variance one.
///
/// Once resisted the challenger takes the better of its two values, so its type is that maximum and
/// which of the two it is; both sides' types are put on even grids with their exact probabilities.
///
/// @source Schultz (1998); Lewis and Schultz (2003)
final class CrisisSignalling {
  final ExtensiveGame game;
  private final List<Integer> challenge = new ArrayList<>();
  private final List<Integer> resist = new ArrayList<>();
  private final List<Double> challengers = new ArrayList<>();
  private final List<Double> defenders = new ArrayList<>();

  /// @param warA, warB, audience means of the war values and of backing down
  /// @param step between the types of the grids
  CrisisSignalling(double warA, double warB, double audience, double step) {
    var builder = ExtensiveGame.builder(List.of("A", "B"));
    var worth = new ArrayList<Double>();
    var fights = new ArrayList<Boolean>();
    for (double m = -4.5 + step / 2; m < 2; m += step) {
      // The larger of two independent normals, by which of them it is.
      challengers.add(mass(m, step, warA) * distribution(m - audience));
      fights.add(true);
      challengers.add(mass(m, step, audience) * distribution(m - warA));
      fights.add(false);
      worth.add(m);
      worth.add(m);
    }
    var wars = new ArrayList<Double>();
    for (double w = warB - 4 + step / 2; w < warB + 4; w += step) {
      defenders.add(mass(w, step, warB));
      wars.add(w);
    }
    normalize(challengers);
    normalize(defenders);
    for (int a = 0; a < worth.size(); a++) {
      challenge.add(
          builder.informationSet(
              new InformationSet("challenge " + a, 0, List.of("stay", "challenge"))));
    }
    for (int b = 0; b < wars.size(); b++) {
      resist.add(
          builder.informationSet(
              new InformationSet("resist " + b, 1, List.of("resist", "concede"))));
    }
    var labels = new ArrayList<String>();
    var probabilities = new ArrayList<Double>();
    var roots = new ArrayList<Integer>();
    for (int a = 0; a < worth.size(); a++) {
      for (int b = 0; b < wars.size(); b++) {
        labels.add(a + "/" + b);
        probabilities.add(challengers.get(a) * defenders.get(b));
        roots.add(1 + 5 * roots.size());
      }
    }
    normalize(probabilities);
    builder.add(new TreeNode.Chance(labels, probabilities, roots));
    for (int v : roots) {
      int a = v / 5 / wars.size();
      int b = v / 5 % wars.size();
      builder.add(new TreeNode.Move(challenge.get(a), List.of(v + 1, v + 2)));
      builder.add(new TreeNode.End(List.of(0.0, 1.0)));
      builder.add(new TreeNode.Move(resist.get(b), List.of(v + 3, v + 4)));
      builder.add(new TreeNode.End(List.of(worth.get(a), fights.get(a) ? wars.get(b) : 1.0)));
      builder.add(new TreeNode.End(List.of(1.0, 0.0)));
    }
    this.game = builder.build();
  }

  private static void normalize(List<Double> p) {
    double sum = p.stream().mapToDouble(x -> x).sum();
    p.replaceAll(x -> x / sum);
  }

  private static double mass(double at, double step, double mean) {
    return distribution(at + step / 2 - mean) - distribution(at - step / 2 - mean);
  }

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * Math.PI);
  }

  /// The standard normal distribution function, by Simpson's rule.
  private static double distribution(double x) {
    double sum = 0.5;
    double h = x / 200;
    for (int k = 0; k < 200; k++) {
      sum += h / 6 * (density(k * h) + 4 * density((k + 0.5) * h) + density((k + 1) * h));
    }
    return sum;
  }

  /// Probability that B resists a challenge.
  double resisted(AgentLogitEquilibrium equilibrium) {
    double sum = 0;
    for (int b = 0; b < resist.size(); b++) {
      sum += defenders.get(b) * equilibrium.probability(resist.get(b), 0);
    }
    return sum;
  }

  /// Probability that A challenges.
  double challenged(AgentLogitEquilibrium equilibrium) {
    double sum = 0;
    for (int a = 0; a < challenge.size(); a++) {
      sum += challengers.get(a) * equilibrium.probability(challenge.get(a), 1);
    }
    return sum;
  }
}
