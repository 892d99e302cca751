package org.servanda.engine.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// Whether every player remembers what it knew and did.
///
/// @source Kuhn (1953); Selten (1975)
public final class PerfectRecall {
  private PerfectRecall() {}

  /// An information set whose nodes the mover could tell apart if it remembered its own past.
  ///
  /// @param informationSet name of the set
  /// @param player name of the mover
  /// @param node, other two nodes of the set that follow different own moves
  /// @param reason in words
  public record Loss(String informationSet, String player, int node, int other, String reason) {}

  /// A history of own moves: what went before, and the last.
  private record Own(int before, int set, int action) {}

  private static final Own NOTHING = new Own(-1, 0, 0);

  /// Returns the first loss of recall in the order of the information sets, null if there is none.
  public static @Nullable Loss loss(ExtensiveGame game) {
    int n = game.nodes().size();
    int players = game.players().size();
    // Histories of own moves are numbered; 0 is the empty one.
    var numbers = new HashMap<Own, Integer>();
    var own = new ArrayList<Own>();
    own.add(NOTHING);
    var memory = new int[n][];
    memory[0] = new int[players];
    var first = new int[game.informationSets().size()];
    Arrays.fill(first, n);
    var lost = new Loss[first.length];
    var open = new ArrayDeque<Integer>();
    open.push(0);
    while (!open.isEmpty()) {
      int v = open.pop();
      var node = game.nodes().get(v);
      if (node instanceof TreeNode.Move(int h, var _)) {
        int player = game.informationSets().get(h).player();
        if (first[h] == n) {
          first[h] = v;
        } else if (lost[h] == null) {
          int there = memory[first[h]][player];
          if (there != memory[v][player]) {
            lost[h] = describe(game, h, first[h], v, own.get(there), own.get(memory[v][player]));
          }
        }
      }
      int action = 0;
      for (int next : node.successors()) {
        memory[next] = memory[v];
        if (node instanceof TreeNode.Move(int h, var _)) {
          int player = game.informationSets().get(h).player();
          var step = new Own(memory[v][player], h, action);
          Integer number = numbers.get(step);
          if (number == null) {
            number = own.size();
            numbers.put(step, number);
            own.add(step);
          }
          memory[next] = memory[v].clone();
          memory[next][player] = number;
        }
        action++;
        open.push(next);
      }
    }
    for (var loss : lost) {
      if (loss != null) {
        return loss;
      }
    }
    return null;
  }

  private static Loss describe(ExtensiveGame game, int h, int node, int other, Own one, Own two) {
    var set = game.informationSets().get(h);
    String player = game.players().get(set.player());
    String reason =
        "%s moves at node %d after %s and at node %d after %s, and cannot tell them apart"
            .formatted(player, node, words(game, one), other, words(game, two));
    return new Loss(set.name(), player, node, other, reason);
  }

  private static String words(ExtensiveGame game, Own own) {
    if (own.before() < 0) {
      return "no move of its own";
    }
    var set = game.informationSets().get(own.set());
    return "\"%s\" at %s".formatted(set.actions().get(own.action()), set.name());
  }
}
