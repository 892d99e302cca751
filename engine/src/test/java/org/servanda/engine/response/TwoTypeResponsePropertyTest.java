package org.servanda.engine.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.belief.IntervalAxis;

class TwoTypeResponsePropertyTest {
  private static final int INTERVALS = 10;

  /// A random decision: two to four actions, public, hidden in pairs, or noisy throughout.
  private record Case(
      SignalStructure structure, double[] own, double[][][] nodes, double lambda, double p) {
    static Case of(long seed) {
      var random = new SplittableRandom(seed);
      int actions = 2 + random.nextInt(3);
      int kind = random.nextInt(3);
      var likelihood = new double[actions * actions];
      for (int a = 0; a < actions; a++) {
        for (int s = 0; s < actions; s++) {
          double share = a == s ? 1 : 0;
          if (kind == 1 && a < 2 && s < 2) {
            share = a == s ? 0.7 : 0.3;
          } else if (kind == 2) {
            share = a == s ? 0.6 : 0.4 / (actions - 1);
          }
          likelihood[a * actions + s] = share;
        }
      }
      var own = new double[2 * actions];
      for (int i = 0; i < own.length; i++) {
        own[i] = 0.4 * random.nextDouble();
      }
      double steep = 0.5 * random.nextDouble();
      var nodes = new double[actions][2][INTERVALS + 1];
      for (int s = 0; s < actions; s++) {
        for (int k = 0; k < 2; k++) {
          double slope = steep * (2 * random.nextDouble() - 1);
          double bend = steep * (2 * random.nextDouble() - 1);
          for (int c = 0; c <= INTERVALS; c++) {
            double x = (double) c / INTERVALS;
            nodes[s][k][c] = slope * x + bend * x * x;
          }
        }
      }
      return new Case(
          new SignalStructure(actions, actions, likelihood),
          own,
          nodes,
          60 * random.nextDouble(),
          0.05 + 0.9 * random.nextDouble());
    }

    TwoTypeResponse solved() {
      int n = INTERVALS + 1;
      int signals = structure.signals();
      var response = new TwoTypeResponse(4);
      var rows = response.rows();
      rows.values = new double[signals * 2 * n];
      rows.derivatives = new double[signals * 2 * n];
      rows.intervals = INTERVALS;
      rows.signalStride = 2 * n;
      rows.typeStride = n;
      for (int s = 0; s < signals; s++) {
        for (int k = 0; k < 2; k++) {
          System.arraycopy(nodes[s][k], 0, rows.values, (2 * s + k) * n, n);
        }
      }
      new IntervalAxis(INTERVALS).derivativesInRows(rows.values, rows.derivatives, 0, 2 * signals);
      response.decision(structure, own, lambda);
      response.row(0);
      response.solve(p);
      return response;
    }
  }

  static LongStream seeds() {
    Long only = Long.getLong("servanda.seed");
    return only == null ? LongStream.rangeClosed(1, 150) : LongStream.of(only);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void solutionAnswersItselfAsTheRefereeSeesIt(long seed) {
    var decision = Case.of(seed);
    var response = decision.solved();
    var referee =
        new SlowBranch(decision.structure(), decision.own(), decision.nodes(), decision.p());
    int n = decision.structure().signals();
    var q = new double[n];
    for (int s = 0; s < n; s++) {
      q[s] = response.posterior(s);
    }
    double[][] sigma = referee.sigma(referee.image(q, decision.lambda()), decision.lambda());
    for (int k = 0; k < 2; k++) {
      double sum = 0;
      for (int a = 0; a < n; a++) {
        assertThat(response.choice(k, a)).isCloseTo(sigma[k][a], offset(1e-11));
        sum += response.choice(k, a);
      }
      assertThat(sum).isCloseTo(1, offset(1e-12));
    }
    assertThat(response.residual()).isLessThan(1e-9);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void solutionIsTheOneThatSmallStepsFromUniformPlayReach(long seed) {
    var decision = Case.of(seed);
    var response = decision.solved();
    var referee =
        new SlowBranch(decision.structure(), decision.own(), decision.nodes(), decision.p());
    var slow = referee.follow(decision.lambda());
    if (slow.isEmpty()) {
      // The branch turned back: the tracer must have said so.
      assertThat(response.several()).isTrue();
      return;
    }
    for (int s = 0; s < slow.size(); s++) {
      assertThat(response.posterior(s)).isCloseTo(slow.get(s), offset(1e-9));
    }
  }

  @Test
  void someCasesTurnBackAndMostDoNot() {
    long turned = LongStream.rangeClosed(1, 300).filter(s -> Case.of(s).solved().several()).count();
    assertThat(turned).isBetween(1L, 100L);
  }

  @Test
  void uniquenessBoundHoldsWhereverItIsClaimed() {
    var random = new SplittableRandom(5);
    for (int n = 0; n < 60; n++) {
      var decision = Case.of(random.nextLong());
      var response = decision.solved();
      var unique = new UniquePrecision();
      unique.measure(response.rows(), decision.structure());
      double lambda = 0.999 * unique.precision(decision.p());
      var referee =
          new SlowBranch(decision.structure(), decision.own(), decision.nodes(), decision.p());
      var ends = new java.util.TreeSet<Long>();
      for (int start = 0; start < 5; start++) {
        var q = new double[decision.structure().signals()];
        for (int s = 0; s < q.length; s++) {
          q[s] = start < 2 ? start : random.nextDouble();
        }
        for (int i = 0; i < 300; i++) {
          double[] image = referee.image(q, lambda);
          for (int s = 0; s < q.length; s++) {
            q[s] += 0.2 * (image[s] - q[s]);
          }
        }
        ends.add(Math.round(q[0] * 1e6));
      }
      assertThat(ends.last() - ends.first()).as("case %d", n).isLessThanOrEqualTo(1);
    }
  }
}
