package org.servanda.workbench.work;

import static org.servanda.workbench.question.Json.object;

import java.time.Instant;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.servanda.engine.equilibrium.Cancellation;

/// A piece of longer work: its state, how far it is, and what is found so far.
///
/// Safe for use by several threads; whoever follows it waits for its version to change.
public final class Job {
  private final String id;
  private final String client;
  private final String kind;
  private final Instant created;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Cancellation cancellation = new Cancellation();
  private JobState state;
  private Progress progress = Progress.at("waiting", 0);
  private @Nullable Object bands;
  private long bandsVersion;
  private @Nullable Object problem;
  private boolean canceled;
  private long version;

  Job(String id, String client, String kind, Instant created, JobState state) {
    this.id = id;
    this.client = client;
    this.kind = kind;
    this.created = created;
    this.state = state;
  }

  /// What followers see.
  ///
  /// @param version of everything
  /// @param state where it stands
  /// @param progress as JSON
  /// @param bands found so far, as JSON; absent if there are none
  /// @param bandsVersion of the bands
  public record View(
      long version, JobState state, Object progress, @Nullable Object bands, long bandsVersion) {}

  /// {@return its identifier, which nobody can guess}
  public String id() {
    return id;
  }

  String client() {
    return client;
  }

  String kind() {
    return kind;
  }

  Instant created() {
    return created;
  }

  /// {@return where it stands}
  public JobState state() {
    lock.lock();
    try {
      return state;
    } finally {
      lock.unlock();
    }
  }

  @Nullable Object problem() {
    lock.lock();
    try {
      return problem;
    } finally {
      lock.unlock();
    }
  }

  /// {@return the job as JSON}
  public SequencedMap<String, @Nullable Object> json() {
    lock.lock();
    try {
      var json =
          object(
              "id", id,
              "kind", kind,
              "state", state.word(),
              "progress", progress.json(),
              "created", created.toString());
      if (problem != null) {
        json.put("problem", problem);
      }
      return json;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the job has changed since a version, or time is up.
  public View await(long seen, long millis) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(millis);
      while (version <= seen && left > 0) {
        left = changed.awaitNanos(left);
      }
      return new View(version, state, progress.json(), bands, bandsVersion);
    } finally {
      lock.unlock();
    }
  }

  /// {@return the token that stops the work of this run}
  Cancellation start() {
    return change(() -> {
      cancellation = new Cancellation();
      if (canceled) {
        cancellation.cancel();
      }
      state = JobState.RUNNING;
      return cancellation;
    });
  }

  void requeue() {
    change(() -> {
      state = JobState.QUEUED;
      return state;
    });
  }

  void at(Progress now) {
    change(() -> {
      progress = now;
      return now;
    });
  }

  void found(Object now) {
    change(() -> {
      bands = now;
      bandsVersion++;
      return now;
    });
  }

  void end(JobState last, @Nullable Object why) {
    change(() -> {
      state = last;
      problem = why;
      if (last == JobState.FINISHED) {
        progress = new Progress("done", 1, progress.finished(), progress.experiments(), 0.0);
      }
      return last;
    });
  }

  /// Asks the work to stop, for good.
  void cancel() {
    change(() -> {
      canceled = true;
      cancellation.cancel();
      return cancellation;
    });
  }

  /// Asks this run of the work to stop; it may go on later.
  void interrupt() {
    change(() -> {
      cancellation.cancel();
      return cancellation;
    });
  }

  boolean isCanceled() {
    lock.lock();
    try {
      return canceled;
    } finally {
      lock.unlock();
    }
  }

  private <T> T change(java.util.function.Supplier<T> change) {
    lock.lock();
    try {
      T result = change.get();
      version++;
      changed.signalAll();
      return result;
    } finally {
      lock.unlock();
    }
  }
}
