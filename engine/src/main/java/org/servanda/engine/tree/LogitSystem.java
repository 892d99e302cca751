package org.servanda.engine.tree;

import org.jspecify.annotations.Nullable;
import org.servanda.engine.branch.SparseLu;

/// A game made ready for solving, within a limit of memory.
///
/// With `n` nodes, `s` actions, `p` players, `t` path terms, `a` entries of derivatives and `f`
/// entries of factors the work space takes about `n (64 + 16 p) + 40 s + 8 t + 12 a + 12 f` bytes,
/// the dense rest of `d` rows counting `8 d^2`.
final class LogitSystem {
  /// Nodes looked at per evaluation of the derivatives above which the work is refused.
  private static final double MOST_VISITS = 2e10;

  private static final double HIGHEST = 1e300;

  private final CompiledTree tree;
  private final PathTerms terms;
  private final @Nullable LogitEquations equations;
  private final Dependence dependence;
  private final int explicit;
  private final long bytes;

  private LogitSystem(
      CompiledTree tree,
      PathTerms terms,
      Dependence dependence,
      @Nullable LogitEquations equations,
      int explicit,
      long bytes) {
    this.tree = tree;
    this.terms = terms;
    this.dependence = dependence;
    this.equations = equations;
    this.explicit = explicit;
    this.bytes = bytes;
  }

  /// A game that is ready, or too large.
  sealed interface Preparation {
    record Ready(LogitSystem system) implements Preparation {}

    record Refused(AgentLogitOutcome.TooLarge reason) implements Preparation {}
  }

  static Preparation prepare(ExtensiveGame game, long most) {
    long n = game.nodes().size();
    long slots = game.informationSets().stream().mapToLong(set -> set.actions().size()).sum();
    long bytes = n * (64 + 16L * game.players().size()) + 40 * slots;
    String size =
        "%d nodes, %d information sets, %d actions"
            .formatted(n, game.informationSets().size(), slots);
    if (bytes > most) {
      return refused(bytes, most, size, "the tree itself");
    }
    var tree = new CompiledTree(game);
    bytes += 8 * PathTerms.count(tree);
    if (bytes > most) {
      return refused(bytes, most, size, "the paths to information sets of several nodes");
    }
    var terms = PathTerms.of(tree);
    var dependence = new Dependence(tree, terms);
    if (dependence.tied.length == 0) {
      return new Preparation.Ready(new LogitSystem(tree, terms, dependence, null, 0, bytes));
    }
    double visits = visits(tree, dependence);
    if (visits > MOST_VISITS) {
      return refused(
          bytes, most, size, "%.1e nodes to visit for one matrix of derivatives".formatted(visits));
    }
    var pattern = TreePattern.of(tree, terms, dependence, Math.min((most - bytes) / 12, 1L << 30));
    if (pattern == null) {
      return refused(most + 1, most, size, "the derivatives");
    }
    bytes += 12L * pattern.entry.length;
    var factors = "the factors of %d tied unknowns".formatted(pattern.rows - pattern.explicitRows);
    long least = bytes + SparseLu.leastBytes(pattern.start, pattern.entry);
    if (least > most) {
      return refused(least, most, size, factors);
    }
    var lu = SparseLu.of(pattern.start, pattern.entry, most - bytes);
    if (lu == null) {
      return refused(most + 1, most, size, factors);
    }
    var equations = new LogitEquations(tree, terms, dependence, pattern, lu);
    return new Preparation.Ready(
        new LogitSystem(
            tree, terms, dependence, equations, pattern.explicitRows, bytes + lu.bytes()));
  }

  private static double visits(CompiledTree tree, Dependence dependence) {
    double visits = 0;
    for (int[] sets : new int[][] {dependence.between, dependence.tied}) {
      for (int h : sets) {
        for (int m = tree.firstMember[h]; m < tree.firstMember[h + 1]; m++) {
          visits += tree.end[tree.member[m]] - tree.member[m];
        }
      }
    }
    return visits;
  }

  private static Preparation refused(long bytes, long most, String size, String cause) {
    return new Preparation.Refused(
        new AgentLogitOutcome.TooLarge(
            bytes,
            most,
            """
            the game (%s) needs at least %d MiB for %s, the limit is %d MiB
            Try: a larger limit of memory, or a game with fewer rounds, types or offers\
            """
                .formatted(size, (bytes >> 20) + 1, cause, most >> 20)));
  }

  /// Refuses precisions at which odds overflow.
  void checkPrecision(double lambda) {
    if (!(lambda * tree.range < HIGHEST)) {
      throw new IllegalArgumentException(
          """
          lambda %s times the payoff range %s is %s, must be below %s
          Try: payoffs in another unit, or a smaller lambda\
          """
              .formatted(lambda, tree.range, lambda * tree.range, HIGHEST));
    }
  }

  CompiledTree tree() {
    return tree;
  }

  PathTerms terms() {
    return terms;
  }

  Dependence dependence() {
    return dependence;
  }

  /// The tied equations, null if there are none.
  @Nullable LogitEquations equations() {
    return equations;
  }

  int explicit() {
    return explicit;
  }

  long bytes() {
    return bytes;
  }
}
