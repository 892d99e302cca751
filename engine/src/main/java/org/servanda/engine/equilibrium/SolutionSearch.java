package org.servanda.engine.equilibrium;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Looks for other solutions of one decision, continuation values held fixed.
///
/// Newton's method from many random starts. Finds solutions that the branch from zero precision
/// never turns towards; finding one only is no proof that there is one only.
public final class SolutionSearch {
  private static final double SAME = 1e-6;

  private SolutionSearch() {}

  /// One solution.
  public static final class Solution {
    private final double[] sigma;

    Solution(double[] sigma) {
      this.sigma = sigma;
    }

    /// Returns a choice probability, in the order mover, type, action.
    public double choice(int index) {
      return sigma[index];
    }

    /// Returns the number of choice probabilities.
    public int choices() {
      return sigma.length;
    }

    boolean same(Solution other) {
      for (int c = 0; c < sigma.length; c++) {
        if (Math.abs(sigma[c] - other.sigma[c]) > SAME) {
          return false;
        }
      }
      return true;
    }
  }

  /// Searches at one position and belief.
  ///
  /// @param beliefs flat belief
  /// @param starts how many random starts, at least 1
  /// @param generator supplies them
  /// @return the solutions found, the one that the equilibrium uses first; empty if nobody moves
  /// @throws IllegalArgumentException if `starts` is less than 1
  public static List<Solution> at(
      PeriodSolution period,
      int position,
      double[] beliefs,
      int starts,
      RandomGenerator generator) {
    if (!(starts >= 1)) {
      throw new IllegalArgumentException(
          "starts is %d, must be at least 1\nTry: 50".formatted(starts));
    }
    var visit = new Visit(period.types());
    var found = new ArrayList<Solution>();
    period.visit(position, beliefs, visit);
    if (visit.choices() == 0) {
      return found;
    }
    note(found, visit);
    period
        .points()
        .search(
            period.rankOf(position), beliefs, starts, generator, visit, () -> note(found, visit));
    return found;
  }

  /// Searches at one position and belief, and fills a visit with the solution farthest from the one
  /// that the equilibrium uses.
  ///
  /// @param beliefs flat belief
  /// @param starts how many random starts, at least 1
  /// @param generator supplies them
  /// @param visit as the equilibrium has it; left so if no other solution is found
  /// @return whether another solution was found
  public static boolean farthest(
      PeriodSolution period,
      int position,
      double[] beliefs,
      int starts,
      RandomGenerator generator,
      Visit visit) {
    if (visit.choices() == 0) {
      return false;
    }
    var used = new Visit(period.types());
    used.copy(visit);
    var other = new Visit(period.types());
    period
        .points()
        .search(
            period.rankOf(position),
            beliefs,
            starts,
            generator,
            other,
            () -> {
              if (other.distance(used) > Math.max(SAME, visit.distance(used))) {
                visit.copy(other);
              }
            });
    return visit.distance(used) > SAME;
  }

  private static void note(List<Solution> found, Visit visit) {
    var sigma = new double[visit.choices()];
    for (int c = 0; c < sigma.length; c++) {
      sigma[c] = visit.choice(c);
    }
    var solution = new Solution(sigma);
    if (found.stream().noneMatch(solution::same)) {
      found.add(solution);
    }
  }
}
