package org.servanda.study.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.servanda.study.run.Experiment;
import org.servanda.study.run.Outcome;
import org.servanda.study.run.RecordingFailed;
import org.servanda.study.store.Commits.Finished;

class CommitsTest {
  private static Finished finished(int world) {
    return new Finished(new Experiment(world, 0), new Outcome.Failed("none"));
  }

  @Test
  void everythingTakenIsCommittedOnceInOrder() {
    var kept = Collections.synchronizedList(new ArrayList<Finished>());
    var commits = new Commits(kept::addAll);
    var taken = IntStream.range(0, 1000).mapToObj(CommitsTest::finished).toList();
    taken.forEach(commits::add);
    commits.settle();
    assertThat(kept).isEqualTo(taken);
    commits.settle(); // nothing to wait for
  }

  @Test
  void whatComesDuringACommitIsCommittedTogether() throws InterruptedException {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var sizes = Collections.synchronizedList(new ArrayList<Integer>());
    var commits =
        new Commits(batch -> {
          sizes.add(batch.size());
          begun.countDown();
          awaited(go);
        });
    commits.add(finished(0));
    begun.await();
    for (int w = 1; w <= 5; w++) {
      commits.add(finished(w));
    }
    go.countDown();
    commits.settle();
    assertThat(sizes).containsExactly(1, 5);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aRefusalIsToldToWhoeverComesAfter() {
    var full = new RecordingFailed("the disk is full\nTry: free space", new Exception());
    var commits =
        new Commits(_ -> {
          throw full;
        });
    commits.add(finished(0));
    assertThatThrownBy(commits::settle).isSameAs(full);
    assertThatThrownBy(() -> commits.add(finished(1))).isSameAs(full);
    assertThatThrownBy(commits::settle).isSameAs(full);
  }

  @Test
  void aDefectIsToldToo() {
    var commits =
        new Commits(_ -> {
          throw new IllegalStateException("odd");
        });
    commits.add(finished(0));
    assertThatThrownBy(commits::settle)
        .isInstanceOf(RecordingFailed.class)
        .hasMessageContaining("odd")
        .hasMessageContaining("Try: ")
        .hasRootCauseMessage("odd");
  }

  @Test
  void nothingTakenIsNothingToWaitFor() {
    var batches = new ArrayList<List<Finished>>();
    new Commits(batches::add).settle();
    assertThat(batches).isEmpty();
  }
}
