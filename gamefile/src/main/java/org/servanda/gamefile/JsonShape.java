package org.servanda.gamefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.servanda.engine.tree.TreeNode;

/// Checks that nodes are a tree in preorder and that its root draws the types.
final class JsonShape {
  private final GameDraft draft;
  private final List<GameDraft.Node> drafts;
  private final List<TreeNode> nodes;
  private final Findings findings;

  JsonShape(GameDraft draft, List<GameDraft.Node> drafts, List<TreeNode> nodes, Findings findings) {
    this.draft = draft;
    this.drafts = drafts;
    this.nodes = nodes;
    this.findings = findings;
  }

  void check() {
    successors();
    if (findings.none()) {
      preorder();
    }
    if (findings.none() && draft.types != null) {
      types();
    }
    if (draft.types == null && Boolean.TRUE.equals(draft.typed)) {
      findings.add(
          drafts.getFirst().at, "the case is typed and its game has no types", null, "\"types\"");
    }
  }

  /// One predecessor each, which comes before: then there is no cycle and nothing is cut off.
  private void successors() {
    var follows = new int[nodes.size()];
    for (int v = 0; v < nodes.size() && !findings.full(); v++) {
      for (int next : nodes.get(v).successors()) {
        if (next >= nodes.size()) {
          add(v, "a successor of node %d is %d, bound: %d".formatted(v, next, nodes.size() - 1));
        } else if (next <= v) {
          add(
              v,
              "a successor of node %d is %d, which stands before it: the tree has a cycle"
                  .formatted(v, next));
        } else if (follows[next] > 0) {
          findings.contradiction(
              drafts.get(v).at,
              "node %d follows node %d and node %d, bound: one"
                  .formatted(next, follows[next] - 1, v),
              Integer.toString(next),
              "a copy of the subtree for each",
              drafts.get(follows[next] - 1).at);
        } else {
          follows[next] = v + 1;
        }
      }
    }
    for (int v = 1; v < nodes.size() && findings.none(); v++) {
      if (follows[v] == 0) {
        add(v, "node %d follows no node".formatted(v));
      }
    }
  }

  private void add(int v, String what) {
    findings.add(
        drafts.get(v).at,
        what,
        Integer.toString(v),
        "nodes in preorder: each followed by its first subtree, then the next");
  }

  private void preorder() {
    var open = new ArrayList<Integer>();
    open.add(0);
    for (int v = 0; !open.isEmpty(); v++) {
      int here = open.removeLast();
      if (here != v) {
        add(here, "node %d stands where preorder has node %d".formatted(v, here));
        return;
      }
      open.addAll(nodes.get(v).successors().reversed());
    }
  }

  /// The labels at the root are types joined by slashes, with the product of their priors.
  private void types() {
    var types = Objects.requireNonNull(draft.types);
    var players = Objects.requireNonNull(draft.players);
    for (String player : types.keySet()) {
      if (!players.contains(player)) {
        findings.add(
            draft.typesAt,
            "types has %s, bound: one of the players".formatted(Printable.quoted(player)),
            player,
            "the name of a player");
        return;
      }
    }
    if (!(nodes.getFirst() instanceof TreeNode.Chance root)) {
      findings.add(
          draft.typesAt,
          "the game has types, and its root is no chance move that draws them",
          null,
          "a root of kind chance, or a game without types");
      return;
    }
    var priors = players.stream().filter(types::containsKey).map(types::get).toList();
    for (int b = 0; b < root.labels().size() && !findings.full(); b++) {
      String label = root.labels().get(b);
      double prior = prior(label, priors);
      if (!(Math.abs(prior - root.probabilities().get(b)) <= Bounds.SUM)) {
        findings.contradiction(
            drafts.getFirst().at,
            Double.isNaN(prior)
                ? "label %s of the root names no types".formatted(Printable.quoted(label))
                : "label %s of the root has probability %s, and its types have %s"
                    .formatted(Printable.quoted(label), root.probabilities().get(b), prior),
            label,
            "types joined by /, in the players' order, with the product of their probabilities",
            draft.typesAt);
      }
    }
  }

  /// The probability of the types in a label, NaN if it names no types.
  private static double prior(String label, List<SequencedMap<String, Double>> priors) {
    String[] parts = label.split("/", -1);
    if (parts.length != priors.size()) {
      return Double.NaN;
    }
    double product = 1;
    for (int i = 0; i < parts.length; i++) {
      product *= priors.get(i).getOrDefault(parts[i], Double.NaN);
    }
    return product;
  }
}
