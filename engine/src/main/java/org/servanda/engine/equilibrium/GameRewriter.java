package org.servanda.engine.equilibrium;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Position;
import org.servanda.engine.game.Redraw;
import org.servanda.engine.game.Simultaneous;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.Timing;

/// Puts the lotteries of another draw into a compiled game.
final class GameRewriter {
  private final PositionCompiler compiler;

  GameRewriter(CompiledGame compiled) {
    this.compiler = new PositionCompiler(compiled.game, compiled.rank);
  }

  void rewrite(CompiledGame compiled, StochasticGame draw) {
    check(compiled, draw);
    compiler.turnTo(draw);
    boolean precise = true;
    for (int i = 0; i < draw.types().players(); i++) {
      precise &= draw.precision(i) == compiled.game.precision(i);
    }
    for (int r = 0; r < compiled.positions.length; r++) {
      var position = compiled.positions[r];
      var before = compiled.game.position(position.original);
      if (!keep(position, before, draw.position(position.original), precise)) {
        compiled.positions[r] = compiler.compile(position.original);
      }
    }
    compiled.game = draw;
    compiled.measure();
  }

  private static void check(CompiledGame compiled, StochasticGame draw) {
    String misfit = misfit(compiled, draw);
    if (misfit != null) {
      throw new IllegalArgumentException(misfit);
    }
  }

  /// Returns how the structure of a draw differs, null if it does not.
  static @Nullable String misfit(CompiledGame compiled, StochasticGame draw) {
    var game = compiled.game;
    if (!game.types().equals(draw.types())
        || game.horizon() != draw.horizon()
        || game.positions() != draw.positions()
        || game.root() != draw.root()) {
      return "the draw has other types, horizon, number of positions or root\n"
          + "Try: prepare it by itself";
    }
    for (var position : compiled.positions) {
      var before = game.position(position.original);
      var now = draw.position(position.original);
      if (!sameKind(before, now) || !sameOutcomes(compiled, position, CompiledGame.outcomes(now))) {
        return "position %d of the draw has another kind, mover, number of actions, or outcomes with other successors, timing or redrawn players\nTry: prepare the draw by itself"
            .formatted(position.original);
      }
    }
    return null;
  }

  private static boolean sameKind(Position before, Position now) {
    return switch (now) {
      case Terminal _ -> before instanceof Terminal;
      case Chance _ -> before instanceof Chance;
      case Decision decision ->
          before instanceof Decision other
              && other.mover() == decision.mover()
              && other.actions().size() == decision.actions().size();
      case Simultaneous simultaneous ->
          before instanceof Simultaneous other && players(other).equals(players(simultaneous));
    };
  }

  private static List<List<Integer>> players(Simultaneous simultaneous) {
    return simultaneous.movers().stream()
        .map(mover -> List.of(mover.player(), mover.actions()))
        .toList();
  }

  private static boolean sameOutcomes(
      CompiledGame compiled, CompiledPosition position, List<Outcome> outcomes) {
    boolean same = outcomes.size() == position.outcomes();
    for (int o = 0; same && o < outcomes.size(); o++) {
      var outcome = outcomes.get(o);
      same =
          compiled.reachable[outcome.successor()]
              && compiled.rank[outcome.successor()] == position.successor[o]
              && (outcome.timing() == Timing.NEXT_PERIOD) == position.advances[o]
              && samePlayers(outcome.redraws(), position.redraws[o]);
    }
    return same;
  }

  private static boolean samePlayers(List<Redraw> now, Redraw[] before) {
    boolean same = now.size() == before.length;
    for (int j = 0; same && j < now.size(); j++) {
      same = now.get(j).player() == before[j].player();
    }
    return same;
  }

  /// Rewrites a position where it stands; false if it has to be compiled anew.
  private static boolean keep(
      CompiledPosition position, Position before, Position now, boolean precise) {
    return switch (now) {
      case Terminal _ -> true;
      case Chance chance -> keepChance(position, chance);
      case Decision decision -> precise && keepDecision(position, (Decision) before, decision);
      case Simultaneous _ -> false;
    };
  }

  private static boolean keepChance(CompiledPosition position, Chance chance) {
    int periods = chance.byPeriod().size();
    if (periods != position.share.length) {
      return false;
    }
    int terms = position.termOutcome.length;
    int term = 0;
    for (int o = 0; o < position.outcomes(); o++) {
      boolean used = false;
      for (int t = 0; t < periods; t++) {
        used |= chance.byPeriod().get(t).at(o) > 0;
      }
      boolean was = term < terms && position.termOutcome[term] == o;
      if (used != was) {
        return false;
      }
      for (int t = 0; used && t < periods; t++) {
        position.share[t][term] = chance.byPeriod().get(t).at(o);
      }
      term += used ? 1 : 0;
    }
    redraw(position, chance.outcomes());
    return true;
  }

  private static boolean keepDecision(CompiledPosition position, Decision before, Decision now) {
    if (position.kind == CompiledPosition.Kind.UNINFORMED) {
      return keepUninformed(position, now);
    }
    for (int a = 0; a < now.actions().size(); a++) {
      if (!now.actions().get(a).lottery().equals(before.actions().get(a).lottery())) {
        return false;
      }
    }
    redraw(position, now.outcomes());
    return true;
  }

  private static boolean keepUninformed(CompiledPosition position, Decision now) {
    int terms = position.termOutcome.length;
    int term = 0;
    for (int a = 0; a < now.actions().size(); a++) {
      Lottery lottery = now.actions().get(a).lottery();
      for (int o = 0; o < position.outcomes(); o++) {
        boolean was =
            term < terms && position.termSignal[term] == a && position.termOutcome[term] == o;
        if (lottery.at(o) > 0 != was) {
          return false;
        }
        if (was) {
          position.share[0][term++] = lottery.at(o);
        }
      }
    }
    redraw(position, now.outcomes());
    return true;
  }

  private static void redraw(CompiledPosition position, List<Outcome> outcomes) {
    if (position.redrawn) {
      position.redraw(outcomes);
    }
  }
}
