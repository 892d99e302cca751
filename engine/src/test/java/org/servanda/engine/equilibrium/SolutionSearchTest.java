package org.servanda.engine.equilibrium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Mover;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;

class SolutionSearchTest {
  /// A sender sends or not; a receiver trusts a sender believed to be of type 0. Sending costs
  /// either type the same, so a belief that senders are trusted, or that they are not, feeds on
  /// itself.
  private static StochasticGame signaling(double lambda) {
    var game =
        StochasticGame.builder(TypeSpace.of(2, 1), 1)
            .precision(0, lambda)
            .precision(1, lambda)
            .prior(0, Belief.of(0.5, 0.5));
    var outcomes = new ArrayList<Outcome>();
    for (int sent = 0; sent < 2; sent++) {
      double cost = sent * 0.3;
      int trust =
          game.add(
              Terminal.byProfile(
                  List.of(new double[] {1 - 0.5 * cost, 1 - 2 * cost}, new double[] {1, -1})));
      int distrust =
          game.add(
              Terminal.byProfile(
                  List.of(new double[] {-0.5 * cost, -2 * cost}, new double[] {0, 0})));
      outcomes.add(
          Outcome.to(
              game.add(
                  new Decision(
                      1,
                      List.of(Outcome.to(trust), Outcome.to(distrust)),
                      List.of(Action.sure(0, 2), Action.sure(1, 2))))));
    }
    int root = game.add(new Decision(0, outcomes, List.of(Action.sure(0, 2), Action.sure(1, 2))));
    return game.root(root).build();
  }

  @Test
  void theSolutionOfTheEquilibriumComesFirstAndNoneComesTwice() {
    var equilibrium =
        BeliefGridSolver.solve(signaling(12), SolverOptions.defaults().withResolution(40))
            .orThrow();
    var found =
        SolutionSearch.at(
            equilibrium.period(0),
            equilibrium.game().root(),
            equilibrium.priors(),
            200,
            new SplittableRandom(1));
    assertThat(found).hasSizeGreaterThanOrEqualTo(1);
    var sigma = new double[4];
    equilibrium.period(0).strategy(equilibrium.game().root(), equilibrium.priors(), sigma);
    for (int c = 0; c < 4; c++) {
      assertThat(found.getFirst().choice(c)).isEqualTo(sigma[c]);
    }
    for (int a = 0; a < found.size(); a++) {
      for (int b = 0; b < a; b++) {
        assertThat(found.get(a).same(found.get(b))).isFalse();
      }
    }
  }

  @Test
  void oneSolutionIsFoundWherePrecisionIsLow() {
    var equilibrium = BeliefGridSolver.solve(signaling(0.5), SolverOptions.defaults()).orThrow();
    assertThat(
            SolutionSearch.at(
                equilibrium.period(0),
                equilibrium.game().root(),
                equilibrium.priors(),
                100,
                new SplittableRandom(1)))
        .hasSize(1);
  }

  @Test
  void coordinationHasThreeSolutionsAtHighPrecision() {
    // Payoff 1 for meeting; the symmetric branch loses stability at precision 2, and at 4 the
    // others
    // solve y = 1 / (1 + exp(4 (1 - 2 y))).
    var game = StochasticGame.builder(TypeSpace.of(1, 1), 1).precision(0, 4).precision(1, 4);
    int meet = game.add(Terminal.of(Payoffs.of(1, 1)));
    int miss = game.add(Terminal.of(Payoffs.none()));
    var joint = new ArrayList<Lottery>();
    for (int j = 0; j < 4; j++) {
      joint.add(j == 0 || j == 3 ? Lottery.sure(0, 2) : Lottery.sure(1, 2));
    }
    int root =
        game.add(
            new Simultaneous(
                List.of(Mover.of(0, 2), Mover.of(1, 2)),
                List.of(Outcome.to(meet), Outcome.to(miss)),
                joint));
    var equilibrium =
        BeliefGridSolver.solve(game.root(root).build(), SolverOptions.defaults()).orThrow();
    var found =
        SolutionSearch.at(
            equilibrium.period(0), root, equilibrium.priors(), 200, new SplittableRandom(3));
    assertThat(found).hasSize(3);
    for (var solution : found) {
      double y = solution.choice(0);
      double other = solution.choice(2);
      assertThat(y).isCloseTo(1 / (1 + Math.exp(4 * (1 - 2 * other))), offset(1e-9));
    }
    var visit = new Visit(equilibrium.game().types());
    equilibrium.period(0).visit(root, equilibrium.priors(), visit);
    assertThat(
            SolutionSearch.farthest(
                equilibrium.period(0),
                root,
                equilibrium.priors(),
                200,
                new SplittableRandom(3),
                visit))
        .isTrue();
    double farthest =
        found.stream().mapToDouble(s -> Math.abs(s.choice(0) - 0.5)).max().orElseThrow();
    assertThat(Math.abs(visit.choice(0) - 0.5)).isCloseTo(farthest, offset(1e-9));
  }
}
