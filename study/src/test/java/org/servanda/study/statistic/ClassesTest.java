package org.servanda.study.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClassesTest {

  @Test
  void differentNumbersFallIntoEqualClasses() {
    var values = IntStream.range(0, 100).mapToDouble(i -> (37 * i) % 100).toArray();
    var classes = Classes.of(values, 8);
    assertThat(classes.count()).isEqualTo(8);
    for (int m = 0; m < 8; m++) {
      int label = m;
      assertThat(Arrays.stream(classes.labels()).filter(l -> l == label).count())
          .isBetween(12L, 13L);
    }
  }

  @Test
  void fewValuesGetAClassEach() {
    var classes = Classes.of(new double[] {5, 1, 5, 5, 3, 5, 1}, 4);
    assertThat(classes.labels()).containsExactly(2, 0, 2, 2, 1, 2, 0);
    assertThat(classes.cutAfter(0)).isEqualTo(2);
  }

  @Test
  void equalNumbersStayTogetherWhereThereAreMany() {
    var values = IntStream.range(0, 100).mapToDouble(i -> i < 60 ? 0 : i).toArray();
    var classes = Classes.of(values, 10);
    assertThat(classes.count()).isEqualTo(5);
    assertThat(Arrays.stream(classes.labels()).filter(l -> l == 0).count()).isEqualTo(60);
    assertThat(Arrays.stream(classes.labels()).filter(l -> l == 1).count()).isEqualTo(10);
  }

  /// No number lies between neighbors; the cut still parts them.
  @Test
  void cutsPartNeighbors() {
    double next = Math.nextUp(1.0);
    assertThat(Classes.of(new double[] {1, next}, 2).cutAfter(0)).isEqualTo(next);
  }
}
