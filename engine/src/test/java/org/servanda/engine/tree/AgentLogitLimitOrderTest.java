package org.servanda.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.servanda.engine.equilibrium.Cancellation;

/// How fast play at a precision, and what is extrapolated from it, comes near the limit.
class AgentLogitLimitOrderTest {
  private static final List<Double> LAMBDAS = List.of(20.0, 40.0, 80.0, 160.0, 320.0, 640.0);

  /// Two players choose at once; one wants to match, twice as much at the first action. In
  /// equilibrium it plays either with one half, the other the first with one third.
  private static ExtensiveGame matching() {
    var builder = ExtensiveGame.builder(List.of("One", "Two"));
    int one = builder.informationSet(new InformationSet("one", 0, List.of("H", "T")));
    int two = builder.informationSet(new InformationSet("two", 1, List.of("H", "T")));
    builder.add(new TreeNode.Move(one, List.of(1, 4)));
    builder.add(new TreeNode.Move(two, List.of(2, 3)));
    builder.add(new TreeNode.End(List.of(2.0, 0.0)));
    builder.add(new TreeNode.End(List.of(0.0, 1.0)));
    builder.add(new TreeNode.Move(two, List.of(5, 6)));
    builder.add(new TreeNode.End(List.of(0.0, 1.0)));
    builder.add(new TreeNode.End(List.of(1.0, 0.0)));
    return builder.build();
  }

  @Test
  void errorsFallByOneOrderPerExtrapolation() {
    var options =
        new AgentLogitOptions(
            LAMBDAS, 640, 100_000, 1L << 28, Double.POSITIVE_INFINITY, new Cancellation());
    var traced = (AgentLogitOutcome.Traced) AgentLogitSolver.solve(matching(), options);
    double[][] play =
        traced.equilibria().stream()
            .map(e -> new double[] {e.probability(0, 0), e.probability(1, 0)})
            .toArray(double[][]::new);
    assertThat(play).hasNumberOfRows(LAMBDAS.size());
    for (int order = 1; order <= 3; order++) {
      double[] errors = Arrays.stream(play).mapToDouble(AgentLogitLimitOrderTest::error).toArray();
      for (int k = 1; k + 1 < errors.length; k++) {
        double measured = Math.log(errors[k] / errors[k + 1]) / Math.log(2);
        assertThat(measured).as("order %d, step %d", order, k).isCloseTo(order, within(0.05));
      }
      play = extrapolated(play, 1 << order);
    }
  }

  private static double error(double[] play) {
    return Math.max(Math.abs(play[0] - 1 / 2.0), Math.abs(play[1] - 1 / 3.0));
  }

  /// @source Richardson (1911)
  private static double[][] extrapolated(double[][] play, int factor) {
    var next = new double[play.length - 1][2];
    for (int k = 0; k < next.length; k++) {
      for (int c = 0; c < 2; c++) {
        next[k][c] = (factor * play[k + 1][c] - play[k][c]) / (factor - 1);
      }
    }
    return next;
  }
}
