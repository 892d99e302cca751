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
  private Status worst = Status.SOLVED;
  private int steps;
  private double seconds;

  private TreeAnswer(GameFile.Tree file, Question question) {
    this.file = file;
    this.question = question;
    this.json = new TreeJson(file);
  }

  /// {@return the answer}
  ///
  /// @param file the game
  /// @param question what is asked
  public static Answer of(GameFile.Tree file, Question question) {
    return new TreeAnswer(file, question).answer();
  }

  private Answer answer() {
    if (!question.lambdas().isEmpty() || question.branch() != null) {
      atPrecisions();
    }
    if (question.limit()) {
      inTheLimit();
    }
    var text = new ArrayList<String>();
    if (!columns.isEmpty()) {
      text.add("Agent logit equilibrium on the principal branch.");
      text.addAll(new TreeText(file.game()).lines(columns));
      text.add("");
    }
    text.addAll(notes);
    text.addAll(branch());
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
    double follow = distinct.isEmpty() ? BranchEnd.of(file.game()) : Collections.max(distinct);
    switch (AgentLogitSolver.solve(file.game(), options(distinct, follow), listener())) {
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

  private BranchPointListener listener() {
    var csv = question.branch();
    if (csv == null) {
      return _ -> {};
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
    results.add(
        object(
            "concept",
            concept,
            "lambda",
            lambda,
            "status",
            Status.TOO_LARGE.key(),
            "detail",
            refused.message().lines().findFirst().orElse("")));
  }

  private SequencedMap<String, @Nullable Object> found(
      double lambda, List<AgentLogitEquilibrium> met, SolverSize size) {
    var first = met.getFirst();
    var status = first.residual() <= question.accuracy() ? Status.SOLVED : Status.INACCURATE;
    note(status);
    columns.add(new TreeText.Column(Figures.lambda(lambda), new TreePlay.AtPrecision(first)));
    notes.add(
        "%s: residual %s%s."
            .formatted(
                Figures.lambda(lambda),
                Figures.small(first.residual()),
                met.size() == 1
                    ? ""
                    : "; the first of %d meetings with the branch".formatted(met.size())));
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
            met.size());
    entry.putAll(json.play(new TreePlay.AtPrecision(first)));
    entry.put(
        "later_crossings", met.stream().skip(1).map(e -> json.byAction(e::probability)).toList());
    if (question.search()) {
      search(lambda, entry);
    }
    entry.put("status", status.key());
    entry.put("residual", first.residual());
    entry.put("seconds", size.seconds());
    return entry;
  }

  private void search(double lambda, SequencedMap<String, @Nullable Object> entry) {
    double follow = Collections.max(question.lambdas());
    var search = TreeSearch.of(file, json, lambda, options(List.of(), follow));
    var others = search.others();
    for (int k = 0; k < others.size(); k++) {
      columns.add(
          new TreeText.Column(
              "%s: other %d".formatted(Figures.plain(lambda), k + 1),
              new TreePlay.AtPrecision(others.get(k))));
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
        "%s was not reached: %s at %s after %,d steps"
            .formatted(
                Figures.lambda(lambda),
                words(traced.status()),
                Figures.about(traced.lambda()),
                traced.size().steps());
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
            .formatted(Figures.small(limit.regretOnPath()), Figures.small(limit.regretOffPath()));
    String error = Double.isFinite(limit.error()) ? Figures.small(limit.error()) : "unknown";
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
    var loss = PerfectRecall.loss(file.game());
    if (loss != null) {
      lines.add("No perfect recall: " + loss.reason() + ".");
    }
    lines.add(
        steps == 0
            ? "Solved backwards, %s.".formatted(Figures.seconds(seconds))
            : "%,d steps, %s.".formatted(steps, Figures.seconds(seconds)));
    return lines;
  }

  private static String lambdas(List<AgentLogitEquilibrium> points) {
    return String.join(", then ", points.stream().map(p -> Figures.about(p.lambda())).toList());
  }
}
