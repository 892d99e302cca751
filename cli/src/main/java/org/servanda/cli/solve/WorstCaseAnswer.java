package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.ZeroSumGame;
import org.servanda.engine.markov.ZeroSumOptions;
import org.servanda.engine.markov.ZeroSumOutcome;
import org.servanda.engine.markov.ZeroSumSolver;
import org.servanda.engine.markov.ZeroSumValues;
import org.servanda.gamefile.GameFile;
import org.servanda.report.answer.PlainText;

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
    var problem = not.detail();
    if (best != null && status == Status.INACCURATE) {
      problem = problem(best, not.run().sweeps());
      entry.put("detail", problem.lines().findFirst().orElse(""));
      entry.put("best", bounded(best));
      entry.put("residual", best.largestError());
      text.addAll(text(best, not.run().seconds()));
    }
    entry.put("seconds", not.run().seconds());
    return new Answer(List.of(entry), object(), text, List.of(problem), status);
  }

  private SequencedMap<String, @Nullable Object> values(ZeroSumValues values) {
    var all = new ArrayList<Double>();
    for (int s = 0; s < game.states(); s++) {
      all.add(values.value(s));
    }
    return object("value", values.value(file.initialState()), "values_all_states", all);
  }

  /// Values that are not known exactly, with their bounds.
  private SequencedMap<String, @Nullable Object> bounded(ZeroSumValues values) {
    var bounded = values(values);
    int s = file.initialState();
    bounded.put("at_least", values.atLeast(s));
    bounded.put("at_most", values.atMost(s));
    return bounded;
  }

  private String problem(ZeroSumValues best, long sweeps) {
    double error = best.largestError();
    double scale = scale(best);
    int worst = 0;
    for (int s = 0; s < game.states(); s++) {
      worst = best.error(s) > best.error(worst) ? s : worst;
    }
    double enough = 1.1 * error / scale;
    return "the value of state %d (%s) is known only to be %s after %s; allowed is an error of %s\nTry: --horizon 100%s"
        .formatted(
            worst,
            PlainText.clean(game.state(worst)),
            Bounds.of(best, worst).words(),
            Figures.count(sweeps, "sweep"),
            Figures.small(question.accuracy() * scale),
            enough < 1 ? ", or --precision " + Figures.small(enough) : "");
  }

  private List<String> text(ZeroSumValues values, double seconds) {
    var text = new ArrayList<String>();
    boolean exact = values.largestError() <= question.accuracy() * scale(values);
    text.add(
        "%s can guarantee %s from state %d on%s, whatever the rest do."
            .formatted(
                PlainText.clean(names()),
                exact
                    ? Figures.value(values.value(file.initialState()))
                    : Bounds.of(values, file.initialState()).words(),
                file.initialState(),
                horizon == null ? "" : " in " + Figures.count(horizon, "step")));
    text.add("");
    var table = new Columns(exact ? List.of("guaranteed") : List.of("at least", "at most"));
    for (int s = 0; s < Math.min(game.states(), MOST_STATES); s++) {
      table.add(
          "state " + s + " " + PlainText.clean(game.state(s)),
          exact
              ? List.of(Figures.value(values.value(s)))
              : List.of(Bounds.of(values, s).lower(), Bounds.of(values, s).upper()));
    }
    text.addAll(table.lines());
    if (game.states() > MOST_STATES) {
      text.add(
          "%d of %,d states are shown; --json FILE has all.".formatted(MOST_STATES, game.states()));
    }
    text.add("");
    text.add("%s; %s.".formatted(known(values), Figures.seconds(seconds)));
    return text;
  }

  private String known(ZeroSumValues values) {
    double error = values.largestError();
    if (Double.isFinite(error)) {
      return "Known to within " + Figures.error(error);
    }
    String missing = Bounds.of(values, file.initialState()).missing();
    return missing.isEmpty() ? "The values of some states have no known bound" : missing;
  }

  private double scale(ZeroSumValues values) {
    double scale = 1;
    for (int s = 0; s < game.states(); s++) {
      scale = Math.max(scale, Math.abs(values.value(s)));
    }
    return scale;
  }
}
