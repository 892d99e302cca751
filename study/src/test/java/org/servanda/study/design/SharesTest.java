package org.servanda.study.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharesTest {
  private static final List<String> NAMES = List.of("a", "b", "c");

  /// With normal scores correlated by r, shares are by (6 / pi) asin(r / 2).
  @Test
  void whatMovesTogetherDoesSoAndTheRestDoesNot() {
    var groups = List.of(new Together(List.of("a", "c"), 0.5));
    var shares = Shares.of(NAMES, groups, Sampling.SOBOL, 4096, 5);
    assertThat(correlation(shares, 0, 2)).isCloseTo(6 / Math.PI * Math.asin(0.25), within(0.03));
    assertThat(correlation(shares, 0, 1)).isCloseTo(0, within(0.03));
  }

  @Test
  void withoutGroupsSharesAreSpreadEvenly() {
    var shares = Shares.of(NAMES, List.of(), Sampling.SOBOL, 1024, 5);
    for (int n = 0; n < NAMES.size(); n++) {
      int column = n;
      double mean = Arrays.stream(shares).mapToDouble(row -> row[column]).average().orElse(0);
      assertThat(mean).isCloseTo(0.5, within(0.002));
    }
  }

  private static double correlation(double[][] shares, int one, int other) {
    double sum = 0;
    for (var row : shares) {
      sum += (row[one] - 0.5) * (row[other] - 0.5);
    }
    return 12 * sum / shares.length;
  }
}
