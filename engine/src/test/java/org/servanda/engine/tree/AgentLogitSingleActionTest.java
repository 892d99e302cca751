package org.servanda.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Information sets with one action, on cycles of dependence or not, are no unknowns.
class AgentLogitSingleActionTest {
  private static final InformationSet ONLY = new InformationSet("only", 0, List.of("1"));

  private static ExtensiveGame absentMinded(int times) {
    var builder = ExtensiveGame.builder(List.of("A"));
    int h = builder.informationSet(ONLY);
    for (int k = 0; k < times; k++) {
      builder.add(new TreeNode.Move(h, List.of(k + 1)));
    }
    builder.add(new TreeNode.End(List.of(0.0)));
    return builder.build();
  }

  /// A chooses 1 or 3 at the end of two sets of B that follow each other in both orders.
  private static ExtensiveGame crossed(boolean exchanged) {
    var builder = ExtensiveGame.builder(List.of("A", "B"));
    int top = builder.informationSet(new InformationSet("top", 0, List.of("l", "r")));
    int one = builder.informationSet(new InformationSet("one", 1, List.of("1")));
    int two = builder.informationSet(new InformationSet("two", 1, List.of("1")));
    int first = exchanged ? two : one;
    int second = exchanged ? one : two;
    builder.add(new TreeNode.Move(top, List.of(1, 2)));
    builder.add(new TreeNode.Move(first, List.of(3)));
    builder.add(new TreeNode.Move(second, List.of(4)));
    builder.add(new TreeNode.Move(second, List.of(5)));
    builder.add(new TreeNode.Move(first, List.of(6)));
    builder.add(new TreeNode.End(List.of(1.0, 0.0)));
    builder.add(new TreeNode.End(List.of(3.0, 0.0)));
    return builder.build();
  }

  /// Two choose at once between two actions; before the second, and after both, everybody passes
  /// through one set of one action if asked for.
  private static ExtensiveGame coordination(double more, boolean passing) {
    var builder = ExtensiveGame.builder(List.of("A", "B"));
    int row = builder.informationSet(new InformationSet("row", 0, List.of("l", "r")));
    int column = builder.informationSet(new InformationSet("column", 1, List.of("l", "r")));
    int only = passing ? builder.informationSet(ONLY) : -1;
    int each = passing ? 6 : 3;
    builder.add(new TreeNode.Move(row, List.of(1, 1 + each)));
    for (int r = 0; r < 2; r++) {
      int v = 1 + r * each;
      double left = r == 0 ? 1 + more : 0;
      double right = r == 0 ? 0 : 1;
      if (passing) {
        builder.add(new TreeNode.Move(only, List.of(v + 1)));
        builder.add(new TreeNode.Move(column, List.of(v + 2, v + 4)));
        builder.add(new TreeNode.Move(only, List.of(v + 3)));
        builder.add(new TreeNode.End(List.of(left, left)));
        builder.add(new TreeNode.Move(only, List.of(v + 5)));
      } else {
        builder.add(new TreeNode.Move(column, List.of(v + 1, v + 2)));
        builder.add(new TreeNode.End(List.of(left, left)));
      }
      builder.add(new TreeNode.End(List.of(right, right)));
    }
    return builder.build();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 2_000})
  void passingThroughOneSetAgainAndAgainIsSolvedAtOnce(int times) {
    var game = absentMinded(times);
    var traced = AgentLogitSolver.solve(game, AgentLogitOptions.at(0, 1, 5)).orThrow();
    assertThat(traced.status()).isEqualTo(BranchStatus.REACHED);
    assertThat(traced.lambda()).isEqualTo(5);
    assertThat(traced.size().unknowns()).isZero();
    assertThat(traced.equilibria()).hasSize(3);
    for (var found : traced.equilibria()) {
      assertThat(found.probability(0, 0)).isEqualTo(1);
      assertThat(found.logProbability(0, 0)).isZero();
      assertThat(found.belief(0, 0)).isCloseTo(1.0 / times, offset(1e-12));
      assertThat(found.residual()).isZero();
    }
    var followed = AgentLogitLimitSolver.solve(game, AgentLogitOptions.at()).orThrow();
    assertThat(followed.status()).isEqualTo(BranchStatus.REACHED);
    assertThat(followed.limit().verified()).isTrue();
    var search = AgentLogitSearch.search(game, 1, 5, 1, AgentLogitOptions.at()).orThrow();
    assertThat(search.knowledge()).isEqualTo(AgentLogitSearchOutcome.Knowledge.ONLY_ONE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aChoiceAboveThemFollowsFromWhatComesAfter(boolean exchanged) {
    var game = crossed(exchanged);
    var traced = AgentLogitSolver.solve(game, AgentLogitOptions.at(1)).orThrow();
    assertThat(traced.size().unknowns()).isZero();
    assertThat(traced.equilibria().getFirst().probability(0, 1))
        .isCloseTo(1 / (1 + Math.exp(-2)), offset(1e-15));
    assertThat(traced.equilibria().getFirst().residual()).isLessThan(1e-15);
    var followed = AgentLogitLimitSolver.solve(game, AgentLogitOptions.at()).orThrow();
    assertThat(followed.status()).isEqualTo(BranchStatus.REACHED);
    assertThat(followed.limit().verified()).isTrue();
    assertThat(followed.limit().probability(0, 1)).isEqualTo(1);
    var search = AgentLogitSearch.search(game, 1, 5, 1, AgentLogitOptions.at()).orThrow();
    assertThat(search.knowledge()).isEqualTo(AgentLogitSearchOutcome.Knowledge.ONLY_ONE);
  }

  @Test
  void tiedChoicesAroundThemAreThoseOfTheGameWithoutThem() {
    var options = AgentLogitOptions.at(0.5, 4);
    var plain = AgentLogitSolver.solve(coordination(0.1, false), options).orThrow();
    var passing = AgentLogitSolver.solve(coordination(0.1, true), options).orThrow();
    assertThat(passing.status()).isEqualTo(BranchStatus.REACHED);
    assertThat(passing.size().unknowns()).isEqualTo(plain.size().unknowns()).isEqualTo(2);
    assertThat(passing.equilibria()).hasSameSizeAs(plain.equilibria());
    for (int k = 0; k < plain.equilibria().size(); k++) {
      var found = passing.equilibria().get(k);
      assertThat(found.probability(2, 0)).isEqualTo(1);
      assertThat(found.residual()).isLessThan(1e-12);
      for (int h = 0; h < 2; h++) {
        assertThat(found.probability(h, 0))
            .isCloseTo(plain.equilibria().get(k).probability(h, 0), offset(1e-12));
      }
    }
    var followed = AgentLogitLimitSolver.solve(coordination(0.1, true), AgentLogitOptions.at());
    assertThat(followed.orThrow().limit().verified()).isTrue();
    assertThat(followed.orThrow().limit().probability(0, 0)).isEqualTo(1);
    var search =
        AgentLogitSearch.search(coordination(0.1, true), 4, 20, 1, AgentLogitOptions.at())
            .orThrow();
    assertThat(search.equilibria()).hasSize(3);
    assertThat(search.knowledge()).isEqualTo(AgentLogitSearchOutcome.Knowledge.INDICES_ADD_UP);
  }
}
