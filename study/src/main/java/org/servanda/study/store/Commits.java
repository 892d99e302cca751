package org.servanda.study.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcome;
import org.servanda.study.run.RecordingFailed;

/// Commits outcomes on a thread of its own, all that wait at once: a commit waits for the disk, and
/// solving need not wait with it.
final class Commits {
  /// Most outcomes that wait; then solving waits too.
  private static final int MOST = 256;

  private final Target target;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private final List<Finished> waiting = new ArrayList<>();
  private boolean writing;
  private @Nullable RecordingFailed refused;

  /// An experiment and what it came to.
  record Finished(Experiment experiment, Outcome outcome) {}

  /// Where outcomes are kept.
  interface Target {
    /// Keeps outcomes, all or none; called by one thread at a time.
    ///
    /// @throws RecordingFailed if they cannot be kept
    void commit(List<Finished> batch);
  }

  Commits(Target target) {
    this.target = target;
  }

  /// Takes an outcome, which is committed soon.
  ///
  /// @throws RecordingFailed if this or an earlier one could not be kept
  void add(Finished finished) {
    lock.lock();
    try {
      while (waiting.size() >= MOST && refused == null) {
        change.awaitUninterruptibly();
      }
      check();
      waiting.add(finished);
      if (!writing) {
        writing = true;
        Thread.ofPlatform().name("study-commits").daemon().start(this::write);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until all that was taken is committed.
  ///
  /// @throws RecordingFailed if some could not be kept
  void settle() {
    lock.lock();
    try {
      while (writing) {
        change.awaitUninterruptibly();
      }
      check();
    } finally {
      lock.unlock();
    }
  }

  private void check() {
    if (refused != null) {
      throw refused; // whoever comes after would only hear that the database is closed
    }
  }

  /// Commits as long as something waits.
  private void write() {
    try {
      for (var batch = taken(); !batch.isEmpty(); batch = taken()) {
        target.commit(batch);
      }
    } catch (RuntimeException failed) {
      end(
          failed instanceof RecordingFailed known
              ? known
              : new RecordingFailed(
                  "outcomes cannot be kept: " + failed + "\nTry: --resume", failed));
    }
  }

  private List<Finished> taken() {
    lock.lock();
    try {
      var batch = List.copyOf(waiting);
      waiting.clear();
      writing = !batch.isEmpty();
      change.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void end(RecordingFailed failed) {
    lock.lock();
    try {
      refused = failed;
      waiting.clear();
      writing = false;
      change.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
