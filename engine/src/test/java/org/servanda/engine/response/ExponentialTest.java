package org.servanda.engine.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {
  @Test
  void agreesWithTheStrictLibraryToFourUnitsInTheLastPlaceOfOne() {
    var random = new SplittableRandom(7);
    for (int n = 0; n < 200_000; n++) {
      double x = -699 * random.nextDouble() + (n % 10 == 0 ? 5 : 0);
      double exact = StrictMath.exp(x);
      assertThat(Math.abs(Exponential.exp(x) / exact - 1)).as("x = %s", x).isLessThan(5e-16);
    }
  }

  @Test
  void isExactlyOneAtZeroAndZeroFarBelow() {
    assertThat(Exponential.exp(0)).isEqualTo(1);
    assertThat(Exponential.exp(-701)).isEqualTo(0);
    assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isEqualTo(0);
    assertThat(Exponential.exp(Double.NaN)).isNaN();
  }
}
