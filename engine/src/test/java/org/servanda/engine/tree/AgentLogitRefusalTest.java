package org.servanda.engine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Games that are too large are refused from what can be counted before anything large is built.
class AgentLogitRefusalTest {
  private static final int TYPES = 100_000;

  /// Each type leaves or asks; one receiver, who does not know the type, says yes or no.
  private static ExtensiveGame signalling() {
    var builder = ExtensiveGame.builder(List.of("Sender", "Receiver"));
    int receiver = builder.informationSet(new InformationSet("asked", 1, List.of("yes", "no")));
    var labels = new ArrayList<String>();
    var probabilities = new ArrayList<Double>();
    var successors = new ArrayList<Integer>();
    for (int t = 0; t < TYPES; t++) {
      labels.add("type " + t);
      probabilities.add(1.0 / TYPES);
      successors.add(1 + 5 * t);
    }
    builder.add(new TreeNode.Chance(labels, probabilities, successors));
    for (int t = 0; t < TYPES; t++) {
      int v = 1 + 5 * t;
      double share = (double) t / TYPES;
      int sender = builder.informationSet(new InformationSet("s" + t, 0, List.of("leave", "ask")));
      builder.add(new TreeNode.Move(sender, List.of(v + 1, v + 2)));
      builder.add(new TreeNode.End(List.of(0.5, 0.5)));
      builder.add(new TreeNode.Move(receiver, List.of(v + 3, v + 4)));
      builder.add(new TreeNode.End(List.of(share, 1 - share)));
      builder.add(new TreeNode.End(List.of(0.0, share)));
    }
    return builder.build();
  }

  @Test
  void factorsTooLargeAreCountedWithoutFindingThem() {
    long most = 1L << 30;
    var outcome =
        AgentLogitSolver.solve(signalling(), AgentLogitOptions.at(1).within(9, most, 600));
    // The receiver's row has an entry per type, and every type's row takes all of them up. A search
    // for the factors' pattern would have ended just beyond the limit instead.
    long estimate = 12L * TYPES * (TYPES - 1);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            AgentLogitOutcome.TooLarge.class,
            reason -> {
              assertThat(reason.bytes()).isBetween(estimate, estimate + most);
              assertThat(reason.message())
                  .contains("500001 nodes, 100001 information sets, 200002 actions")
                  .contains("the factors of 100001 tied unknowns, the limit is 1024 MiB")
                  .contains("\nTry: ");
            });
  }
}
