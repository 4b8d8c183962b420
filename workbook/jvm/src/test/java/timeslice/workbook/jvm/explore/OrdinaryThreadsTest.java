package timeslice.workbook.jvm.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same objects outside an exploration, on the threads that the machine gives. */
class OrdinaryThreadsTest {
  private static final int TIMES = 2_000;

  private static void run(Runnable... bodies) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Runnable body : bodies) {
      threads.add(Thread.ofPlatform().start(body));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  @Test
  void aLockCountsRight() throws InterruptedException {
    var lock = new SharedLock("lock");
    var n = new SharedInt("n");
    Runnable count =
        () -> {
          for (int i = 0; i < TIMES; i++) {
            lock.lock();
            n.set(n.get() + 1);
            lock.unlock();
          }
        };
    run(count, count);
    assertThat(n.get()).isEqualTo(2 * TIMES);
  }

  @Test
  void aConditionWakesWhoWaits() throws InterruptedException {
    var lock = new SharedLock("lock");
    SharedCondition changed = lock.newCondition("changed");
    var turn = new SharedInt("turn");
    run(() -> takeTurns(lock, changed, turn, 0), () -> takeTurns(lock, changed, turn, 1));
    assertThat(turn.get()).isEqualTo(0);
  }

  private static void takeTurns(SharedLock lock, SharedCondition changed, SharedInt turn, int me) {
    for (int i = 0; i < TIMES; i++) {
      lock.lock();
      while (turn.get() != me) {
        changed.await();
      }
      turn.set(1 - me);
      changed.signal();
      lock.unlock();
    }
  }

  @Test
  void aFutexAndAParkerWakeWhoSleeps() throws InterruptedException {
    var word = new SharedInt("word");
    var parker = new Parker("parker");
    var semaphore = new SharedSemaphore("semaphore", 0);
    run(
        () -> {
          parker.park();
          while (word.futexWait(0)) {
            // Woken: look again.
          }
          semaphore.release();
        },
        () -> {
          parker.unpark();
          word.set(1);
          word.futexWake(1);
          semaphore.acquire();
        });
    assertThat(word.get()).isEqualTo(1);
  }

  @Test
  void aMisuseIsSaidHereToo() {
    var lock = new SharedLock("lock");
    assertThatThrownBy(lock::unlock)
        .isInstanceOf(IllegalMonitorStateException.class)
        .hasMessage(
            "thread " + Thread.currentThread().getName() + " unlocks lock, which nobody holds");
  }

  @Test
  void anInterruptEndsTheWaiting() {
    var parker = new Parker("parker");
    Thread.currentThread().interrupt();
    assertThatThrownBy(parker::park)
        .hasMessage("interrupted: it parks on parker, which has no permit");
    assertThat(Thread.interrupted()).as("the interrupt is still there").isTrue();
  }

  @Test
  void anArrayIsOneOfReferences() {
    var items = new SharedArray<String>("items", 2);
    items.set(0, "a");
    assertThat(items.get(0)).isEqualTo("a");
    assertThat(items.compareAndSet(1, null, "b")).isTrue();
    assertThat(items.getAndSet(1, null)).isEqualTo("b");
    assertThat(items.length()).isEqualTo(2);
  }
}
