package org.servanda.workbench.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.servanda.workbench.question.Refusal;

class SharesTest {
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch gate = new CountDownLatch(1);

  /// One thread that is busy until the gate opens, so that all else waits.
  private Shares busy(int perClient, int together) throws InterruptedException {
    var shares = new Shares("test", 1, perClient, together);
    var started = new CountDownLatch(1);
    shares.submit(
        "first",
        () -> {
          started.countDown();
          gate.await();
          return "first";
        });
    started.await();
    return shares;
  }

  private FutureTask<String> add(Shares shares, String client, String name) {
    return shares.submit(
        client,
        () -> {
          done.add(name);
          return name;
        });
  }

  @Test
  void clientsTakeTurns() throws Exception {
    try (var shares = busy(10, 100)) {
      add(shares, "a", "a1");
      add(shares, "a", "a2");
      add(shares, "a", "a3");
      add(shares, "b", "b1");
      add(shares, "b", "b2");
      var last = add(shares, "c", "c1");
      gate.countDown();
      last.get();
      while (shares.waiting() + shares.busy() > 0) {
        Thread.onSpinWait();
      }
      assertThat(done).containsExactly("a1", "b1", "c1", "a2", "b2", "a3");
    }
  }

  @Test
  void aShareAndTheQueueHaveBounds() throws Exception {
    try (var shares = busy(2, 3)) {
      add(shares, "a", "a1");
      add(shares, "a", "a2");
      assertThatThrownBy(() -> add(shares, "a", "a3"))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
                assertThat(refusal.retryAfter()).isPositive();
              });
      add(shares, "b", "b1");
      assertThatThrownBy(() -> add(shares, "c", "c1"))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BUSY));
      gate.countDown();
    }
  }

  @Test
  void whatWouldWaitTooLongIsRefused() throws Exception {
    try (var shares = new Shares("test", 1, 10, 100, 0.01)) {
      var started = new CountDownLatch(1);
      shares.submit(
          "a",
          () -> {
            started.countDown();
            gate.await();
            return "a";
          });
      started.await();
      add(shares, "b", "b1");
      assertThatThrownBy(() -> add(shares, "c", "c1"))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.BUSY));
      gate.countDown();
    }
  }

  @Test
  void whatIsWithdrawnIsNotDoneAndMakesRoom() throws Exception {
    try (var shares = busy(1, 10)) {
      var withdrawn = add(shares, "a", "a1");
      shares.withdraw(withdrawn);
      var next = add(shares, "a", "a2");
      gate.countDown();
      next.get();
      assertThat(withdrawn.isCancelled()).isTrue();
      assertThat(done).containsExactly("a2");
    }
  }

  @Test
  void afterClosingNothingIsTaken() throws Exception {
    var shares = busy(10, 10);
    var waiting = add(shares, "a", "a1");
    gate.countDown();
    shares.close();
    assertThat(waiting.isDone()).isTrue();
    assertThatThrownBy(() -> add(shares, "a", "a2")).isInstanceOf(Refusal.class);
  }

  @Test
  void aFailureLeavesTheThreadAtWork() throws Exception {
    gate.countDown();
    try (var shares = new Shares("test", 1, 10, 10)) {
      var failed =
          shares.submit(
              "a",
              () -> {
                throw new StackOverflowError("on purpose");
              });
      assertThatThrownBy(failed::get).hasRootCauseInstanceOf(StackOverflowError.class);
      assertThat(add(shares, "a", "a2").get()).isEqualTo("a2");
    }
  }
}
