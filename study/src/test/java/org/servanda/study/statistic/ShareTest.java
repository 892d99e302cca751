package org.servanda.study.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

  /// Clopper and Pearson: the ends are where a tail has .05, by hand 1 - .05^(1/10) above none.
  @Test
  void noneOfTenCouldStillBeAQuarter() {
    var share = Share.of(0, 10, 0.9);
    assertThat(share.exact().low()).isZero();
    assertThat(share.exact().high()).isCloseTo(1 - Math.pow(0.05, 0.1), within(1e-9));
    double z = 1.6448536269514722;
    assertThat(share.wilson().high()).isCloseTo(z * z / (10 + z * z), within(1e-9));
  }

  @Test
  void halvesAreInTheMiddleOfTheirIntervals() {
    var share = Share.of(50, 100, 0.9);
    assertThat(share.value()).isEqualTo(0.5);
    assertThat((share.wilson().low() + share.wilson().high()) / 2).isCloseTo(0.5, within(1e-12));
    assertThat(share.exact().halfWidth()).isGreaterThan(share.wilson().halfWidth());
  }

  @Test
  void moreThanAllIsRefused() {
    assertThatThrownBy(() -> Share.of(3, 2, 0.9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share is 3 of 2")
        .hasMessageContaining("Try: ");
  }
}
