package org.servanda.engine.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.servanda.engine.branch.BranchListener;
import org.servanda.engine.branch.PathTracer;
import org.servanda.engine.branch.TraceLimits;

/// Looks for all agent logit equilibria of an extensive game at one precision.
///
/// First the principal branch is followed, which gives all its meetings with the precision. Then
/// paths are followed from games in which a random action at every tied information set carries a
/// bonus that outweighs everything, so that there is one equilibrium; the bonus fades, turns into a
/// penalty, and every meeting with the game itself is an equilibrium. Last, the branches of those
/// found are followed towards lower precision, where they turn and bring back others.
///
/// Guaranteed: everything found is an equilibrium within the residual it carries. Every regular
/// equilibrium has an index, 1 or -1, the sign of the determinant of the equations' derivatives,
/// and those of all equilibria add up to 1; where those found do not, some are certainly missing.
/// Without tied information sets the equilibrium is the only one. Not guaranteed otherwise: that
/// nothing is missing.
///
/// @source McKelvey and Palfrey (1998); Herings and Peeters (2010); Milnor (1965), section 6
public final class AgentLogitSearch {
  private static final double DIFFERENT = 1e-6;
  private static final double FURTHEST = 2.5;

  private final LogitSystem system;
  private final AgentLogitOptions options;
  private final double lambda;
  private final BranchRun run;
  private final List<AgentLogitEquilibrium> onBranch = new ArrayList<>();
  private final List<AgentLogitEquilibrium> others = new ArrayList<>();
  private int broken;

  private AgentLogitSearch(LogitSystem system, AgentLogitOptions options, double lambda) {
    this.system = system;
    this.options = options;
    this.lambda = lambda;
    this.run = new BranchRun(system, options);
  }

  /// Searches.
  ///
  /// @param lambda precision, in 1/utility, finite, at least 0
  /// @param starts random paths to follow, at least 0
  /// @param seed of the random bonuses
  /// @param options how far to follow the principal branch, and limits of the work; the precisions
  ///   in it are not used
  /// @throws IllegalArgumentException if `lambda` or `starts` is out of range, or precision times
  ///   payoff range is 1e300 or more
  public static AgentLogitSearchOutcome search(
      ExtensiveGame game, double lambda, int starts, long seed, AgentLogitOptions options) {
    if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "lambda is %s, must be finite and at least 0\nTry: 1".formatted(lambda));
    }
    if (starts < 0) {
      throw new IllegalArgumentException(
          "starts is %d, must be at least 0\nTry: 50".formatted(starts));
    }
    return switch (LogitSystem.prepare(game, options.mostBytes())) {
      case LogitSystem.Preparation.Refused(var reason) ->
          new AgentLogitSearchOutcome.Refused(reason);
      case LogitSystem.Preparation.Ready(var system) -> {
        system.checkPrecision(lambda);
        yield new AgentLogitSearch(system, options, lambda).run(starts, seed);
      }
    };
  }

  private AgentLogitSearchOutcome run(int starts, long seed) {
    var equations = system.equations();
    if (equations == null) {
      run.direct(lambda);
      return new AgentLogitSearchOutcome.Found(
          List.of(run.equilibrium(lambda, 1)),
          List.of(1),
          AgentLogitSearchOutcome.Knowledge.ONLY_ONE,
          BranchStatus.REACHED,
          0,
          0,
          run.size().seconds());
    }
    followBranch(equations);
    int followed = 0;
    var random = new SplittableRandom(seed);
    for (; followed < starts && lambda > 0 && !run.overdue(); followed++) {
      followPath(equations, random.split());
    }
    for (int k = 0; k < others.size() && !run.overdue(); k++) {
      followOther(equations, others.get(k));
    }
    others.sort(this::compare);
    var all = new ArrayList<>(onBranch);
    all.addAll(others);
    List<Integer> indices = all.stream().map(found -> index(equations, found)).toList();
    boolean addUp = indices.stream().mapToInt(k -> k).sum() == 1 && !indices.contains(0);
    return new AgentLogitSearchOutcome.Found(
        all,
        indices,
        addUp
            ? AgentLogitSearchOutcome.Knowledge.INDICES_ADD_UP
            : AgentLogitSearchOutcome.Knowledge.SOME_MISSING,
        run.status(),
        followed,
        broken,
        run.size().seconds());
  }

  private void followBranch(LogitEquations equations) {
    var y = new double[equations.size()];
    if (lambda == 0) {
      run.at(equations, y, 0);
      onBranch.add(run.equilibrium(0, 1));
      return;
    }
    double[] target = {lambda};
    double end = Math.max(options.follow(), 1.5 * lambda);
    run.follow(
        equations,
        y,
        target,
        end,
        new BranchListener() {
          @Override
          public void crossing(int which, int number, double[] at) {
            run.at(equations, at, lambda);
            onBranch.add(run.equilibrium(lambda, number));
          }
        });
  }

  private void followPath(LogitEquations equations, SplittableRandom random) {
    double scaled = lambda * system.tree().range;
    var push = new double[equations.size()];
    int at = 0;
    for (int h : equations.tied()) {
      int actions = system.tree().actions[h];
      int favored = random.nextInt(actions);
      double bonus = scaled * random.nextDouble(1.5, 4);
      for (int a = 1; a < actions; a++) {
        push[at++] = (a == favored ? bonus : 0) - (favored == 0 ? bonus : 0);
      }
    }
    var pushed = new PushedEquations(equations, lambda, push);
    var y = new double[push.length];
    if (!pushed.start(y)) {
      broken++;
      return;
    }
    var limits =
        TraceLimits.located(3 * scaled, 1e-12, Math.min(options.mostSteps(), 3_000))
            .stoppedBy(run::overdue);
    var trace =
        PathTracer.trace(pushed, y, 0, new double[] {1}, FURTHEST, limits, noting(equations));
    broken += trace.reached() ? 0 : 1;
  }

  private BranchListener noting(LogitEquations equations) {
    return new BranchListener() {
      @Override
      public void crossing(int target, int number, double[] y) {
        note(equations, y);
      }
    };
  }

  private void note(LogitEquations equations, double[] y) {
    run.at(equations, y, lambda);
    var found = run.equilibrium(lambda, 0);
    if (onBranch.stream().noneMatch(known -> same(known, found))
        && others.stream().noneMatch(known -> same(known, found))) {
      others.add(found);
    }
  }

  /// Follows the branch of an equilibrium that is not on the principal one towards lower precision:
  /// it has to turn and come back with another.
  private void followOther(LogitEquations equations, AgentLogitEquilibrium known) {
    var limits =
        TraceLimits.located(system.tree().range, 1e-12, Math.min(options.mostSteps(), 3_000));
    var beyond = new boolean[1];
    PathTracer.trace(
        new MirroredEquations(equations, 2 * lambda),
        odds(equations, known),
        lambda,
        new double[] {lambda},
        2 * lambda,
        limits.stoppedBy(() -> beyond[0] || run.overdue()),
        new BranchListener() {
          @Override
          public void point(double mirrored, double[] y) {
            beyond[0] = 2 * lambda - mirrored > 1.5 * lambda;
          }

          @Override
          public void crossing(int target, int number, double[] y) {
            note(equations, y);
          }
        });
  }

  private boolean same(AgentLogitEquilibrium one, AgentLogitEquilibrium two) {
    var tree = system.tree();
    for (int h = 0; h < tree.sets; h++) {
      for (int a = 0; a < tree.actions[h]; a++) {
        if (Math.abs(one.probability(h, a) - two.probability(h, a)) > DIFFERENT) {
          return false;
        }
      }
    }
    return true;
  }

  private int compare(AgentLogitEquilibrium one, AgentLogitEquilibrium two) {
    var tree = system.tree();
    for (int h = 0; h < tree.sets; h++) {
      for (int a = 0; a < tree.actions[h]; a++) {
        double difference = one.probability(h, a) - two.probability(h, a);
        if (Math.abs(difference) > DIFFERENT) {
          return difference < 0 ? 1 : -1;
        }
      }
    }
    return 0;
  }

  private double[] odds(LogitEquations equations, AgentLogitEquilibrium found) {
    var y = new double[equations.size()];
    int at = 0;
    for (int h : equations.tied()) {
      for (int a = 1; a < system.tree().actions[h]; a++) {
        y[at++] = found.logProbability(h, a) - found.logProbability(h, 0);
      }
    }
    return y;
  }

  private int index(LogitEquations equations, AgentLogitEquilibrium found) {
    int n = equations.size();
    equations.linearize(odds(equations, found), lambda, new double[n]);
    var row = new double[n + 1];
    row[n] = 1;
    return equations.factor(1, row);
  }
}
