package org.servanda.engine.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class TwoTypeResponseTest {
  private static TwoTypeResponse flat(double[] own, double lambda, double p) {
    var response = new TwoTypeResponse(4);
    int actions = own.length / 2;
    var identity = new double[actions * actions];
    for (int a = 0; a < actions; a++) {
      identity[a * actions + a] = 1;
    }
    var rows = response.rows();
    rows.values = new double[actions * 6];
    rows.derivatives = new double[actions * 6];
    rows.signalStride = 6;
    rows.typeStride = 3;
    response.decision(new SignalStructure(actions, actions, identity), own, lambda);
    response.row(0);
    response.solve(p);
    return response;
  }

  @Test
  void payoffsThatOverflowTheNaiveFormulaGiveSureChoices() {
    double[] own = {900, 0, 0, 900};
    assertThat(Math.exp(900) / (Math.exp(900) + 1)).as("the naive formula").isNaN();
    var response = flat(own, 1, 0.25);
    assertThat(response.choice(0, 0)).isEqualTo(1);
    assertThat(response.posterior(0)).isCloseTo(0, offset(1e-300));
    assertThat(response.posterior(1)).isEqualTo(1);
  }

  @Test
  void posteriorOfASignalThatNobodyCanBeSeenToGiveIsStillRight() {
    // Both types avoid action 1, the second type a little less: its posterior is logistic in the
    // gap.
    double[] own = {0, -900, 0, -899};
    double naiveZero = 0.5 * Math.exp(-900);
    assertThat(naiveZero / (naiveZero + naiveZero)).as("the naive formula").isNaN();
    var response = flat(own, 1, 0.5);
    assertThat(response.posterior(1)).isCloseTo(1 / (1 + Math.exp(-1)), offset(1e-12));
  }

  @Test
  void zeroPrecisionIsUniformAndTeachesNothing() {
    var response = flat(new double[] {3, 1, -2, 0, 5, 1}, 0, 0.3);
    for (int a = 0; a < 3; a++) {
      assertThat(response.choice(0, a)).isCloseTo(1.0 / 3, offset(1e-16));
      assertThat(response.choice(1, a)).isCloseTo(1.0 / 3, offset(1e-16));
      assertThat(response.posterior(a)).isCloseTo(0.3, offset(1e-16));
    }
  }
}
