package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.markov.EquilibriumSearch;
import org.servanda.engine.markov.FoundEquilibrium;
import org.servanda.engine.markov.MarkovBranch;
import org.servanda.engine.markov.MarkovBranchListener;
import org.servanda.engine.markov.MarkovGame;
import org.servanda.engine.markov.MarkovLimit;
import org.servanda.engine.markov.MarkovLogitEquilibrium;
import org.servanda.engine.markov.MarkovLogitSolver;
import org.servanda.engine.markov.MarkovOptions;
import org.servanda.engine.markov.MarkovProfile;
import org.servanda.gamefile.GameFile;

/// Stationary logit equilibria of a stochastic game, and their limit.
public final class StatesAnswer {
  private static final int STARTS = 200;
  private static final long SEED = 1;
  private static final double LOOSEST = 1e-3; // the solver takes no looser tolerance
  private static final double STRICTEST = 1e-12; // below, rounding decides; results say what it is

  private final MarkovGame game;
  private final @Nullable Unrolled unrolled;
  private final Question question;
  private final List<SequencedMap<String, @Nullable Object>> results = new ArrayList<>();
  private final List<StatesText.Column> columns = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Status worst = Status.SOLVED;

  private StatesAnswer(MarkovGame game, @Nullable Unrolled unrolled, Question question) {
    this.game = game;
    this.unrolled = unrolled;
    this.question = question;
  }

  /// {@return the answer}
  ///
  /// @param file the game
  /// @param horizon steps played, null for no end
  /// @param question what is asked
  public static Answer of(GameFile.States file, @Nullable Integer horizon, Question question) {
    @Nullable Unrolled unrolled;
    try {
      unrolled = horizon == null ? null : Unrolled.of(file, horizon);
    } catch (IllegalArgumentException e) {
      return Missing.answer(question, Status.TOO_LARGE, String.valueOf(e.getMessage()));
    }
    try {
      var game = unrolled == null ? file.game() : unrolled.game();
      return new StatesAnswer(game, unrolled, question).solved();
    } catch (IllegalArgumentException e) {
      return Missing.answer(question, Status.UNDEFINED, String.valueOf(e.getMessage()));
    }
  }

  private MarkovOptions options() {
    double tolerance = Math.clamp(question.accuracy(), STRICTEST, LOOSEST);
    var usual = MarkovOptions.defaults();
    return new MarkovOptions(
        tolerance, tolerance, usual.mostSteps(), usual.mostSeconds(), question.bytes());
  }

  private Answer solved() {
    var options = options();
    if (!question.limit()) {
      var asked =
          question.lambdas().isEmpty() ? List.of(PayoffRange.branchEnd(game)) : question.lambdas();
      var branch =
          MarkovLogitSolver.trace(game, asked, options, listener(), question.cancellation());
      meetings(branch);
      if (question.lambdas().isEmpty() && branch.status() != MarkovBranch.Status.REACHED) {
        missed(asked.getFirst(), branch);
      }
      return said(branch);
    }
    var limit =
        MarkovLogitSolver.limit(
            game, question.lambdas(), options, listener(), question.cancellation());
    meetings(limit.branch());
    switch (limit) {
      case MarkovLimit.Verified verified -> verified(verified);
      case MarkovLimit.NotVerified not -> notVerified(not);
    }
    return said(limit.branch());
  }

  private @Nullable MarkovBranchListener listener() {
    var csv = question.branch();
    if (csv == null) {
      var latest = question.latest();
      return latest == null ? null : (lambda, play) -> latest.note(() -> best(lambda, play));
    }
    var names = new ArrayList<String>();
    var places = new ArrayList<int[]>();
    for (int s = 0; s < game.states(); s++) {
      for (int i = 0; i < game.players(); i++) {
        for (int a = 0; a < game.actions(s, i); a++) {
          names.add("%d:%s:%s".formatted(s, game.player(i), game.action(s, i, a)));
          places.add(new int[] {s, i, a});
        }
      }
    }
    csv.head(names);
    return (lambda, play) ->
        csv.add(
            lambda,
            names.size(),
            k -> play.probability(places.get(k)[0], places.get(k)[1], places.get(k)[2]));
  }

  private void meetings(MarkovBranch branch) {
    for (double lambda : question.lambdas()) {
      var met = branch.equilibria().stream().filter(m -> m.lambda() == lambda).toList();
      results.add(met.isEmpty() ? missed(lambda, branch) : found(lambda, met, branch));
    }
  }

  private SequencedMap<String, @Nullable Object> found(
      double lambda, List<MarkovLogitEquilibrium> met, MarkovBranch branch) {
    var first = met.getFirst();
    columns.add(new StatesText.Column(Figures.lambda(lambda), first.profile()));
    for (int k = 1; k < met.size(); k++) {
      columns.add(new StatesText.Column(Meetings.head(lambda, k + 1), met.get(k).profile()));
    }
    notes.add(Meetings.note(lambda, first.residual(), met.size()));
    var status = first.residual() <= question.accuracy() ? Status.SOLVED : Status.INACCURATE;
    note(status);
    if (status == Status.INACCURATE) {
      problems.add(Accuracy.missed(lambda, first.residual(), question.accuracy()));
    }
    var entry =
        object(
            "concept", concept(), "branch", "principal", "lambda", lambda, "crossings", met.size());
    entry.putAll(play(first.profile()));
    entry.put(
        "later_crossings",
        met.stream()
            .skip(1)
            .map(m -> StatesJson.byAction(game, m.profile()::probability))
            .toList());
    if (question.search()) {
      search(lambda, met, entry);
    }
    entry.put("status", status.key());
    entry.put("residual", first.residual());
    entry.put("seconds", branch.run().seconds());
    return entry;
  }

  private void search(
      double lambda,
      List<MarkovLogitEquilibrium> met,
      SequencedMap<String, @Nullable Object> entry) {
    var search =
        EquilibriumSearch.beyond(
            game, lambda, met, STARTS, SEED, options(), question.cancellation());
    var others = search.found().stream().filter(one -> one.equilibrium().crossing() == 0).toList();
    for (int k = 0; k < others.size(); k++) {
      columns.add(
          new StatesText.Column(
              Meetings.other(lambda, k + 1), others.get(k).equilibrium().profile()));
    }
    entry.put("other_equilibria", others.stream().map(this::other).toList());
    entry.put(
        "search",
        object(
            "starts", search.starts(),
            "converged", search.converged(),
            "index_sum", search.indexSum(),
            "proved_unique", search.provedUnique(),
            "guarantee", search.guarantee()));
    notes.add("%s, search: %s.".formatted(Figures.lambda(lambda), search.guarantee()));
    if (question.cancellation().requested()) {
      note(question.stopped());
      problems.add(
          "%s: the search was stopped before its end\nTry: a longer --time-limit"
              .formatted(Figures.lambda(lambda)));
    }
  }

  private SequencedMap<String, @Nullable Object> other(FoundEquilibrium one) {
    var play = one.equilibrium().profile();
    return object(
        "strategies", StatesJson.byAction(game, play::probability),
        "values", StatesJson.values(play),
        "index", one.index(),
        "residual", one.equilibrium().residual());
  }

  private SequencedMap<String, @Nullable Object> missed(double lambda, MarkovBranch branch) {
    var status = status(branch.status());
    note(status);
    var words = branch.detail().split("\\R", 2);
    String detail = "%s was not reached: %s".formatted(Figures.lambda(lambda), words[0]);
    problems.add(detail + "\n" + (words.length > 1 ? words[1] : "Try: a smaller lambda"));
    var entry =
        object(
            "concept",
            concept(),
            "branch",
            "principal",
            "lambda",
            lambda,
            "status",
            status.key(),
            "detail",
            detail);
    var last = branch.last();
    if (last != null) {
      entry.put("best", best(last.lambda(), last.profile()));
      entry.put("residual", last.residual());
    }
    entry.put("seconds", branch.run().seconds());
    return entry;
  }

  private SequencedMap<String, @Nullable Object> best(double lambda, MarkovProfile play) {
    var best = object("lambda", lambda);
    best.putAll(play(play));
    return best;
  }

  private SequencedMap<String, @Nullable Object> play(MarkovProfile play) {
    return unrolled == null ? StatesJson.play(play) : unrolled.play(play);
  }

  private String concept() {
    return unrolled == null ? "markov-logit-qre" : "finite-horizon-logit-qre";
  }

  private String limitConcept() {
    return unrolled == null
        ? "markov-perfect-limit-of-principal-branch"
        : "finite-horizon-limit-of-principal-branch";
  }

  private void verified(MarkovLimit.Verified limit) {
    columns.add(new StatesText.Column("limit", limit.equilibrium()));
    notes.add(
        "limit: %s equilibrium, largest regret %s; the branch was left at %s, %s away from it."
            .formatted(
                limit.pure() ? "a pure" : "a mixed",
                Figures.error(limit.regret()),
                Figures.about(limit.lambda()),
                Figures.error(limit.distance())));
    var entry =
        object(
            "concept", limitConcept(),
            "branch", "principal",
            "lambda", "inf");
    if (unrolled == null) {
      entry.putAll(StatesJson.pure(limit.equilibrium()));
      entry.put("action_values", StatesJson.byAction(game, limit.equilibrium()::actionValue));
    } else {
      entry.putAll(unrolled.play(limit.equilibrium()));
    }
    entry.put("pure", limit.pure());
    entry.put("max_regret", limit.regret());
    entry.put("left_at_lambda", limit.lambda());
    entry.put("distance", limit.distance());
    entry.put("status", Status.SOLVED.key());
    entry.put("residual", limit.regret());
    entry.put("seconds", limit.branch().run().seconds());
    results.add(entry);
  }

  private void notVerified(MarkovLimit.NotVerified limit) {
    var status = status(limit.branch().status());
    note(status);
    problems.add("limit: " + limit.detail());
    var entry =
        object(
            "concept", limitConcept(),
            "branch", "principal",
            "lambda", "inf",
            "status", status.key(),
            "detail", limit.detail().lines().findFirst().orElse(""));
    var best = limit.best();
    if (best != null) {
      entry.put("best", best(limit.branch().lambda(), best));
      entry.put("max_regret", limit.regret());
      entry.put("residual", limit.regret());
    }
    entry.put("seconds", limit.branch().run().seconds());
    results.add(entry);
  }

  private Answer said(MarkovBranch branch) {
    var text = new ArrayList<String>();
    text.add(
        unrolled == null
            ? "Stationary logit equilibrium on the principal branch."
            : "Logit equilibrium over %s on the principal branch."
                .formatted(Figures.count(unrolled.horizon(), "step")));
    text.addAll(new StatesText(game).lines(columns));
    text.add("");
    text.addAll(notes);
    if (!branch.turningPoints().isEmpty()) {
      text.add("The branch turns at " + lambdas(branch.turningPoints()) + ".");
    }
    if (!branch.bifurcations().isEmpty()) {
      text.add("Other branches cross it at " + lambdas(branch.bifurcations()) + ".");
    }
    text.add(
        "%s, %s."
            .formatted(
                Figures.count(branch.run().steps(), "step"),
                Figures.seconds(branch.run().seconds())));
    var beside =
        object(
            "turning_points",
                branch.turningPoints().stream().map(l -> object("lambda", l)).toList(),
            "bifurcations", branch.bifurcations().stream().map(l -> object("lambda", l)).toList());
    return new Answer(results, beside, text, problems, worst);
  }

  private static String lambdas(List<Double> points) {
    return String.join(", then ", points.stream().map(Figures::about).toList());
  }

  private void note(Status status) {
    worst = worst.compareTo(status) >= 0 ? worst : status;
  }

  private Status status(MarkovBranch.Status status) {
    return switch (status) {
      case REACHED, STALLED -> Status.STALLED;
      case STEP_LIMIT -> Status.STEP_LIMIT;
      case TIME_LIMIT -> Status.TIME_LIMIT;
      case CANCELLED -> question.stopped();
      case INACCURATE -> Status.INACCURATE;
      case TOO_LARGE -> Status.TOO_LARGE;
    };
  }
}
