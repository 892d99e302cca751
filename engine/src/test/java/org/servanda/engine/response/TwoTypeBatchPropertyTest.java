package org.servanda.engine.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.servanda.engine.belief.IntervalAxis;

class TwoTypeBatchPropertyTest {
  /// A random decision on a grid over the beliefs about the mover and about one other player.
  private record Case(
      SignalStructure structure,
      double[] own,
      double lambda,
      int nodes,
      int others,
      int stride,
      double[] values,
      double[] derivatives) {
    static Case of(long seed) {
      var random = new SplittableRandom(seed);
      int actions = 2 + random.nextInt(3);
      int nodes = random.nextInt(3) == 0 ? 3 : 5 + random.nextInt(12);
      int others = 1 + random.nextInt(12);
      int stride = random.nextBoolean() ? 1 : others;
      int size = nodes * others;
      var values = new double[actions * 2 * size];
      double steep = 0.5 * random.nextDouble();
      for (int row = 0; row < 2 * actions; row++) {
        for (int other = 0; other < others; other++) {
          double slope = steep * (2 * random.nextDouble() - 1);
          double bend = steep * (2 * random.nextDouble() - 1);
          for (int c = 0; c < nodes; c++) {
            double x = (double) c / (nodes - 1);
            int b = stride == 1 ? other * nodes + c : c * stride + other;
            values[row * size + b] = slope * x + bend * x * x;
          }
        }
      }
      var derivatives = new double[values.length];
      var axis = new IntervalAxis(nodes - 1);
      for (int row = 0; row < 2 * actions; row++) {
        for (int other = 0; other < others; other++) {
          int base = row * size + (stride == 1 ? other * nodes : other);
          axis.derivatives(values, derivatives, base, stride);
        }
      }
      return new Case(
          structure(actions, random.nextInt(3)),
          random.doubles(2 * actions, 0, 0.4).toArray(),
          60 * random.nextDouble(),
          nodes,
          others,
          stride,
          values,
          derivatives);
    }

    /// Public actions, two that share two signals, or all that share all.
    private static SignalStructure structure(int actions, int kind) {
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
      return new SignalStructure(actions, actions, likelihood);
    }

    int place(int node, int other) {
      return stride == 1 ? other * nodes + node : node * stride + other;
    }

    /// The same decision at one belief about the other player.
    Case row(int other) {
      int rows = 2 * structure.signals();
      var f = new double[rows * nodes];
      var d = new double[rows * nodes];
      for (int r = 0; r < rows; r++) {
        for (int c = 0; c < nodes; c++) {
          f[r * nodes + c] = values[r * nodes * others + place(c, other)];
          d[r * nodes + c] = derivatives[r * nodes * others + place(c, other)];
        }
      }
      return new Case(structure, own, lambda, nodes, 1, 1, f, d);
    }

    void fill(ResponseRows rows) {
      rows.values = values;
      rows.derivatives = derivatives;
      rows.intervals = nodes - 1;
      rows.signalStride = 2 * nodes * others;
      rows.typeStride = nodes * others;
      rows.nodeStride = stride;
      rows.base = 0;
    }

    BeliefLanes lanes() {
      return new BeliefLanes(nodes * others, nodes, stride);
    }

    TwoTypeBatch solved() {
      var batch = new TwoTypeBatch(4, nodes * others);
      fill(batch.rows());
      batch.solve(structure, own, lambda, lanes());
      return batch;
    }
  }

  static LongStream seeds() {
    Long only = Long.getLong("servanda.seed");
    return only == null ? LongStream.rangeClosed(1, 100) : LongStream.of(only);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyBeliefIsSolvedAsByItself(long seed) {
    var decision = Case.of(seed);
    var batch = decision.solved();
    var lanes = decision.lanes();
    var single = new TwoTypeResponse(4);
    decision.fill(single.rows());
    single.decision(decision.structure, decision.own, decision.lambda);
    for (int b = 0; b < lanes.size(); b++) {
      single.row(lanes.row(b));
      single.solve(lanes.belief(b));
      for (int k = 0; k < 2; k++) {
        for (int a = 0; a < decision.structure.actions(); a++) {
          assertThat(batch.choices(k, a)[b]).isCloseTo(single.choice(k, a), offset(1e-10));
        }
      }
      for (int s = 0; s < decision.structure.signals(); s++) {
        assertThat(batch.posteriors(s)[b]).isCloseTo(single.posterior(s), offset(1e-10));
        assertThat(batch.likelihoods(1, s)[b]).isCloseTo(single.likelihood(1, s), offset(1e-10));
      }
      assertThat(batch.residuals()[b]).isLessThan(1e-9);
      assertThat(batch.several(b)).isEqualTo(single.several());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bitsDoNotDependOnTheBeliefsBeside(long seed) {
    var decision = Case.of(seed);
    var all = decision.solved();
    for (int other = 0; other < decision.others; other++) {
      var alone = decision.row(other).solved();
      for (int node = 0; node < decision.nodes; node++) {
        int b = decision.place(node, other);
        for (int s = 0; s < decision.structure.signals(); s++) {
          same(all.posteriors(s)[b], alone.posteriors(s)[node]);
          same(all.likelihoods(0, s)[b], alone.likelihoods(0, s)[node]);
          same(all.likelihoods(1, s)[b], alone.likelihoods(1, s)[node]);
        }
        same(all.residuals()[b], alone.residuals()[node]);
      }
    }
  }

  private static void same(double x, double y) {
    assertThat(Double.doubleToRawLongBits(y)).isEqualTo(Double.doubleToRawLongBits(x));
  }
}
