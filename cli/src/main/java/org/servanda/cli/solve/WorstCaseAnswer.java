package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.cli.answer.PlainText;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.ZeroSumGame;
import org.servanda.engine.markov.ZeroSumOptions;
import org.servanda.engine.markov.ZeroSumOutcome;
import org.servanda.engine.markov.ZeroSumSolver;
import org.servanda.engine.markov.ZeroSumValues;
import org.servanda.gamefile.GameFile;

/// What a coalition can guarantee, whatever the rest do.
public final class WorstCaseAnswer {
  private static final int MOST_STATES = 20;
  private static final int MOST_SWEEPS = 1_000_000;

  private final GameFile.States file;
  private final MarkovGame game;
  private final List<Integer> coalition;
  private final @Nullable Integer horizon;
  private final Question question;

  private WorstCaseAnswer(
      GameFile.States file, List<Integer> coalition, @Nullable Integer horizon, Question question) {
    this.file = file;
    this.game = file.game();
    this.coalition = coalition;
    this.horizon = horizon;
    this.question = question;
  }

  /// {@return the answer for a game of states}
  ///
  /// @param file the game
  /// @param coalition its players, from 0
  /// @param horizon steps played, null for no end
  /// @param question how exactly, and with how much memory
  public static Answer of(
      GameFile.States file, List<Integer> coalition, @Nullable Integer horizon, Question question) {
    try {
      return new WorstCaseAnswer(file, coalition, horizon, question).answer();
    } catch (IllegalArgumentException e) {
      return Missing.answer(question, Status.UNDEFINED, String.valueOf(e.getMessage()));
    }
  }

  private Answer answer() {
    var zeroSum = ZeroSumGame.of(game, coalition);
    var options = new ZeroSumOptions(question.accuracy(), MOST_SWEEPS, question.bytes());
    var outcome =
        horizon == null
            ? ZeroSumSolver.solve(zeroSum, options, question.cancellation())
            : ZeroSumSolver.solve(zeroSum, horizon, options, question.cancellation());
    return switch (outcome) {
      case ZeroSumOutcome.Solved(var values, var run) -> solved(values, run.seconds());
      case ZeroSumOutcome.NotSolved not -> notSolved(not);
    };
  }

  private SequencedMap<String, @Nullable Object> entry() {
    return object(
        "concept",
        "zero-sum-value",
        "player",
        names(),
        "initial_state",
        file.initialState(),
        "horizon",
        horizon == null ? "inf" : horizon);
  }

  private String names() {
    return coalition.stream().map(game::player).collect(Collectors.joining(","));
  }

  private Answer solved(ZeroSumValues values, double seconds) {
    var entry = entry();
    entry.putAll(values(values));
    entry.put("status", Status.SOLVED.key());
    entry.put("residual", values.largestError());
    entry.put("seconds", seconds);
    return new Answer(List.of(entry), object(), text(values, seconds), List.of(), Status.SOLVED);
  }

  private Answer notSolved(ZeroSumOutcome.NotSolved not) {
    var status =
        switch (not.reason()) {
          case TOO_LARGE -> Status.TOO_LARGE;
          case CANCELLED -> question.stopped();
          case SWEEP_LIMIT -> Status.INACCURATE;
          case BOTH_SIGNS -> Status.UNDEFINED;
        };
    var entry = entry();
    entry.put("status", status.key());
    entry.put("detail", not.detail().lines().findFirst().orElse(""));
    var best = not.best();
    var text = new ArrayList<String>();
    if (best != null && status == Status.INACCURATE) {
      entry.put("best", values(best));
      entry.put("residual", best.largestError());
      text.addAll(text(best, not.run().seconds()));
    }
    entry.put("seconds", not.run().seconds());
    return new Answer(List.of(entry), object(), text, List.of(not.detail()), status);
  }

  private SequencedMap<String, @Nullable Object> values(ZeroSumValues values) {
    var all = new ArrayList<Double>();
    for (int s = 0; s < game.states(); s++) {
      all.add(values.value(s));
    }
    return object("value", values.value(file.initialState()), "values_all_states", all);
  }

  private List<String> text(ZeroSumValues values, double seconds) {
    var text = new ArrayList<String>();
    text.add(
        "%s can guarantee %s from state %d on%s, whatever the rest do."
            .formatted(
                PlainText.clean(names()),
                Figures.value(values.value(file.initialState())),
                file.initialState(),
                horizon == null ? "" : horizon == 1 ? " in 1 step" : " in " + horizon + " steps"));
    text.add("");
    var table = new Columns(List.of("guaranteed"));
    for (int s = 0; s < Math.min(game.states(), MOST_STATES); s++) {
      table.add(
          "state " + s + " " + PlainText.clean(game.state(s)),
          List.of(Figures.value(values.value(s))));
    }
    text.addAll(table.lines());
    if (game.states() > MOST_STATES) {
      text.add(
          "%d of %,d states are shown; --json FILE has all.".formatted(MOST_STATES, game.states()));
    }
    text.add("");
    text.add(
        "Known to within %s; %s."
            .formatted(Figures.small(values.largestError()), Figures.seconds(seconds)));
    return text;
  }
}
