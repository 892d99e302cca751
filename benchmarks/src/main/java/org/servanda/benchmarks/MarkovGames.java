package org.servanda.benchmarks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovGameBuilder;

/// Families of stochastic games that grow, for timing solvers.
final class MarkovGames {
  private static final double SLIP = 0.1;
  private static final List<String> NOTHING = List.of("-");

  private MarkovGames() {}

  /// A random game: payoffs k/10000 uniform, successor weights uniform over all states, discount
  /// 0.95.
  static MarkovGame random(long seed, int states, int players, int actions) {
    var random = new SplittableRandom(seed);
    var names = new ArrayList<String>();
    var discount = new double[players];
    for (int i = 0; i < players; i++) {
      names.add("player " + i);
      discount[i] = 0.95;
    }
    var builder = MarkovGame.builder(names, discount);
    for (int s = 0; s < states; s++) {
      builder.state("s" + s, Collections.nCopies(players, Collections.nCopies(actions, "a")));
    }
    int joint = 1;
    for (int i = 0; i < players; i++) {
      joint *= actions;
    }
    for (int s = 0; s < states; s++) {
      for (int k = 0; k < joint; k++) {
        randomProfile(builder, random, s, k, players, actions);
      }
    }
    return builder.build();
  }

  private static void randomProfile(
      MarkovGameBuilder builder, SplittableRandom random, int s, int k, int players, int actions) {
    var action = new int[players];
    var payoffs = new double[players];
    for (int i = players - 1, rest = k; i >= 0; i--, rest /= actions) {
      action[i] = rest % actions;
    }
    for (int i = 0; i < players; i++) {
      payoffs[i] = random.nextInt(10_001) / 1e4;
    }
    var to = new int[builder.states()];
    var weights = new double[to.length];
    double sum = 0;
    for (int t = 0; t < to.length; t++) {
      to[t] = t;
      weights[t] = random.nextDouble();
      sum += weights[t];
    }
    for (int t = 0; t < to.length; t++) {
      weights[t] /= sum;
    }
    builder.profile(s, action, payoffs, to, weights);
  }

  /// What the two sides can do at a place, and what follows; every combination must be there.
  private record Place(
      List<String> rows, List<String> columns, Map<Integer, Map<List<Integer>, Double>> next) {}

  /// Writes out all places that can be reached as a zero-sum game without discount.
  ///
  /// @param reward what moving from one place to another pays the first side
  private static MarkovGame explore(
      List<Integer> start, Function<List<Integer>, Place> rules, Reward reward) {
    var number = new LinkedHashMap<List<Integer>, Integer>();
    var places = new ArrayList<Place>();
    var queue = new ArrayDeque<List<Integer>>();
    number.put(start, 0);
    queue.add(start);
    while (!queue.isEmpty()) {
      var place = rules.apply(queue.remove());
      places.add(place);
      for (var lottery : place.next.values()) {
        for (var next : lottery.keySet()) {
          if (number.putIfAbsent(next, number.size()) == null) {
            queue.add(next);
          }
        }
      }
    }
    var builder = MarkovGame.builder(List.of("coalition", "rest"), 1, 1);
    var keys = List.copyOf(number.keySet());
    for (int s = 0; s < places.size(); s++) {
      builder.state(keys.get(s).toString(), List.of(places.get(s).rows, places.get(s).columns));
    }
    for (int s = 0; s < places.size(); s++) {
      var place = places.get(s);
      for (var entry : place.next.entrySet()) {
        int columns = place.columns.size();
        var to = new int[entry.getValue().size()];
        var p = new double[to.length];
        double paid = 0;
        int k = 0;
        for (var next : entry.getValue().entrySet()) {
          to[k] = number.get(next.getKey());
          p[k++] = next.getValue();
          paid += next.getValue() * reward.of(keys.get(s), next.getKey());
        }
        int[] action = {entry.getKey() / columns, entry.getKey() % columns};
        builder.profile(s, action, new double[] {paid, -paid}, to, p);
      }
    }
    return builder.build();
  }

  private interface Reward {
    double of(List<Integer> from, List<Integer> to);
  }

  /// Two robots on a grid: the first wants to the opposite corner and must not share a square with
  /// the second; a move slips sideways with probability 0.1 in total.
  static MarkovGame robots(int side) {
    int end = side - 1;
    List<Integer> start = List.of(0, 0, end, end);
    return explore(
        start,
        at -> robotMoves(at, end),
        (from, to) -> !arrived(from, end) && arrived(to, end) && !crashed(to) ? 1 : 0);
  }

  private static boolean arrived(List<Integer> at, int end) {
    return at.get(0) == end && at.get(1) == end;
  }

  private static boolean crashed(List<Integer> at) {
    return at.get(0).equals(at.get(2)) && at.get(1).equals(at.get(3));
  }

  private static Place robotMoves(List<Integer> at, int end) {
    if (arrived(at, end) || crashed(at)) {
      return new Place(NOTHING, NOTHING, Map.of(0, Map.of(at, 1.0)));
    }
    var first = walks(at.get(0), at.get(1), end);
    // The second robot walks the mirrored way.
    var second = walks(end - at.get(2), end - at.get(3), end);
    var next = new TreeMap<Integer, Map<List<Integer>, Double>>();
    for (int r = 0; r < first.size(); r++) {
      for (int c = 0; c < second.size(); c++) {
        var lottery = new LinkedHashMap<List<Integer>, Double>();
        for (var one : first.get(r).entrySet()) {
          for (var two : second.get(c).entrySet()) {
            lottery.merge(
                List.of(
                    one.getKey().get(0),
                    one.getKey().get(1),
                    end - two.getKey().get(0),
                    end - two.getKey().get(1)),
                one.getValue() * two.getValue(),
                Double::sum);
          }
        }
        next.put(r * second.size() + c, lottery);
      }
    }
    return new Place(
        Collections.nCopies(first.size(), "walk"),
        Collections.nCopies(second.size(), "walk"),
        next);
  }

  /// North, east, north-east, as far as the grid allows; at the corner there is only rest.
  private static List<Map<List<Integer>, Double>> walks(int x, int y, int end) {
    int[][] compass = {{-1, 1}, {0, 1}, {1, 1}, {1, 0}, {1, -1}};
    var walks = new ArrayList<Map<List<Integer>, Double>>();
    for (int d : new int[] {1, 3, 2}) {
      if (!inside(x + compass[d][0], y + compass[d][1], end)) {
        continue;
      }
      var lottery = new LinkedHashMap<List<Integer>, Double>();
      double straight = 1;
      for (int side : new int[] {d - 1, d + 1}) {
        int u = x + compass[side][0];
        int v = y + compass[side][1];
        if (inside(u, v, end)) {
          lottery.merge(List.of(u, v), SLIP / 2, Double::sum);
          straight -= SLIP / 2;
        }
      }
      lottery.merge(List.of(x + compass[d][0], y + compass[d][1]), straight, Double::sum);
      walks.add(lottery);
    }
    return walks.isEmpty() ? List.of(Map.of(List.of(x, y), 1.0)) : walks;
  }

  private static boolean inside(int x, int y, int end) {
    return x >= 0 && y >= 0 && x <= end && y <= end;
  }

  /// A futures market: an investor may invest and cash in a month later at the share's value, the
  /// market may bar it for a month; value, tendency and cap of the share move at random.
  ///
  /// A place is (turn, invested, barred, value, tendency, cap).
  ///
  /// @param most largest value
  static MarkovGame investor(int most) {
    return explore(
        List.of(0, 0, 0, most / 2, 5, most),
        MarkovGames::marketMoves,
        (from, to) -> from.get(1) == 1 && to.get(1) == 2 ? from.get(3) : 0);
  }

  private static Place marketMoves(List<Integer> at) {
    boolean barred = at.get(2) == 1;
    return switch (at.get(0)) {
      case 0 -> {
        if (at.get(1) == 2) {
          yield new Place(NOTHING, NOTHING, Map.of(0, Map.of(at, 1.0)));
        }
        if (at.get(1) == 1 && !barred) {
          yield new Place(NOTHING, NOTHING, Map.of(0, Map.of(with(at, 0, 2, 0), 1.0)));
        }
        yield new Place(
            List.of("wait", "invest"),
            NOTHING,
            Map.of(
                0, Map.of(with(at, 1, 0, at.get(2)), 1.0),
                1, Map.of(with(at, 1, 1, at.get(2)), 1.0)));
      }
      case 1 ->
          barred
              ? new Place(NOTHING, NOTHING, Map.of(0, Map.of(with(at, 2, at.get(1), 0), 1.0)))
              : new Place(
                  NOTHING,
                  List.of("bar", "let"),
                  Map.of(
                      0, Map.of(with(at, 2, at.get(1), 1), 1.0),
                      1, Map.of(with(at, 2, at.get(1), 0), 1.0)));
      default -> new Place(NOTHING, NOTHING, Map.of(0, month(at)));
    };
  }

  private static List<Integer> with(List<Integer> at, int turn, int invested, int barred) {
    return List.of(turn, invested, barred, at.get(3), at.get(4), at.get(5));
  }

  private static Map<List<Integer>, Double> month(List<Integer> at) {
    int value = at.get(3);
    int tendency = at.get(4);
    int cap = at.get(5);
    double rise = value < 5 ? 2.0 / 3 : value > 5 ? 1.0 / 3 : 0.5;
    var lottery = new LinkedHashMap<List<Integer>, Double>();
    for (int up = 0; up < 2; up++) {
      for (int firmer = 0; firmer < 2; firmer++) {
        for (int lower = 0; lower < 2; lower++) {
          double p =
              (up == 1 ? tendency / 10.0 : 1 - tendency / 10.0)
                  * (firmer == 1 ? rise : 1 - rise)
                  / 2;
          if (p > 0) {
            int moved = up == 1 ? value + 1 : Math.max(value - 1, 0);
            int to = firmer == 1 ? Math.min(tendency + 1, 10) : Math.max(tendency - 1, 0);
            int capped = lower == 1 ? Math.max(cap - 1, 0) : cap;
            lottery.merge(
                List.of(0, at.get(1), at.get(2), Math.min(moved, cap), to, capped), p, Double::sum);
          }
        }
      }
    }
    return lottery;
  }
}
