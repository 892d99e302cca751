package org.servanda.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.servanda.engine.tree.ExtensiveGame;
import org.servanda.engine.tree.InformationSet;
import org.servanda.engine.tree.TreeNode;

/// Families of extensive games that grow, for timing solvers.
final class TreeGames {
  private final ExtensiveGame.Builder builder;
  private final List<TreeNode> nodes = new ArrayList<>();
  private final Map<String, Integer> sets = new LinkedHashMap<>();

  private TreeGames(String... players) {
    this.builder = ExtensiveGame.builder(List.of(players));
  }

  private int reserve() {
    nodes.add(new TreeNode.End(List.of()));
    return nodes.size() - 1;
  }

  private int end(double... payoffs) {
    nodes.add(new TreeNode.End(java.util.Arrays.stream(payoffs).boxed().toList()));
    return nodes.size() - 1;
  }

  private int set(String name, int player, String... actions) {
    return sets.computeIfAbsent(
        name, _ -> builder.informationSet(new InformationSet(name, player, List.of(actions))));
  }

  private ExtensiveGame build() {
    nodes.forEach(builder::add);
    return builder.build();
  }

  /// Two players take or pass in turn; both piles double after a pass; the taker gets the large
  /// one.
  ///
  /// @param scale what the largest payoff is; 0 leaves the first piles at .4 and .1
  /// @source McKelvey and Palfrey (1992)
  static ExtensiveGame centipede(int moves, double scale) {
    var game = new TreeGames("First", "Second");
    double large = scale > 0 ? StrictMath.scalb(scale, -moves) : 0.4;
    double small = large / 4;
    for (int m = 0; m < moves; m++) {
      int set = game.set("move " + m, m % 2, "take", "pass");
      int v = game.reserve();
      int taken = m % 2 == 0 ? game.end(large, small) : game.end(small, large);
      game.nodes.set(v, new TreeNode.Move(set, List.of(taken, taken + 1)));
      large *= 2;
      small *= 2;
    }
    if (moves % 2 == 0) {
      game.end(large, small);
    } else {
      game.end(small, large);
    }
    return game.build();
  }

  /// Entrants come in turn, the incumbent being tough with prior .2, all past moves being public.
  ///
  /// @source Kreps and Wilson (1982)
  static ExtensiveGame chainStore(int entrants) {
    var names = new String[entrants + 1];
    names[0] = "Incumbent";
    for (int e = 1; e <= entrants; e++) {
      names[e] = "Entrant" + e;
    }
    var game = new TreeGames(names);
    int root = game.reserve();
    var payoffs = new double[entrants + 1];
    int tough = game.entry("tough", "", 1, payoffs);
    int weak = game.entry("weak", "", 1, payoffs);
    game.nodes.set(
        root,
        new TreeNode.Chance(List.of("tough", "weak"), List.of(0.2, 0.8), List.of(tough, weak)));
    return game.build();
  }

  private int entry(String type, String history, int entrant, double[] payoffs) {
    if (entrant == payoffs.length) {
      return end(payoffs);
    }
    int v = reserve();
    int set = set("Entrant" + entrant + "|" + history, entrant, "out", "enter");
    payoffs[0] += 2;
    int out = entry(type, history + "o", entrant + 1, payoffs);
    payoffs[0] -= 2;
    int reply = reserve();
    int incumbent = set("Incumbent|" + type + "|" + history, 0, "fight", "acquiesce");
    double fight = type.equals("tough") ? 0 : -1;
    payoffs[0] += fight;
    payoffs[entrant] = -0.5;
    int fought = entry(type, history + "f", entrant + 1, payoffs);
    payoffs[0] += -1 - 2 * fight;
    payoffs[entrant] = 0.5;
    int shared = entry(type, history + "a", entrant + 1, payoffs);
    payoffs[0] += 1 + fight;
    payoffs[entrant] = 0;
    nodes.set(reply, new TreeNode.Move(incumbent, List.of(fought, shared)));
    nodes.set(v, new TreeNode.Move(set, List.of(out, reply)));
    return v;
  }

  /// A sender of `n` equally likely types sends one of `n` messages, the receiver picks one of `n`
  /// replies; payoffs are uniform in [0, 1).
  static ExtensiveGame signal(int n, long seed) {
    var random = new SplittableRandom(seed);
    var game = new TreeGames("Sender", "Receiver");
    int root = game.reserve();
    var labels = new ArrayList<String>();
    var priors = new ArrayList<Double>();
    var roots = new ArrayList<Integer>();
    String[] messages = game.words("m", n);
    String[] replies = game.words("r", n);
    for (int t = 0; t < n; t++) {
      int v = game.reserve();
      var sent = new ArrayList<Integer>();
      for (int m = 0; m < n; m++) {
        int w = game.reserve();
        var ends = new ArrayList<Integer>();
        for (int r = 0; r < n; r++) {
          ends.add(game.end(random.nextDouble(), random.nextDouble()));
        }
        game.nodes.set(w, new TreeNode.Move(game.set("Receiver|" + m, 1, replies), ends));
        sent.add(w);
      }
      game.nodes.set(v, new TreeNode.Move(game.set("Sender|" + t, 0, messages), sent));
      labels.add("t" + t);
      priors.add(1.0 / n);
      roots.add(v);
    }
    game.nodes.set(root, new TreeNode.Chance(labels, priors, roots));
    return game.build();
  }

  private String[] words(String letter, int n) {
    var words = new String[n];
    for (int k = 0; k < n; k++) {
      words[k] = letter + k;
    }
    return words;
  }

  /// Two rounds of offers to an opponent of private cost; a second refusal is war, all payoffs of
  /// the second round being worth .9.
  ///
  /// @source Powell (1996); Fudenberg and Tirole (1983)
  static ExtensiveGame screening(int types, int offers) {
    var game = new TreeGames("A", "B");
    int root = game.reserve();
    var labels = new ArrayList<String>();
    var priors = new ArrayList<Double>();
    var roots = new ArrayList<Integer>();
    for (int t = 0; t < types; t++) {
      double cost = 0.05 + 0.35 * t / (types - 1);
      labels.add("cost" + t);
      priors.add(1.0 / types);
      roots.add(game.round("cost" + t, cost, "", offers, 1));
    }
    game.nodes.set(root, new TreeNode.Chance(labels, priors, roots));
    return game.build();
  }

  private int round(String type, double cost, String history, int offers, double worth) {
    int v = reserve();
    var made = new ArrayList<Integer>();
    for (int o = 0; o < offers; o++) {
      double offer = 0.12 + 0.43 * o / (offers - 1);
      int answer = reserve();
      int accept = end(worth * (1 - offer), worth * offer);
      int reject =
          history.isEmpty()
              ? round(type, cost, "after " + o, offers, 0.9 * worth)
              : end(worth * 0.4, worth * (0.5 - cost));
      int set = set("B|" + type + "|" + history + "|" + o, 1, "accept", "reject");
      nodes.set(answer, new TreeNode.Move(set, List.of(accept, reject)));
      made.add(answer);
    }
    nodes.set(v, new TreeNode.Move(set("A|" + history, 0, words("offer", offers)), made));
    return v;
  }
}
