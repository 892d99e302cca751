package org.servanda.workbench.work;

import static org.servanda.workbench.question.Refusal.Kind.NOT_POSSIBLE;
import static org.servanda.workbench.question.Refusal.Kind.SUPERSEDED;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.servanda.agreement.scenario.Scenario;
import org.servanda.engine.equilibrium.Cancellation;
import org.servanda.model.compile.StateOfTheWorld;
import org.servanda.model.measure.Grain;
import org.servanda.model.measure.NotAssessed;
import org.servanda.model.measure.Trial;
import org.servanda.model.measure.Unsolved;
import org.servanda.workbench.draft.Drafts;
import org.servanda.workbench.question.Refusal;

/// Coarse answers at once: one proposal with every number at its mode.
///
/// Answers are remembered by what they depend on. A newer question of the same client in the same
/// slot ends the older one.
public final class Trials implements AutoCloseable {
  private static final int REMEMBERED = 1000;
  private static final double LONGEST_WAIT_SECONDS = 4;
  private static final int SOLVERS_PER_THREAD = 4;

  private final Shares shares;
  private final SolverShelf shelf;
  private final long patienceSeconds;
  private final Map<Slot, Asked> slots = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean closing;

  private final Map<TrialKey, Trial> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TrialKey, Trial> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Slot(String client, String name) {}

  private record Asked(Cancellation cancellation, FutureTask<Trial> task) {}

  /// An answer.
  ///
  /// @param trial what came out
  /// @param seconds from question to answer
  /// @param remembered whether it had been asked before
  public record Answer(Trial trial, double seconds, boolean remembered) {}

  /// @param threads trials solved at the same time
  /// @param memory of one solve, in bytes
  /// @param patienceSeconds after which a trial is given up
  /// @param perClient trials that one client may have waiting
  /// @param together trials that may wait
  public Trials(int threads, long memory, long patienceSeconds, int perClient, int together) {
    this.shares = new Shares("trial", threads, perClient, together, LONGEST_WAIT_SECONDS);
    this.shelf = new SolverShelf(SOLVERS_PER_THREAD * threads, Grain.coarse(memory));
    this.patienceSeconds = patienceSeconds;
  }

  /// {@return the grain of all trials}
  public Grain grain() {
    return shelf.grain();
  }

  /// {@return trials that wait or are under way}
  public int underWay() {
    return underWay.get();
  }

  /// {@return trials that wait for a thread}
  public int waiting() {
    return shares.waiting();
  }

  /// Solves a proposal, or remembers what came out.
  ///
  /// @param client who asks
  /// @param slot name of the place on the client's page that the answer is for
  /// @param proposal name of a proposal there is
  /// @throws Refusal if there is no room, a newer question took its place, or it cannot be solved
  public Answer ask(String client, String slot, Scenario scenario, String proposal) {
    long begin = System.nanoTime();
    var key = TrialKey.of(scenario, Drafts.agreement(scenario, proposal));
    var place = new Slot(client, slot);
    var known = recall(key);
    if (known != null) {
      supersede(slots.remove(place));
      return new Answer(known, (System.nanoTime() - begin) * 1e-9, true);
    }
    var cancellation = new Cancellation();
    underWay.incrementAndGet();
    try {
      supersede(slots.remove(place));
      var task = shares.submit(client, () -> solve(key, scenario, cancellation));
      var asked = new Asked(cancellation, task);
      supersede(slots.put(place, asked));
      try {
        return new Answer(await(asked), (System.nanoTime() - begin) * 1e-9, false);
      } finally {
        slots.remove(place, asked);
      }
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void supersede(@Nullable Asked older) {
    if (older != null) {
      older.cancellation().cancel();
      shares.withdraw(older.task());
    }
  }

  private Trial await(Asked asked) {
    try {
      return asked.task().get(patienceSeconds, TimeUnit.SECONDS);
    } catch (CancellationException superseded) {
      throw superseded();
    } catch (TimeoutException slow) {
      asked.cancellation().cancel();
      if (shares.withdraw(asked.task())) {
        throw Refusal.later(Refusal.Kind.BUSY, "others were served first", 5);
      }
      throw Refusal.of(
          NOT_POSSIBLE,
          "the trial took more than %d seconds".formatted(patienceSeconds),
          "a job of kind assessment, or a shorter horizon");
    } catch (InterruptedException stopping) {
      asked.cancellation().cancel();
      Thread.currentThread().interrupt();
      throw Refusal.later(Refusal.Kind.BUSY, "the server is stopping", 5);
    } catch (ExecutionException failed) {
      throw refusal(failed.getCause());
    }
  }

  private RuntimeException refusal(@Nullable Throwable cause) {
    return switch (cause) {
      case Unsolved unsolved when unsolved.reason().reason() == NotAssessed.Reason.CANCELED ->
          superseded();
      case Unsolved unsolved -> Refusal.saying(NOT_POSSIBLE, unsolved.reason().detail());
      case OutOfMemoryError _ ->
          Refusal.of(
              NOT_POSSIBLE,
              "there was not enough memory",
              "a shorter horizon, or start the server with SERVANDA_JAVA_OPTS=-Xmx8g");
      case RuntimeException defect -> defect;
      case null, default -> new IllegalStateException(cause);
    };
  }

  private Refusal superseded() {
    if (closing) {
      return Refusal.later(Refusal.Kind.BUSY, "the server is stopping", 5);
    }
    return Refusal.of(
        SUPERSEDED,
        "a newer question in the same slot took its place",
        "wait for that one's answer");
  }

  private Trial solve(TrialKey key, Scenario scenario, Cancellation cancellation) {
    String shape = key.shape();
    var solver = shelf.take(key, shape, scenario);
    var trial = solver.at(StateOfTheWorld.modes(), cancellation);
    shelf.put(shape, solver);
    synchronized (remembered) {
      remembered.put(key, trial);
    }
    return trial;
  }

  private @Nullable Trial recall(TrialKey key) {
    synchronized (remembered) {
      return remembered.get(key);
    }
  }

  /// Ends every trial and takes no more.
  @Override
  public void close() {
    closing = true;
    slots.values().forEach(this::supersede);
    shares.close();
  }
}
