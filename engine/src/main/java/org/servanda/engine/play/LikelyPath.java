package org.servanda.engine.play;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.QuantalResponseEquilibrium;
import org.servanda.engine.equilibrium.Visit;
import org.servanda.engine.game.Timing;

/// A most likely history to an event, found by a search and not by sampling.
///
/// The search keeps, at each position and cell of beliefs, the most likely history that leads
/// there; with cells of finite size it is exact as long as histories in one cell lead on alike.
///
/// @param steps from the root; the last one is the event
/// @param probability of the whole history, the product of the steps' probabilities
public record LikelyPath(List<Step> steps, double probability) {
  /// Copies the list.
  public LikelyPath {
    steps = List.copyOf(steps);
  }

  /// Says which events are looked for.
  @FunctionalInterface
  public interface Target {
    /// Says whether an outcome at a position in a period is one of the events.
    boolean hit(int period, int position, int outcome);
  }

  private record Node(
      double probability,
      FlatBelief beliefs,
      @Nullable Node before,
      int period,
      int position,
      int outcome,
      double last) {}

  /// Finds the most likely history to the first event of each target.
  ///
  /// @param cells per axis of beliefs, from 0 to 10,000; 0 compares beliefs exactly
  /// @return one path per target, null where the event cannot happen
  public static List<@Nullable LikelyPath> find(
      QuantalResponseEquilibrium equilibrium, List<Target> targets, int cells) {
    return new Search(equilibrium, targets, cells).run();
  }

  private static final class Search {
    private final QuantalResponseEquilibrium equilibrium;
    private final List<Target> targets;
    private final BeliefCells cells;
    private final List<@Nullable Node> found;
    private final Visit visit;

    Search(QuantalResponseEquilibrium equilibrium, List<Target> targets, int cells) {
      this.equilibrium = equilibrium;
      this.targets = targets;
      this.cells = new BeliefCells(equilibrium.game().types(), cells);
      this.found = new ArrayList<>(Collections.nCopies(targets.size(), null));
      this.visit = new Visit(equilibrium.game().types());
    }

    List<@Nullable LikelyPath> run() {
      var game = equilibrium.game();
      List<Map<Object, Node>> now = maps();
      double[] priors = equilibrium.priors();
      now.get(equilibrium.place(game.root()))
          .put(cells.key(priors), new Node(1, FlatBelief.of(priors), null, 0, game.root(), 0, 1));
      for (int t = 0; t < equilibrium.periods(); t++) {
        List<Map<Object, Node>> next = maps();
        for (int place = 0; place < equilibrium.places(); place++) {
          for (var node : now.get(place).values()) {
            expand(t, equilibrium.positionAt(place), node, now, next);
          }
          now.get(place).clear();
        }
        now = next;
      }
      var paths = new ArrayList<@Nullable LikelyPath>();
      for (var node : found) {
        paths.add(node == null ? null : path(node));
      }
      return paths;
    }

    private List<Map<Object, Node>> maps() {
      var maps = new ArrayList<Map<Object, Node>>();
      for (int place = 0; place < equilibrium.places(); place++) {
        maps.add(new LinkedHashMap<>());
      }
      return maps;
    }

    private void expand(
        int t, int position, Node node, List<Map<Object, Node>> now, List<Map<Object, Node>> next) {
      if (!promising(node.probability())) {
        return;
      }
      var held = new double[node.beliefs().size()];
      node.beliefs().copyTo(held);
      equilibrium.period(t).visit(position, held, visit);
      var outcomes = Propagation.outcomes(equilibrium.game().position(position));
      for (int o = 0; o < outcomes.size(); o++) {
        double probability = node.probability() * visit.probability(o);
        if (!promising(probability)) {
          continue;
        }
        var beliefs = new double[held.length];
        visit.copyPosterior(o, beliefs);
        var child =
            new Node(
                probability, FlatBelief.of(beliefs), node, t, position, o, visit.probability(o));
        note(child, t, position, o);
        var maps = outcomes.get(o).timing() == Timing.NEXT_PERIOD ? next : now;
        maps.get(equilibrium.place(outcomes.get(o).successor()))
            .merge(
                cells.key(beliefs),
                child,
                (old, fresh) -> fresh.probability() > old.probability() ? fresh : old);
      }
    }

    /// Whether a history may still beat the best one found to some target.
    private boolean promising(double probability) {
      if (!(probability > 0)) {
        return false;
      }
      for (var best : found) {
        if (best == null || probability > best.probability()) {
          return true;
        }
      }
      return false;
    }

    private void note(Node child, int t, int position, int o) {
      for (int i = 0; i < targets.size(); i++) {
        var best = found.get(i);
        if ((best == null || child.probability() > best.probability())
            && targets.get(i).hit(t, position, o)) {
          found.set(i, child);
        }
      }
    }

    private LikelyPath path(Node end) {
      var steps = new ArrayList<Step>();
      var node = end;
      while (node.before() != null) {
        var before = node.before();
        steps.add(
            new Step(
                node.period(), node.position(), node.outcome(), before.beliefs(), node.last()));
        node = before;
      }
      Collections.reverse(steps);
      return new LikelyPath(steps, end.probability());
    }
  }
}
