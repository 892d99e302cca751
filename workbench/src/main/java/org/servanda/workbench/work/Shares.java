package org.servanda.workbench.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.servanda.workbench.question.Refusal;

/// Work that waits for a few threads, taken from one client after the other.
///
/// Whoever asks for much waits behind its own work, not in front of others'. What does not fit into
/// the queue is refused at once.
public final class Shares implements AutoCloseable {
  private static final double FIRST_GUESS_SECONDS = 0.2;
  private static final double MEMORY = 0.8;
  private static final int LONGEST_RETRY = 60;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final LinkedHashMap<String, ArrayDeque<FutureTask<?>>> waiting = new LinkedHashMap<>();
  private final List<Thread> hands = new ArrayList<>();
  private final int perClient;
  private final int together;
  private final double longestWait;
  private int count;
  private int busy;
  private double seconds = FIRST_GUESS_SECONDS;
  private boolean closed;

  /// @param name of the threads
  /// @param threads at least 1
  /// @param perClient most pieces of work that one client may have waiting
  /// @param together most pieces of work that may wait
  Shares(String name, int threads, int perClient, int together) {
    this(name, threads, perClient, together, Double.POSITIVE_INFINITY);
  }

  /// @param longestWait seconds; what would wait longer, as pieces took lately, is refused as if
  ///   the queue were full
  Shares(String name, int threads, int perClient, int together, double longestWait) {
    this.longestWait = longestWait;
    this.perClient = perClient;
    this.together = together;
    for (int i = 1; i <= threads; i++) {
      hands.add(Thread.ofPlatform().name(name + "-" + i).daemon().start(this::toil));
    }
  }

  /// Adds a piece of work to a client's.
  ///
  /// @return to wait for its result; canceling it takes it out of the queue
  /// @throws Refusal if the client's share or the queue is full
  public <T> FutureTask<T> submit(String client, Callable<T> piece) {
    var task = new FutureTask<>(piece);
    lock.lock();
    try {
      demandOpen();
      var own = waiting.get(client);
      if (own != null && own.size() >= perClient) {
        throw Refusal.later(
            Refusal.Kind.TOO_MANY,
            "%d requests of this client wait already, bound: %d".formatted(own.size(), perClient),
            retryAfter(own.size()));
      }
      if (count >= together || count * seconds / hands.size() > longestWait) {
        throw Refusal.later(
            Refusal.Kind.BUSY,
            "%d requests wait already, which is as long as is borne with".formatted(count),
            retryAfter(count));
      }
      waiting.computeIfAbsent(client, _ -> new ArrayDeque<>()).add(task);
      count++;
      work.signal();
    } finally {
      lock.unlock();
    }
    return task;
  }

  private void demandOpen() {
    if (closed) {
      throw Refusal.later(Refusal.Kind.BUSY, "the server is stopping", 5);
    }
  }

  private int retryAfter(int ahead) {
    return (int) Math.clamp(Math.ceil(ahead * seconds / hands.size()), 1, LONGEST_RETRY);
  }

  /// Takes a piece of work out of the queue, or interrupts nothing if it is under way already.
  ///
  /// @return whether it was waiting
  boolean withdraw(FutureTask<?> task) {
    boolean isWaiting;
    lock.lock();
    try {
      isWaiting = waiting.values().stream().anyMatch(own -> own.remove(task));
      if (isWaiting) {
        count--;
        waiting.values().removeIf(ArrayDeque::isEmpty);
      }
    } finally {
      lock.unlock();
    }
    task.cancel(false);
    return isWaiting;
  }

  /// {@return pieces of work that wait}
  public int waiting() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }

  /// {@return pieces of work under way}
  public int busy() {
    lock.lock();
    try {
      return busy;
    } finally {
      lock.unlock();
    }
  }

  /// {@return whether a client other than this one has work waiting}
  public boolean othersWait(String client) {
    lock.lock();
    try {
      return waiting.size() > (waiting.containsKey(client) ? 1 : 0);
    } finally {
      lock.unlock();
    }
  }

  private void toil() {
    while (true) {
      var task = next();
      if (task == null) {
        return;
      }
      long begin = System.nanoTime();
      task.run();
      finished((System.nanoTime() - begin) * 1e-9);
    }
  }

  private @Nullable FutureTask<?> next() {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        work.awaitUninterruptibly();
      }
      if (waiting.isEmpty()) {
        return null;
      }
      var first = waiting.pollFirstEntry();
      var task = first.getValue().removeFirst();
      if (!first.getValue().isEmpty()) {
        waiting.putLast(first.getKey(), first.getValue());
      }
      count--;
      busy++;
      return task;
    } finally {
      lock.unlock();
    }
  }

  private void finished(double took) {
    lock.lock();
    try {
      busy--;
      seconds = MEMORY * seconds + (1 - MEMORY) * took;
    } finally {
      lock.unlock();
    }
  }

  /// Takes no more work, drops what waits and waits a little for what is under way.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.values().forEach(tasks -> tasks.forEach(t -> t.cancel(false)));
      waiting.clear();
      count = 0;
      work.signalAll();
    } finally {
      lock.unlock();
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    try {
      for (var hand : hands) {
        hand.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
