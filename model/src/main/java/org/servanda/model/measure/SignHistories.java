package org.servanda.model.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.servanda.engine.game.TypeSpace;
import org.servanda.engine.play.PathListener;
import org.servanda.engine.play.Step;
import org.servanda.model.compile.Codebook;
import org.servanda.model.compile.Meaning;
import org.servanda.model.compile.Meaning.Clock;

/// Sampled histories as far as signs are concerned: when each sign was first seen, and when each
/// clock stopped.
final class SignHistories implements PathListener {
  /// Later than every period.
  static final int NEVER = Integer.MAX_VALUE;

  private final Codebook codebook;
  private final List<SignCandidates.Candidate> candidates;

  /// Signs of belief and the value functions in which they are read.
  private final List<Belief> beliefs = new ArrayList<>();

  /// Signs that a position shows, by position.
  private final int[][] shown;

  /// Signs of happenings.
  private final List<Event> events = new ArrayList<>();

  /// Period of the first time, by sign and history.
  private final int[][] seen;

  /// Period in which each clock stopped, by clock and history.
  private final int[][] stopped;

  private record Belief(int index, Sign.Believed sign, int value) {}

  private record Event(int index, Sign.Happened sign) {}

  SignHistories(
      Codebook codebook,
      TypeSpace types,
      List<SignCandidates.Candidate> candidates,
      int histories) {
    this.codebook = codebook;
    this.candidates = candidates;
    this.seen = new int[candidates.size()][histories];
    this.stopped = new int[Clock.values().length][histories];
    for (int[] bySign : seen) {
      Arrays.fill(bySign, NEVER);
    }
    for (int[] byClock : stopped) {
      Arrays.fill(byClock, NEVER);
    }
    for (int s = 0; s < seen.length; s++) {
      switch (candidates.get(s).sign()) {
        case Sign.Believed sign ->
            beliefs.add(new Belief(s, sign, types.valueFunction(sign.player(), sign.type())));
        case Sign.Happened sign -> events.add(new Event(s, sign));
        case Sign.Strength _,
            Sign.Conceded _,
            Sign.Joined _,
            Sign.Armed _,
            Sign.Divided(),
            Sign.NotInForce(),
            Sign.Sanctioned _ -> {}
      }
    }
    this.shown = new int[codebook.spots().size()][];
    for (int x = 0; x < shown.length; x++) {
      var state = SignCandidates.state(codebook.spots().get(x));
      shown[x] =
          state == null
              ? new int[0]
              : IntStream.range(0, seen.length)
                  .filter(s -> candidates.get(s).sign().shows(state))
                  .toArray();
    }
  }

  @Override
  public void step(int path, Step step) {
    for (int s : shown[step.position()]) {
      note(s, path, step.period());
    }
    for (var belief : beliefs) {
      if (passed(belief.sign(), step.beliefs().at(belief.value()))) {
        note(belief.index(), path, step.period());
      }
    }
    var meaning = codebook.meanings().get(step.position()).get(step.outcome());
    for (var clock : meaning.stops()) {
      stopped[clock.ordinal()][path] = Math.min(stopped[clock.ordinal()][path], step.period());
    }
    happened(meaning, path, step.period());
  }

  private static boolean passed(Sign.Believed sign, double belief) {
    return switch (sign.direction()) {
      case RISES -> belief >= sign.bound();
      case FALLS -> belief < sign.bound();
    };
  }

  private void happened(Meaning meaning, int path, int period) {
    for (var event : events) {
      if (event.sign().happening() == meaning.happening()
          && event.sign().actor() == meaning.actor()) {
        note(event.index(), path, period);
      }
    }
  }

  /// Signs count while what they announce can still come.
  private void note(int sign, int path, int period) {
    if (seen[sign][path] == NEVER && until(candidates.get(sign).clock(), path) == NEVER) {
      seen[sign][path] = period;
    }
  }

  /// {@return the period in which a sign was first seen while its clock could stop, or [#NEVER]}
  int seen(int sign, int path) {
    return seen[sign][path];
  }

  /// {@return the period in which a clock stopped, or [#NEVER]}
  int stopped(Clock clock, int path) {
    return stopped[clock.ordinal()][path];
  }

  /// {@return the last period at whose opening a clock could still stop, or [#NEVER]}
  int until(Clock clock, int path) {
    return stopped[(clock == Clock.BREACH ? Clock.EXIT : clock).ordinal()][path];
  }

  /// {@return the share of the histories that show either of two signs that first show both in the
  /// same period}
  double together(int one, int other) {
    int both = 0;
    int either = 0;
    for (int n = 0; n < seen[one].length; n++) {
      boolean any = Math.min(seen[one][n], seen[other][n]) < NEVER;
      either += any ? 1 : 0;
      both += any && seen[one][n] == seen[other][n] ? 1 : 0;
    }
    return either == 0 ? 0 : (double) both / either;
  }
}
