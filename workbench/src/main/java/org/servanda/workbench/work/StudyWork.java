package org.servanda.workbench.work;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.model.measure.AssessOptions.Detail;
import org.servanda.model.measure.Grain;
import org.servanda.study.design.Sampling;
import org.servanda.study.finding.SmallStudy;
import org.servanda.study.finding.StudyFindings;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcome;
import org.servanda.study.run.Outcomes;
import org.servanda.study.run.Plan;
import org.servanda.study.run.StudyRunner;
import org.servanda.study.store.Manifest;
import org.servanda.study.store.StudyStore;
import org.servanda.workbench.draft.Drafts;

/// Solves proposals in plausible worlds; goes on where an earlier run stopped.
final class StudyWork {
  private static final String FORMAT = "1";

  /// Worlds solved on the fine grid too.
  private static final int CHECKED = 4;

  /// After so long a study lets another client's job go first.
  private static final long TURN = TimeUnit.SECONDS.toNanos(20);

  private static final long BANDS_EVERY = TimeUnit.SECONDS.toNanos(1);
  private static final long PROGRESS_EVERY = TimeUnit.MILLISECONDS.toNanos(200);
  private static final double EXPERIMENTS_SHARE = 0.9;

  private final Desk desk;
  private final JobQuestion.OfWorlds question;
  private final Scenario scenario;
  private final Plan plan;
  private final ReentrantLock telling = new ReentrantLock();
  private final long begin = System.nanoTime();
  private int before;
  private long lastProgress;
  private long lastBands;

  StudyWork(Desk desk, JobQuestion.OfWorlds question) {
    this.desk = desk;
    this.question = question;
    desk.at("drawing worlds", 0);
    this.scenario = Drafts.read(question.text());
    var variants = new ArrayList<Plan.Variant>();
    for (String name : question.proposals()) {
      variants.add(new Plan.Variant(name, Drafts.agreement(scenario, name)));
    }
    this.plan =
        Plan.of(
            scenario,
            variants,
            Sampling.LATIN,
            question.worlds(),
            question.seed(),
            Grain.coarse(desk.means().memory() / desk.means().threads()));
  }

  WorkOutcome run() {
    var folder = desk.folder().resolve("study");
    boolean isThere = Files.exists(folder.resolve("study.duckdb"));
    try (var kept =
        isThere
            ? StudyStore.resume(folder, manifest(), plan)
            : StudyStore.create(folder, manifest(), plan)) {
      before = kept.outcomes().finished();
      tellAll(kept.outcomes());
      StudyRunner.run(
          plan,
          experiment -> kept.outcomes().outcome(experiment) != null,
          (experiment, outcome) -> record(kept, experiment, outcome),
          desk.means().threads(),
          desk.cancellation());
      kept.settle();
      if (desk.cancellation().requested()) {
        return new WorkOutcome.Stopped();
      }
      kept.export();
      tellAll(kept.outcomes());
      return conclude(kept.outcomes());
    }
  }

  private WorkOutcome conclude(Outcomes outcomes) {
    var last = desk.last(EXPERIMENTS_SHARE);
    last.at("checking the grid", 0);
    var grid =
        SmallStudy.check(
            outcomes, CHECKED, Grain.fine(desk.means().memory()), 1, desk.cancellation());
    if (desk.cancellation().requested()) {
      return new WorkOutcome.Stopped();
    }
    last.at("reading the findings", 0);
    var findings = StudyFindings.of(outcomes, question.seed(), grid);
    return new AnswerWork(last, question.text(), scenario, question.proposals().getFirst())
        .run(Detail.FULL, findings, question.seed());
  }

  private void record(StudyStore kept, Experiment experiment, Outcome outcome) {
    kept.record(experiment, outcome);
    long now = System.nanoTime();
    if (now - begin > TURN && desk.othersWait().getAsBoolean()) {
      desk.cancellation().cancel(); // it is queued again, behind the others
    }
    if (telling.tryLock()) {
      try {
        tell(kept.outcomes(), now);
      } finally {
        telling.unlock();
      }
    }
    desk.means().courtesy().stepAside();
  }

  private void tell(Outcomes outcomes, long now) {
    if (now - lastProgress >= PROGRESS_EVERY) {
      lastProgress = now;
      desk.job().at(progress(outcomes));
    }
    if (now - lastBands >= BANDS_EVERY) {
      lastBands = now;
      desk.job().found(BandsJson.of(outcomes));
    }
  }

  private void tellAll(Outcomes outcomes) {
    desk.job().at(progress(outcomes));
    if (outcomes.finished() > 0) {
      desk.job().found(BandsJson.of(outcomes));
    }
  }

  private Progress progress(Outcomes outcomes) {
    int finished = outcomes.finished();
    int here = finished - before;
    double took = (System.nanoTime() - begin) * 1e-9;
    return new Progress(
        "worlds",
        EXPERIMENTS_SHARE * finished / plan.experiments(),
        finished,
        plan.experiments(),
        here == 0 ? null : took / here * (plan.experiments() - finished));
  }

  private Manifest manifest() {
    var entries = new LinkedHashMap<String, String>();
    entries.put("format", FORMAT);
    entries.put("servanda", desk.means().version());
    entries.put("scenario", Desk.sha256(question.text()));
    entries.put("proposals", String.join(" | ", List.copyOf(question.proposals())));
    entries.put("design", Sampling.LATIN.word());
    entries.put("worlds", String.valueOf(question.worlds()));
    entries.put("seed", String.valueOf(question.seed()));
    entries.putAll(plan.grain().entries());
    return new Manifest(entries);
  }
}
