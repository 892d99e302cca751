package org.servanda.study.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.servanda.study.statistic.Caveat;
import org.servanda.study.statistic.Resampling;
import org.servanda.study.table.Table;

class TreeSearchTest {

  private static final Resampling DRAWS = Resampling.of(4);

  /// Cases on two opposite corners of an uneven cross: either column alone tells a little, the
  /// second more (a difference of shares of .3 at .6, against .2 at .35).
  @Test
  void unevenChessboardIsMetByThreeSplits() {
    var worlds = Samples.uniform(1000, 8, 1);
    var output = Samples.noisyCases(worlds, x -> x[0] < 0.35 != x[1] < 0.6, 0.02, 2);
    var tree = tree(worlds, output);
    assertThat(tree.root()).isInstanceOf(ClassificationTree.Split.class);
    var root = (ClassificationTree.Split) tree.root();
    assertThat(root.column()).isEqualTo("x2");
    assertThat(root.cut()).isCloseTo(0.6, within(0.01));
    assertThat(root.below()).isInstanceOf(ClassificationTree.Split.class);
    assertThat(root.above()).isInstanceOf(ClassificationTree.Split.class);
    var below = (ClassificationTree.Split) root.below();
    var above = (ClassificationTree.Split) root.above();
    assertThat(below.column()).isEqualTo("x1");
    assertThat(above.column()).isEqualTo("x1");
    assertThat(below.cut()).isCloseTo(0.35, within(0.02));
    assertThat(above.cut()).isCloseTo(0.35, within(0.02));
    assertThat(below.below().cases().value()).isLessThan(0.06);
    assertThat(below.above().cases().value()).isGreaterThan(0.94);
    assertThat(above.below().cases().value()).isGreaterThan(0.94);
    assertThat(above.above().cases().value()).isLessThan(0.06);
    assertThat(tree.explained()).isGreaterThan(0.85);
  }

  @Test
  void noiseIsPrunedToOneLeaf() {
    var worlds = Samples.uniform(500, 8, 1);
    var tree = tree(worlds, Samples.noisyCases(worlds, _ -> false, 0.4, 3));
    assertThat(tree.root()).isInstanceOf(ClassificationTree.Leaf.class);
    assertThat(tree.explained()).isZero();
  }

  /// The first split by hand: of the cuts, the one between 3 and 4 leaves no error.
  @Test
  void splitLeavesLeastError() {
    double[][] columns = {{1, 2, 3, 4, 5, 6}, {1, 4, 2, 5, 3, 6}};
    boolean[] cases = {true, true, true, false, false, false};
    int[][] orders = {{0, 1, 2, 3, 4, 5}, {0, 2, 4, 1, 3, 5}};
    var tree = new TreeGrower(columns, cases, 3, 1).grow(orders);
    assertThat(tree.parting).isNotNull();
    assertThat(tree.parting.column()).isZero();
    assertThat(tree.parting.cut()).isEqualTo(3.5);
    assertThat(tree.leaves()).isEqualTo(2);
    assertThat(tree.impurity()).isEqualTo(1.5);
    assertThat(tree.leafImpurity()).isZero();
    assertThat(tree.prices()).containsExactly(1.5);
  }

  @Test
  void leavesAreLargeEnough() {
    var worlds = Samples.uniform(400, 3, 1);
    var tree = tree(worlds, Samples.cases(worlds, x -> x[0] < 0.01 || x[1] > 0.7));
    assertThat(smallest(tree.root())).isGreaterThanOrEqualTo(8);
  }

  private static int smallest(ClassificationTree.Node node) {
    return switch (node) {
      case ClassificationTree.Leaf(var cases) -> cases.total();
      case ClassificationTree.Split split ->
          Math.min(smallest(split.below()), smallest(split.above()));
    };
  }

  @Test
  void sameTreeOnAnyThread() {
    var worlds = Samples.uniform(300, 4, 1);
    var output = Samples.noisyCases(worlds, x -> x[0] < 0.4 && x[1] > 0.5, 0.05, 2);
    var alone = tree(worlds, output);
    assertThat(IntStream.range(0, 8).parallel().mapToObj(_ -> tree(worlds, output)))
        .allMatch(alone::equals);
  }

  @Test
  void limitsAreSaid() {
    var worlds = Samples.uniform(100, 2, 1);
    var output = Samples.cases(worlds, x -> x[0] < 0.5);
    output[3] = Double.NaN;
    assertThat(tree(worlds, output).leftOut()).isEqualTo(1);
    var all = new double[100];
    Arrays.fill(all, 1);
    var tree = tree(worlds, all);
    assertThat(tree.caveats()).contains(new Caveat.OneSided(100, 100));
    assertThat(tree.root()).isInstanceOf(ClassificationTree.Leaf.class);
    assertThat(tree(Samples.uniform(2, 1, 1), new double[] {0, 1}).root()).isNull();
  }

  @Test
  void depthIsBounded() {
    assertThatThrownBy(() -> new TreeOptions(0, 0.02, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("depth is 0.0, must be from 1 to 10")
        .hasMessageContaining("Try: 3");
  }

  private static ClassificationTree tree(Table worlds, double[] output) {
    return TreeSearch.tree(worlds, output, Samples.CASE, TreeOptions.usual(), DRAWS);
  }
}
