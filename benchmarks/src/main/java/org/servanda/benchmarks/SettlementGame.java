package org.servanda.benchmarks;

import java.util.List;
import org.servanda.engine.game.Action;
import org.servanda.engine.game.Belief;
import org.servanda.engine.game.Chance;
import org.servanda.engine.game.Decision;
import org.servanda.engine.game.Lottery;
import org.servanda.engine.game.Outcome;
import org.servanda.engine.game.Payoffs;
import org.servanda.engine.game.StochasticGame;
import org.servanda.engine.game.Terminal;
import org.servanda.engine.game.TypeSpace;

/// A fixed game of the size and mix of a settlement between two sides and a guarantor.
///
/// Players 0 and 1 (two types each) hold shares of an issue; player 2 guarantees. Public state:
/// balance (9), share (5), status (4), accession (3), cohesion (2): 1,080 states. In each state 28
/// positions: 16 chance (events, initiative, drift, contests), 6 decisions of the guarantor with 2
/// or 3 actions, 4 decisions of an informed player with 2 public actions, 2 with 4 actions of which
/// one is hidden behind another. One terminal for conquest by either side.
final class SettlementGame {
  static final int HORIZON = 40;
  private static final int BALANCES = 9;
  private static final int SHARES = 5;
  private static final int STATUSES = 4;
  private static final int ACCESSIONS = 3;
  private static final int COHESIONS = 2;
  private static final double DISCOUNT = 0.98;
  private static final double[] GREED = {0.1, 0.8};
  private static final double[] FEAR = {0.4, 0.1};

  private record State(int balance, int share, int status, int accession, int cohesion) {
    int index() {
      return (((balance * SHARES + share) * STATUSES + status) * ACCESSIONS + accession) * COHESIONS
          + cohesion;
    }

    static State of(int index) {
      int rest = index;
      int cohesion = rest % COHESIONS;
      rest /= COHESIONS;
      int accession = rest % ACCESSIONS;
      rest /= ACCESSIONS;
      int status = rest % STATUSES;
      rest /= STATUSES;
      return new State(rest / SHARES, rest % SHARES, status, accession, cohesion);
    }

    State withBalance(int change) {
      return new State(
          Math.clamp((long) balance + change, 0, BALANCES - 1), share, status, accession, cohesion);
    }

    State withShare(int change) {
      return new State(
          balance, Math.clamp((long) share + change, 0, SHARES - 1), status, accession, cohesion);
    }

    State withStatus(int now) {
      return new State(balance, share, now, accession, cohesion);
    }

    State flipped() {
      return new State(balance, share, status, accession, 1 - cohesion);
    }

    State joined() {
      return new State(balance, share, status, Math.min(accession + 1, ACCESSIONS - 1), cohesion);
    }

    /// Share of a side, in [0, 1].
    double shareOf(int side) {
      double first = (double) share / (SHARES - 1);
      return side == 0 ? first : 1 - first;
    }

    /// Probability that a side wins a contest.
    double strength(int side, double aid) {
      double lead = (side == 0 ? 1 : -1) * (balance - (BALANCES - 1) / 2.0) * 0.6 - aid;
      return 1 / (1 + StrictMath.exp(-lead));
    }
  }

  private static final int STATES = BALANCES * SHARES * STATUSES * ACCESSIONS * COHESIONS;

  private final StochasticGame.Builder builder =
      StochasticGame.builder(TypeSpace.of(2, 2, 1), HORIZON);
  private final int[] starts = new int[STATES];
  private final int[] initiatives = new int[STATES];
  private final int[] conquests = new int[2];

  private final double shift;

  private SettlementGame(double shift) {
    this.shift = shift;
  }

  /// Builds the game, the same every time.
  static StochasticGame build() {
    return build(0);
  }

  /// Builds another draw of it: the probability of drift and all flows are shifted.
  ///
  /// @param shift in [0, 0.1]
  static StochasticGame build(double shift) {
    return new SettlementGame(shift).make();
  }

  private StochasticGame make() {
    for (int i = 0; i < 3; i++) {
      builder.discount(i, DISCOUNT).precision(i, 30);
    }
    builder.prior(0, Belief.of(0.6, 0.4)).prior(1, Belief.of(0.7, 0.3));
    for (int side = 0; side < 2; side++) {
      double winner = 0.9;
      double loser = -0.3;
      double first = side == 0 ? winner : loser;
      double second = side == 0 ? loser : winner;
      conquests[side] =
          builder.add(Terminal.of(Payoffs.of(first, first + 0.1 * first, second, second, -0.4)));
    }
    for (int s = 0; s < STATES; s++) {
      starts[s] = builder.reserve();
      initiatives[s] = builder.reserve();
    }
    for (int s = 0; s < STATES; s++) {
      state(State.of(s));
    }
    int middle = new State(BALANCES / 2, SHARES / 2, 0, 0, 0).index();
    return builder.root(starts[middle]).build();
  }

  private void state(State state) {
    int s = state.index();
    double flip = 0.03 + 0.01 * state.cohesion();
    double[][] byPeriod = new double[HORIZON][];
    var lotteries = new Lottery[HORIZON];
    for (int t = 0; t < HORIZON; t++) {
      double lapse = state.status() == 0 && t >= 30 ? 0.05 : 0;
      byPeriod[t] = new double[] {1 - flip - lapse, flip, lapse};
      lotteries[t] = Lottery.of(byPeriod[t]);
    }
    builder.define(
        starts[s],
        new Chance(
            List.of(
                Outcome.to(initiatives[s]),
                Outcome.to(initiatives[state.flipped().index()]),
                Outcome.to(initiatives[state.withStatus(3).index()])),
            List.of(lotteries)));
    builder.salvage(starts[s], flows(state, 1, 0, 0, 0));
    builder.define(
        initiatives[s],
        Chance.of(
            List.of(Outcome.to(move(state, 0)), Outcome.to(move(state, 1))), Lottery.of(0.5, 0.5)));
  }

  /// What a period in a state brings, with extra amounts for the three players.
  private Payoffs flows(State state, double weight, double first, double second, double third) {
    var values = new double[5];
    for (int side = 0; side < 2; side++) {
      double share = state.shareOf(side);
      double danger = state.strength(1 - side, side == 1 ? 0.8 * state.accession() : 0);
      for (int k = 0; k < 2; k++) {
        values[2 * side + k] =
            weight * (share + shift + GREED[k] * Math.max(0, share - 0.5) - FEAR[k] * danger)
                + (side == 0 ? first : second);
      }
    }
    double order = state.status() == 0 ? 0.1 : 0;
    values[4] = weight * (order - 0.2 * Math.abs(state.shareOf(0) - 0.5)) + third;
    return Payoffs.of(values);
  }

  private Outcome end(State now, State then, double first, double second, double third) {
    return Outcome.next(starts[then.index()], flows(now, 1 - DISCOUNT, first, second, third));
  }

  private static double first(int side, double mover, double other) {
    return side == 0 ? mover : other;
  }

  private Outcome endFor(
      State now, State then, int side, double mover, double other, double guard) {
    return end(now, then, first(side, mover, other), first(side, other, mover), guard);
  }

  private static Action sure(int o, int n) {
    return Action.sure(o, n);
  }

  /// Comply, build (hidden behind compliance), demand, attack.
  private int move(State state, int side) {
    var quiet = Outcome.to(drift(state, side));
    var exposed = Outcome.to(enforce(state, side));
    var demanded = Outcome.to(respond(state, side));
    var attacked = Outcome.to(war(state, side, 0.3));
    double friction = 0.01;
    var cost = new double[5];
    cost[2 * side] = -friction;
    cost[2 * side + 1] = -friction;
    return builder.add(
        new Decision(
            side,
            List.of(quiet, exposed, demanded, attacked),
            List.of(
                new Action(Lottery.of(0.96, 0.04, 0, 0)),
                new Action(Lottery.of(0.65, 0.35, 0, 0), Payoffs.of(cost)),
                new Action(Lottery.sure(2, 4), Payoffs.of(cost)),
                new Action(Lottery.sure(3, 4), Payoffs.of(cost)))));
  }

  private int drift(State state, int side) {
    int toward = side == 0 ? 1 : -1;
    return builder.add(
        Chance.of(
            List.of(
                end(state, state, 0, 0, 0),
                end(state, state.withBalance(toward), 0, 0, 0),
                end(state, state.joined(), 0, 0, 0)),
            Lottery.of(0.8 - shift, 0.15 + shift, 0.05)));
  }

  private int enforce(State state, int side) {
    int breached = state.status() == 3 ? 3 : 1 + side;
    return builder.add(
        new Decision(
            2,
            List.of(
                endFor(state, state.withStatus(breached), side, -0.04, 0.01, -0.02),
                end(state, state, 0, 0, -0.01 * (2 - state.cohesion()))),
            List.of(sure(0, 2), sure(1, 2))));
  }

  private int respond(State state, int side) {
    int toward = side == 0 ? 1 : -1;
    return builder.add(
        new Decision(
            1 - side,
            List.of(
                endFor(state, state.withShare(toward), side, 0, -0.01, 0),
                Outcome.to(escalate(state, side))),
            List.of(sure(0, 2), sure(1, 2))));
  }

  private int escalate(State state, int side) {
    return builder.add(
        new Decision(
            side,
            List.of(endFor(state, state, side, -0.03, 0.01, 0), Outcome.to(war(state, side, 0))),
            List.of(sure(0, 2), sure(1, 2))));
  }

  /// The guarantor fights, supplies or abstains; then the contest.
  private int war(State state, int side, double surprise) {
    double loyal = 1 + state.accession() * 0.5 - 0.3 * state.cohesion();
    return builder.add(
        new Decision(
            2,
            List.of(
                Outcome.to(contest(state, side, 2 * loyal - surprise), payTo(-0.12)),
                Outcome.to(contest(state, side, loyal - surprise), payTo(-0.04)),
                Outcome.to(contest(state, side, -surprise), payTo(-0.05 * state.accession()))),
            List.of(sure(0, 3), sure(1, 3), sure(2, 3))));
  }

  private static Payoffs payTo(double guarantor) {
    return Payoffs.of(0, 0, 0, 0, guarantor);
  }

  private int contest(State state, int side, double aid) {
    double win = state.strength(side, aid);
    int toward = side == 0 ? 1 : -1;
    int breached = 1 + side;
    double conquer = 0.15 * win;
    double gain = 0.55 * win;
    double hold = 0.7 - conquer - gain + 0.3 * win;
    double repelled = 1 - conquer - gain - hold;
    var war = state.withStatus(breached);
    return builder.add(
        Chance.of(
            List.of(
                Outcome.to(conquests[side], flows(state, 0, -0.1, -0.1, 0)),
                endFor(state, war.withShare(toward).withBalance(toward), side, -0.1, -0.12, -0.02),
                endFor(state, war, side, -0.12, -0.1, -0.02),
                endFor(state, war.withShare(-toward), side, -0.15, -0.08, 0)),
            Lottery.of(conquer, gain, hold, repelled)));
  }
}
