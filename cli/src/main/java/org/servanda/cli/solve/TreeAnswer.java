package org.servanda.cli.solve;

import static org.servanda.cli.solve.ResultsJson.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.tree.AgentLogitEquilibrium;
import org.servanda.engine.tree.AgentLogitLimitOutcome;
import org.servanda.engine.tree.AgentLogitLimitSolver;
import org.servanda.engine.tree.AgentLogitOptions;
import org.servanda.engine.tree.AgentLogitOutcome;
import org.servanda.engine.tree.AgentLogitSolver;
import org.servanda.engine.tree.BranchPointListener;
import org.servanda.engine.tree.BranchStatus;
import org.servanda.engine.tree.PerfectRecall;
import org.servanda.engine.tree.SolverSize;
import org.servanda.gamefile.GameFile;

/// Agent logit equilibria of a game tree, and their limit.
public final class TreeAnswer {
  private static final int STEPS = 20_000;

  private final GameFile.Tree file;
  private final Question question;
  private final TreeJson json;
  private final List<SequencedMap<String, @Nullable Object>> results = new ArrayList<>();
  private final List<TreeText.Column> columns = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private List<AgentLogitEquilibrium> turningPoints = List.of();
  private List<AgentLogitEquilibrium> bifurcations = List.of();
  private final PerfectRecall.@Nullable Loss loss;
  private Status worst = Status.SOLVED;
  private int steps;
  private double seconds;

  private TreeAnswer(GameFile.Tree file, Question question) {
    this.file = file;
    this.question = question;
    this.json = new TreeJson(file);
    this.loss = PerfectRecall.loss(file.game());
  }

  /// {@return the answer}
  ///
  /// @param file the game
  /// @param question what is asked
  public static Answer of(GameFile.Tree file, Question question) {
    try {
      return new TreeAnswer(file, question).answer();
    } catch (IllegalArgumentException e) {
      return Missing.answer(question, Status.UNDEFINED, String.valueOf(e.getMessage()));
    }
  }

  private Answer answer() {
    if (!question.lambdas().isEmpty() || question.branch() != null) {
      atPrecisions();
    }
    if (question.limit()) {
      if (loss == null) {
        inTheLimit();
      } else {
        lostRecall(loss);
      }
    }
    var text = new ArrayList<String>();
    if (!columns.isEmpty()) {
      text.add("Agent logit equilibrium on the principal branch.");
      text.addAll(new TreeText(file.game()).lines(columns));
      text.add("");
    }
    text.addAll(notes);
    if (!columns.isEmpty() || worst != Status.UNDEFINED) {
      text.addAll(branch());
    }
    var beside =
        object(
            "turning_points", turningPoints.stream().map(this::point).toList(),
            "bifurcations", bifurcations.stream().map(this::point).toList());
    return new Answer(results, beside, text, problems, worst);
  }

  private AgentLogitOptions options(List<Double> lambdas, double follow) {
    return new AgentLogitOptions(
        lambdas,
        follow,
        STEPS,
        question.bytes(),
        Double.POSITIVE_INFINITY,
        question.cancellation());
  }

  private void atPrecisions() {
    var distinct = question.lambdas().stream().distinct().toList();
    double follow =
        distinct.isEmpty() ? PayoffRange.branchEnd(file.game()) : Collections.max(distinct);
    var options = options(distinct, follow);
    var listener = listener();
    var outcome =
        listener == null // a listener is told many points that nobody else needs
            ? AgentLogitSolver.solve(file.game(), options)
            : AgentLogitSolver.solve(file.game(), options, listener);
    switch (outcome) {
      case AgentLogitOutcome.TooLarge refused -> {
        refused(refused);
        question.lambdas().forEach(lambda -> tooLarge("agent-logit-qre", lambda, refused));
      }
      case AgentLogitOutcome.Traced traced -> {
        turningPoints = traced.turningPoints();
        bifurcations = traced.bifurcations();
        for (double lambda : question.lambdas()) {
          var met = traced.equilibria().stream().filter(e -> e.lambda() == lambda).toList();
          results.add(met.isEmpty() ? missed(lambda, traced) : found(lambda, met, traced.size()));
        }
        if (distinct.isEmpty() && traced.status() != BranchStatus.REACHED) {
          missed(follow, traced);
        }
        spent(traced.size());
      }
    }
  }

  private void inTheLimit() {
    switch (AgentLogitLimitSolver.solve(file.game(), options(List.of(), 0))) {
      case AgentLogitLimitOutcome.Refused(var refused) -> {
        refused(refused);
        tooLarge("limit-of-principal-branch", "inf", refused);
      }
      case AgentLogitLimitOutcome.Followed followed -> {
        if (followed.turningPoints().size() >= turningPoints.size()) {
          turningPoints = followed.turningPoints();
        }
        if (followed.bifurcations().size() >= bifurcations.size()) {
          bifurcations = followed.bifurcations();
        }
        results.add(limit(followed));
        spent(followed.size());
      }
    }
  }

  /// The check of a limit compares what a player gets with what it could get by deviating, which
  /// means nothing if it does not know what it did.
  private void lostRecall(PerfectRecall.Loss lost) {
    note(Status.UNDEFINED);
    String detail =
        "information set \"%s\" breaks perfect recall, which a limit needs to be checked: %s"
            .formatted(lost.informationSet(), lost.reason());
    problems.add(detail + "\nTry: --lambda, which does not need it");
    results.add(Missing.result("limit-of-principal-branch", "inf", Status.UNDEFINED, detail));
  }

  private @Nullable BranchPointListener listener() {
    var csv = question.branch();
    if (csv == null) {
      var latest = question.latest();
      return latest == null ? null : point -> latest.note(() -> best(point));
    }
    var sets = file.game().informationSets();
    var names = new ArrayList<String>();
    var set = new ArrayList<Integer>();
    var action = new ArrayList<Integer>();
    for (int h = 0; h < sets.size(); h++) {
      for (int a = 0; a < sets.get(h).actions().size(); a++) {
        names.add(sets.get(h).name() + ":" + sets.get(h).actions().get(a));
        set.add(h);
        action.add(a);
      }
    }
    csv.head(names);
    return point ->
        csv.add(point.lambda(), names.size(), k -> point.probability(set.get(k), action.get(k)));
  }

  private void refused(AgentLogitOutcome.TooLarge refused) {
    note(Status.TOO_LARGE);
    if (!problems.contains(refused.message())) {
      problems.add(refused.message());
    }
  }

  private void tooLarge(String concept, Object lambda, AgentLogitOutcome.TooLarge refused) {
    results.add(Missing.result(concept, lambda, Status.TOO_LARGE, refused.message()));
  }

  private SequencedMap<String, @Nullable Object> found(
      double lambda, List<AgentLogitEquilibrium> met, SolverSize size) {
    var search =
        question.search()
            ? TreeSearch.of(
                file, json, lambda, options(List.of(), Collections.max(question.lambdas())))
            : null;
    // The search follows the branch further than the largest precision.
    var meetings =
        search != null && search.meetings().size() > met.size() ? search.meetings() : met;
    var first = met.getFirst();
    var status = first.residual() <= question.accuracy() ? Status.SOLVED : Status.INACCURATE;
    note(status);
    column(Figures.lambda(lambda), first);
    for (int k = 1; k < meetings.size(); k++) {
      column(Meetings.head(lambda, k + 1), meetings.get(k));
    }
    notes.add(Meetings.note(lambda, first.residual(), meetings.size()));
    if (status == Status.INACCURATE) {
      problems.add(Accuracy.missed(lambda, first.residual(), question.accuracy()));
    }
    var entry =
        object(
            "concept",
            "agent-logit-qre",
            "branch",
            "principal",
            "lambda",
            lambda,
            "crossings",
            meetings.size());
    entry.putAll(json.play(new TreePlay.AtPrecision(first)));
    entry.put(
        "later_crossings",
        meetings.stream().skip(1).map(e -> json.byAction(e::probability)).toList());
    if (search != null) {
      further(lambda, search, entry);
    }
    entry.put("status", status.key());
    entry.put("residual", first.residual());
    entry.put("seconds", size.seconds());
    return entry;
  }

  private void column(String head, AgentLogitEquilibrium play) {
    columns.add(new TreeText.Column(head, new TreePlay.AtPrecision(play)));
  }

  private void further(
      double lambda, TreeSearch search, SequencedMap<String, @Nullable Object> entry) {
    var others = search.others();
    for (int k = 0; k < others.size(); k++) {
      column(Meetings.other(lambda, k + 1), others.get(k));
    }
    search.addTo(entry);
    notes.add("%s, search: %s.".formatted(Figures.lambda(lambda), search.guarantee()));
    if (question.cancellation().requested()) {
      note(question.stopped());
      problems.add(
          "%s: the search was stopped before its end\nTry: a longer --time-limit"
              .formatted(Figures.lambda(lambda)));
    }
  }

  private SequencedMap<String, @Nullable Object> missed(
      double lambda, AgentLogitOutcome.Traced traced) {
    var status = status(traced.status());
    note(status);
    String detail =
        "%s was not reached: %s at %s after %s"
            .formatted(
                Figures.lambda(lambda),
                words(traced.status()),
                Figures.about(traced.lambda()),
                Figures.count(traced.size().steps(), "step"));
    problems.add(detail + "\nTry: " + advice(traced.status()));
    return object(
        "concept",
        "agent-logit-qre",
        "branch",
        "principal",
        "lambda",
        lambda,
        "status",
        status.key(),
        "detail",
        detail,
        "best",
        best(traced.last()),
        "residual",
        traced.last().residual(),
        "seconds",
        traced.size().seconds());
  }

  private SequencedMap<String, @Nullable Object> best(AgentLogitEquilibrium last) {
    var best = object("lambda", last.lambda());
    best.putAll(json.play(new TreePlay.AtPrecision(last)));
    return best;
  }

  private SequencedMap<String, @Nullable Object> limit(AgentLogitLimitOutcome.Followed followed) {
    var limit = followed.limit();
    var status =
        limit.verified()
            ? Status.SOLVED
            : followed.status() == BranchStatus.REACHED
                ? Status.INACCURATE
                : status(followed.status());
    note(status);
    String regret =
        "largest regret %s on the path, %s off it"
            .formatted(Figures.error(limit.regretOnPath()), Figures.error(limit.regretOffPath()));
    String error = Double.isFinite(limit.error()) ? Figures.error(limit.error()) : "unknown";
    if (status == Status.SOLVED) {
      notes.add("limit: %s; estimated error %s.".formatted(regret, error));
    } else {
      problems.add(
          "the limit is not verified: %s, estimated error %s; the branch was followed to %s\nTry: %s"
              .formatted(
                  regret,
                  error,
                  Figures.about(followed.lambda()),
                  status == Status.INACCURATE ? "a finite --lambda" : advice(followed.status())));
    }
    columns.add(
        new TreeText.Column(
            status == Status.SOLVED ? "limit" : "unverified", new TreePlay.InTheLimit(limit)));
    var entry =
        object("concept", "limit-of-principal-branch", "branch", "principal", "lambda", "inf");
    entry.putAll(json.limit(new TreePlay.InTheLimit(limit)));
    var reached = object();
    var sets = file.game().informationSets();
    for (int h = 0; h < sets.size(); h++) {
      reached.put(sets.get(h).name(), limit.reached(h));
    }
    entry.put("on_path", reached);
    entry.put("error", Double.isFinite(limit.error()) ? limit.error() : null);
    entry.put("regret_on_path", limit.regretOnPath());
    entry.put("regret_off_path", limit.regretOffPath());
    entry.put("left_at_lambda", followed.lambda());
    entry.put("status", status.key());
    entry.put("residual", limit.largestRegret());
    entry.put("seconds", followed.size().seconds());
    return entry;
  }

  private void note(Status status) {
    worst = worst.compareTo(status) >= 0 ? worst : status;
  }

  private Status status(BranchStatus status) {
    return switch (status) {
      case REACHED, STALLED -> Status.STALLED;
      case STEP_LIMIT -> Status.STEP_LIMIT;
      case TIME_LIMIT -> Status.TIME_LIMIT;
      case CANCELLED -> question.stopped();
    };
  }

  private static String words(BranchStatus status) {
    return switch (status) {
      case REACHED, STALLED -> "the branch could not be followed further";
      case STEP_LIMIT -> "the steps allowed were used up";
      case TIME_LIMIT, CANCELLED -> "the work was stopped";
    };
  }

  private static String advice(BranchStatus status) {
    return switch (status) {
      case REACHED, STALLED, STEP_LIMIT ->
          "a smaller lambda; --branch shows how far the branch goes";
      case TIME_LIMIT, CANCELLED -> "a longer --time-limit, or a smaller lambda";
    };
  }

  private SequencedMap<String, @Nullable Object> point(AgentLogitEquilibrium point) {
    return object("lambda", point.lambda(), "strategies", json.byAction(point::probability));
  }

  private void spent(SolverSize size) {
    steps += size.steps();
    seconds += size.seconds();
  }

  private List<String> branch() {
    var lines = new ArrayList<String>();
    if (!turningPoints.isEmpty()) {
      lines.add("The branch turns at " + lambdas(turningPoints) + ".");
    }
    if (!bifurcations.isEmpty()) {
      lines.add("Other branches cross it at " + lambdas(bifurcations) + ".");
    }
    if (loss != null) {
      lines.add("No perfect recall: " + loss.reason() + ".");
    }
    lines.add(
        steps == 0
            ? "Solved backwards, %s.".formatted(Figures.seconds(seconds))
            : "%s, %s.".formatted(Figures.count(steps, "step"), Figures.seconds(seconds)));
    return lines;
  }

  private static String lambdas(List<AgentLogitEquilibrium> points) {
    return String.join(", then ", points.stream().map(p -> Figures.about(p.lambda())).toList());
  }
}
