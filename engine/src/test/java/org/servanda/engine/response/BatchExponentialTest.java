package org.servanda.engine.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BatchExponentialTest {
  @Test
  void agreesWithTheStrictLibraryToFourUnitsInTheLastPlaceOfOne() {
    var random = new SplittableRandom(7);
    var x = new double[200_000];
    for (int n = 0; n < x.length; n++) {
      x[n] = 1399 * random.nextDouble() - 699.5;
    }
    var y = x.clone();
    BatchExponential.exp(y.length, y, new long[y.length]);
    for (int n = 0; n < x.length; n++) {
      assertThat(Math.abs(y[n] / StrictMath.exp(x[n]) - 1)).as("x = %s", x[n]).isLessThan(5e-16);
    }
  }

  @Test
  void bitsDoNotDependOnHowManyAreDoneTogether() {
    var random = new SplittableRandom(8);
    var power = new long[257];
    for (int round = 0; round < 2_000; round++) {
      int count = 1 + random.nextInt(257);
      var x = random.doubles(count, -720, 720).toArray();
      var together = x.clone();
      BatchExponential.exp(count, together, power);
      for (int n = 0; n < count; n++) {
        var alone = new double[] {x[n]};
        BatchExponential.exp(1, alone, power);
        assertThat(together[n]).isEqualTo(alone[0]);
      }
    }
  }

  @Test
  void isExactlyOneAtZeroZeroFarBelowLargeFarAboveAndNanForNan() {
    var x = new double[] {0, -1e9, 1e9, Double.NaN};
    BatchExponential.exp(4, x, new long[4]);
    assertThat(x[0]).isEqualTo(1);
    assertThat(x[1]).isEqualTo(0);
    assertThat(x[2]).isGreaterThan(1e307);
    assertThat(x[3]).isNaN();
  }
}
