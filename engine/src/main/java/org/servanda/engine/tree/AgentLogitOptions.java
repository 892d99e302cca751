package org.servanda.engine.tree;

import java.util.ArrayList;
import java.util.List;
import org.servanda.engine.equilibrium.Cancellation;

/// What to solve an extensive game for, and when to give up.
///
/// @param lambdas precisions in 1/utility at which solutions are wanted, each finite and at least
///   0, in any order
/// @param follow precision up to which the branch is followed, finite, at least the largest of
///   `lambdas`; later meetings with a precision are found as far as this
/// @param mostSteps steps along the branch, refused ones included, after which to give up, positive
/// @param mostBytes memory the solver may take beyond the game itself, positive
/// @param mostSeconds wall time after which to stop, positive, may be infinite
/// @param cancellation token asked before every step
public record AgentLogitOptions(
    List<Double> lambdas,
    double follow,
    int mostSteps,
    long mostBytes,
    double mostSeconds,
    Cancellation cancellation) {

  /// Checks and copies.
  ///
  /// @throws IllegalArgumentException if a number is outside its domain
  public AgentLogitOptions {
    lambdas = List.copyOf(lambdas);
    for (double lambda : lambdas) {
      if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "lambda is %s, must be finite and at least 0\nTry: the limit for an infinite lambda"
                .formatted(lambda));
      }
      if (!(lambda <= follow)) {
        throw new IllegalArgumentException(
            "follow is %s, must be at least the largest lambda, %s\nTry: follow = %s"
                .formatted(follow, lambda, lambda));
      }
    }
    if (!(follow >= 0 && follow < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "follow is %s, must be finite and at least 0\nTry: the largest lambda".formatted(follow));
    }
    if (!(mostSteps > 0 && mostBytes > 0 && mostSeconds > 0)) {
      throw new IllegalArgumentException(
          "mostSteps %d, mostBytes %d and mostSeconds %s must be positive\nTry: the defaults"
              .formatted(mostSteps, mostBytes, mostSeconds));
    }
  }

  /// Options for solutions at some precisions: the branch is followed to the largest, with at most
  /// 20,000 steps, half of the memory the virtual machine may take, and no limit of time.
  public static AgentLogitOptions at(double... lambdas) {
    double largest = 0;
    var list = new ArrayList<Double>();
    for (double lambda : lambdas) {
      list.add(lambda);
      largest = Math.max(largest, lambda);
    }
    return new AgentLogitOptions(
        list,
        largest,
        20_000,
        Runtime.getRuntime().maxMemory() / 2,
        Double.POSITIVE_INFINITY,
        new Cancellation());
  }

  /// Returns the same with another precision to follow the branch to.
  public AgentLogitOptions followedTo(double precision) {
    return new AgentLogitOptions(
        lambdas, precision, mostSteps, mostBytes, mostSeconds, cancellation);
  }

  /// Returns the same with other limits.
  public AgentLogitOptions within(int steps, long bytes, double seconds) {
    return new AgentLogitOptions(lambdas, follow, steps, bytes, seconds, cancellation);
  }

  /// Returns the same with a token through which the work can be stopped.
  public AgentLogitOptions cancelledBy(Cancellation token) {
    return new AgentLogitOptions(lambdas, follow, mostSteps, mostBytes, mostSeconds, token);
  }
}
