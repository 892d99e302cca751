package org.servanda.workbench.work;

import static org.servanda.workbench.question.Refusal.Kind.NOT_FOUND;
import static org.servanda.workbench.question.Refusal.Kind.NOT_NOW;
import static org.servanda.workbench.question.Refusal.Kind.NOT_POSSIBLE;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.servanda.model.measure.Unsolved;
import org.servanda.study.run.RecordingFailed;
import org.servanda.study.store.StoreFailed;
import org.servanda.workbench.draft.Drafts;
import org.servanda.workbench.question.Refusal;

/// Longer work, one piece after the other, kept in a folder.
///
/// Assessments have a thread of their own, so that none waits behind a study. A study gives way to
/// other clients now and then. What is not done when the server stops goes on at the next start.
public final class Jobs implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger("org.servanda.workbench");
  private static final int PER_CLIENT = 8;
  private static final int TOGETHER = 64;
  private static final int MOST_KEPT = 500;

  private final JobFolder folder;
  private final Desk.Means means;
  private final Shares answers = new Shares("answer", 1, PER_CLIENT, TOGETHER);
  private final Shares studies = new Shares("study", 1, PER_CLIENT, TOGETHER);
  private final Map<String, Job> jobs = Collections.synchronizedMap(new LinkedHashMap<>());
  private volatile boolean closing;

  /// Goes on with the jobs that a folder keeps.
  ///
  /// @param folder of the jobs; made if it is not there
  /// @param trials looked at to let trials go first
  /// @throws UncheckedIOException if the folder cannot be used
  public Jobs(
      Path folder, Trials trials, Shelf literature, String version, int threads, long memory) {
    this.folder = new JobFolder(folder);
    this.means =
        new Desk.Means(
            version, threads, memory, new Courtesy(() -> trials.underWay() > 0), literature);
    for (Job job : this.folder.all()) {
      jobs.put(job.id(), job);
      if (!job.state().isEnd()) {
        job.requeue();
        goOn(job);
      }
    }
  }

  private void goOn(Job job) {
    try {
      queue(job, JobQuestion.of(folder.question(job)));
    } catch (Refusal refused) {
      end(job, JobState.FAILED, refused);
    }
  }

  /// Adds a job.
  ///
  /// @param client who asks
  /// @param body what is asked, JSON in UTF-8
  /// @throws Refusal if it cannot be understood, or there is no room
  public Job add(String client, byte[] body) {
    var question = JobQuestion.of(body);
    demandRoom();
    var job =
        new Job(
            UUID.randomUUID().toString(),
            client,
            question.kind(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            JobState.QUEUED);
    folder.add(job, body);
    jobs.put(job.id(), job);
    try {
      queue(job, question);
    } catch (Refusal full) {
      forget(job);
      throw full;
    }
    return job;
  }

  private void queue(Job job, JobQuestion question) {
    var lane = lane(question);
    lane.submit(job.client(), () -> run(job, question, lane));
  }

  private Shares lane(JobQuestion question) {
    return question instanceof JobQuestion.OfOne ? answers : studies;
  }

  private void demandRoom() {
    synchronized (jobs) {
      if (jobs.size() < MOST_KEPT) {
        return;
      }
      var oldest = jobs.values().stream().filter(j -> j.state().isEnd()).findFirst().orElse(null);
      if (oldest == null) {
        throw Refusal.later(
            Refusal.Kind.BUSY, "%d jobs are kept, bound: %d".formatted(jobs.size(), MOST_KEPT), 60);
      }
      forget(oldest);
    }
  }

  private Job run(Job job, JobQuestion question, Shares lane) {
    if (job.isCanceled()) {
      end(job, JobState.CANCELED, null);
      return job;
    }
    var cancellation = job.start();
    if (closing) {
      return job;
    }
    folder.keepState(job);
    var desk =
        new Desk(
            job,
            folder.of(job),
            cancellation,
            means,
            () -> !closing && lane.othersWait(job.client()),
            0);
    try {
      conclude(job, question, outcome(desk, question));
    } catch (UncheckedIOException full) {
      LOGGER.log(System.Logger.Level.ERROR, "a job could not be kept", full);
      String why = "the result could not be kept: " + full.getMessage();
      job.end(
          JobState.FAILED,
          Refusal.of(NOT_POSSIBLE, why, "free space in the server's folder").document());
    }
    return job;
  }

  private static WorkOutcome outcome(Desk desk, JobQuestion question) {
    try {
      return switch (question) {
        case JobQuestion.OfOne(var text, var proposal, var detail) ->
            new AnswerWork(desk, text, Drafts.read(text), proposal).run(detail, null, 1);
        case JobQuestion.OfWorlds worlds -> new StudyWork(desk, worlds).run();
        case JobQuestion.OfRepair repair -> OtherWork.repair(desk, repair);
        case JobQuestion.OfLiterature literature -> OtherWork.reproduce(desk, literature);
      };
    } catch (Unsolved | StoreFailed | RecordingFailed refused) {
      return new WorkOutcome.Failed(Refusal.saying(NOT_POSSIBLE, refused.getMessage()));
    } catch (OutOfMemoryError e) {
      return new WorkOutcome.Failed(
          Refusal.of(
              NOT_POSSIBLE,
              "there was not enough memory",
              "a shorter horizon, or start the server with SERVANDA_JAVA_OPTS=-Xmx8g"));
    } catch (RuntimeException | StackOverflowError defect) {
      if (desk.cancellation().requested()) {
        return new WorkOutcome.Stopped();
      }
      LOGGER.log(System.Logger.Level.ERROR, "a job failed: " + question.kind(), defect);
      return new WorkOutcome.Failed(
          Refusal.of(
              Refusal.Kind.DEFECT, "the job failed, which is a defect", "report what was logged"));
    }
  }

  private void conclude(Job job, JobQuestion question, WorkOutcome outcome) {
    switch (outcome) {
      case WorkOutcome.Finished finished -> {
        folder.keep(job, finished);
        end(job, JobState.FINISHED, null);
      }
      case WorkOutcome.Failed(var why) -> end(job, JobState.FAILED, why);
      case WorkOutcome.Stopped() -> {
        if (job.isCanceled()) {
          end(job, JobState.CANCELED, null);
        } else if (!closing) {
          job.requeue();
          again(job, question);
        }
      }
    }
  }

  /// Puts a job that has given way back behind the others.
  private void again(Job job, JobQuestion question) {
    try {
      queue(job, question);
    } catch (Refusal full) {
      end(job, JobState.FAILED, full);
    }
  }

  private void end(Job job, JobState state, @Nullable Refusal why) {
    job.end(state, why == null ? null : why.document());
    if (jobs.containsKey(job.id())) {
      folder.keepState(job);
    }
  }

  /// {@return a job}
  ///
  /// @throws Refusal if there is none
  public Job job(String id) {
    Job job = jobs.get(id);
    if (job == null) {
      throw Refusal.of(NOT_FOUND, "there is no such job", "POST /api/v1/jobs");
    }
    return job;
  }

  /// Cancels a job; forgets it if it has ended.
  ///
  /// @throws Refusal if there is none
  public void cancel(String id) {
    Job job = job(id);
    if (job.state().isEnd()) {
      forget(job);
      return;
    }
    boolean isWaiting = job.state() == JobState.QUEUED;
    job.cancel();
    if (isWaiting && job.state() == JobState.QUEUED) {
      end(job, JobState.CANCELED, null);
    }
  }

  private void forget(Job job) {
    jobs.remove(job.id());
    folder.remove(job);
  }

  /// {@return what came out, JSON in UTF-8}
  ///
  /// @throws Refusal if there is no such job, or it is not finished
  public byte[] result(String id) {
    return folder.result(finished(id));
  }

  /// {@return the report, HTML in UTF-8}
  ///
  /// @throws Refusal if there is no such job, it is not finished, or its kind has no report
  public byte[] report(String id) {
    byte[] report = folder.report(finished(id));
    if (report == null) {
      throw Refusal.of(NOT_FOUND, "this kind of job has no report", "GET /api/v1/jobs/{id}/result");
    }
    return report;
  }

  private Job finished(String id) {
    Job job = job(id);
    if (job.state() != JobState.FINISHED) {
      throw Refusal.of(
          NOT_NOW,
          "the job is " + job.state().word() + ", not finished",
          "GET /api/v1/jobs/{id}/events to follow it");
    }
    return job;
  }

  /// {@return jobs that wait or are under way}
  public int underWay() {
    return answers.waiting() + answers.busy() + studies.waiting() + studies.busy();
  }

  /// Stops; what is not done goes on at the next start.
  @Override
  public void close() {
    closing = true;
    for (Job job : List.copyOf(jobs.values())) {
      job.interrupt();
    }
    answers.close();
    studies.close();
  }
}
