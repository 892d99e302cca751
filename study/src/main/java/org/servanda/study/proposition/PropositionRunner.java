package org.servanda.study.proposition;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.measure.Grain;
import org.servanda.study.design.Seeds;
import org.servanda.study.proposition.Staged.Play;
import org.servanda.study.proposition.Staged.Stage;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcome;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.run.StudyRunner;

/// Solves all sides of a proposition in the same worlds of its accords.
public final class PropositionRunner {
  private final Staged staged;
  private final Options options;
  private final DoubleConsumer progress;
  private final Cancellation cancellation;
  private final AtomicInteger finished = new AtomicInteger();

  private PropositionRunner(
      Staged staged, Options options, DoubleConsumer progress, Cancellation cancellation) {
    this.staged = staged;
    this.options = options;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /// How a proposition is run.
  ///
  /// @param worlds over all accords, at least 1; each accord gets the same number, rounded up
  /// @param seed of the worlds
  /// @param threads solves at the same time, at least 1; results do not depend on it
  /// @param grain how finely each side is solved
  public record Options(int worlds, long seed, int threads, Grain grain) {
    public Options {
      if (worlds < 1 || threads < 1) {
        throw new IllegalArgumentException(
            "worlds are %d and threads %d, both must be at least 1\nTry: 2048 and 1"
                .formatted(worlds, threads));
      }
    }
  }

  /// Runs a proposition.
  ///
  /// @param progress receives the share of the work that is done, from several threads
  /// @param cancellation stops the work soon after it is triggered
  /// @return one per accord, in the order of the proposition
  /// @throws CancellationException if the work was stopped
  public static List<Evidence> run(
      Staged staged, Options options, DoubleConsumer progress, Cancellation cancellation) {
    return new PropositionRunner(staged, options, progress, cancellation).run();
  }

  private List<Evidence> run() {
    var evidence = new ArrayList<Evidence>();
    for (int a = 0; a < staged.accords().size(); a++) {
      evidence.add(evidence(a, staged.accords().get(a)));
    }
    return evidence;
  }

  private int worldsPerAccord() {
    return Math.ceilDiv(options.worlds(), staged.accords().size());
  }

  private Evidence evidence(int accord, Stage stage) {
    int count = worldsPerAccord();
    var worlds =
        SharedWorlds.of(stage, count, Seeds.of(options.seed(), staged.proposition().id(), accord));
    var outcomes = new ArrayList<Outcomes>();
    for (int s = 0; s < stage.sides().size(); s++) {
      outcomes.add(solve(stage.sides().get(s), worlds, s));
    }
    var effects = new ArrayList<@Nullable Double>();
    var failures = new ArrayList<Evidence.Failure>();
    for (int w = 0; w < count; w++) {
      effects.add(effect(stage, outcomes, w));
      for (int s = 0; s < outcomes.size(); s++) {
        if (outcomes.get(s).outcome(new Experiment(w, 0)) instanceof Outcome.Failed(var reason)) {
          failures.add(new Evidence.Failure(staged.proposition().sides().get(s).name(), w, reason));
        }
      }
    }
    return new Evidence(stage.id(), worlds.shares(), worlds.values(), effects, failures);
  }

  private Outcomes solve(Play play, SharedWorlds worlds, int side) {
    var variant = new Plan.Variant("side", play.agreement());
    var plan =
        new Plan(play.scenario(), List.of(variant), worlds.sides().get(side), options.grain());
    var outcomes = new Outcomes(plan);
    StudyRunner.run(
        plan,
        experiment -> false,
        (experiment, outcome) -> {
          outcomes.record(experiment, outcome);
          report();
        },
        options.threads(),
        cancellation);
    if (cancellation.requested()) {
      throw new CancellationException();
    }
    return outcomes;
  }

  private void report() {
    double all =
        (double) worldsPerAccord() * staged.accords().size() * staged.proposition().sides().size();
    progress.accept(Math.min(1, finished.incrementAndGet() / all));
  }

  private @Nullable Double effect(Stage stage, List<Outcomes> outcomes, int world) {
    double sum = 0;
    for (var term : staged.proposition().criterion().terms()) {
      int side = staged.proposition().indexOf(term.side());
      var plan = outcomes.get(side).plan();
      var outcome = outcomes.get(side).outcome(new Experiment(world, 0));
      if (!(outcome instanceof Outcome.Solved(var measures))) {
        return null;
      }
      int at = plan.measures().indexOf(stage.roles().fill(term.measure()));
      sum += term.sign() * measures.get(at);
    }
    return Double.isNaN(sum) ? null : sum;
  }
}
