package timeslice.workbook.jvm.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import timeslice.workbook.jvm.explore.Exploration.Failed;
import timeslice.workbook.jvm.explore.Exploration.Proved;

class WaitingTest {
  private final Explorer explorer = Explorer.unchecked();

  /** A counter of things to take, behind a lock. */
  private static final class Shelf {
    private final SharedLock lock = new SharedLock("lock");
    private final SharedCondition filled = lock.newCondition("filled");
    private final SharedInt count = new SharedInt("count");
    private final boolean looksAgain;

    Shelf(boolean looksAgain) {
      this.looksAgain = looksAgain;
    }

    void put() {
      lock.lock();
      count.incrementAndGet();
      filled.signal();
      lock.unlock();
    }

    void take() {
      lock.lock();
      if (looksAgain) {
        while (count.get() == 0) {
          filled.await();
        }
      } else if (count.get() == 0) {
        filled.await();
      }
      if (count.decrementAndGet() < 0) {
        throw new AssertionError("takes from an empty shelf");
      }
      lock.unlock();
    }
  }

  private static Consumer<Scenario> consumers(int number, boolean looksAgain) {
    return scenario -> {
      var shelf = new Shelf(looksAgain);
      for (int i = 1; i <= number; i++) {
        scenario.thread("consumer " + i, shelf::take);
      }
      scenario.thread(
          "producer",
          () -> {
            for (int i = 0; i < number; i++) {
              shelf.put();
            }
          });
    };
  }

  @Test
  void lookingAgainIsAlwaysFine() {
    explorer.explore(consumers(1, true)).assertProved();
    explorer.explore(consumers(2, true)).assertProved();
    explorer.spuriousWakeUps(2).explore(consumers(2, true)).assertProved();
  }

  @Test
  void mergingKnowsHowManySpuriousWakeUpsAreLeft() {
    for (int wakeUps = 1; wakeUps <= 2; wakeUps++) {
      Explorer waking = explorer.spuriousWakeUps(wakeUps);
      var merged = (Proved) waking.explore(consumers(2, true));
      var every = (Proved) waking.everySchedule().explore(consumers(2, true));
      assertThat(merged.schedules()).as("%d wake-ups", wakeUps).isEqualTo(every.schedules());
    }
  }

  @Test
  void ifInsteadOfWhileFailsWithTwoConsumers() {
    explorer.explore(consumers(1, false)).assertProved();
    assertThat(explorer.explore(consumers(2, false)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.why()).endsWith(": takes from an empty shelf"));
  }

  @Test
  void ifInsteadOfWhileFailsWithASpuriousWakeUp() {
    assertThat(explorer.spuriousWakeUps(1).explore(consumers(1, false)).message())
        .isEqualTo(
            """
            schedule A5 goes wrong: consumer 1: takes from an empty shelf

                 consumer 1                           producer
              1  locks lock
              2  reads count = 0
              3  waits on filled, gives back lock
              4  wakes up, signalled by nobody, and
                  locks lock
              5  adds -1 to count: 0 becomes -1""");
  }

  @Test
  void aSignalBeforeTheWaitIsLost() {
    Exploration exploration =
        explorer.explore(
            scenario -> {
              var lock = new SharedLock("lock");
              SharedCondition ready = lock.newCondition("ready");
              scenario
                  .thread(
                      "A",
                      () -> {
                        lock.lock();
                        ready.await();
                        lock.unlock();
                      })
                  .thread(
                      "B",
                      () -> {
                        lock.lock();
                        ready.signal();
                        lock.unlock();
                      });
            });
    assertThat(exploration)
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .isEqualTo("deadlock: A waits on ready, which nobody signals any more"));
  }

  @Test
  void aSpuriousWakeUpIsNoExcuseForALostOne() {
    Consumer<Scenario> lost =
        scenario -> {
          var parker = new Parker("parker");
          scenario.thread("A", parker::park);
        };
    assertThat(explorer.spuriousWakeUps(1).explore(lost))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .isEqualTo("deadlock: A parks on parker, which has no permit"));
  }

  @Test
  void anUnparkBeforeTheParkIsNotLostAndTwoCountAsOne() {
    Consumer<Scenario> once = parking(1);
    Consumer<Scenario> twice = parking(2);
    explorer.explore(once).assertProved();
    assertThat(explorer.explore(twice)).isInstanceOf(Failed.class);
  }

  private static Consumer<Scenario> parking(int times) {
    return scenario -> {
      var parker = new Parker("parker");
      scenario
          .thread(
              "A",
              () -> {
                for (int i = 0; i < times; i++) {
                  parker.park();
                }
              })
          .thread(
              "B",
              () -> {
                for (int i = 0; i < times; i++) {
                  parker.unpark();
                }
              });
    };
  }

  private static Consumer<Scenario> mutex(
      String names, Consumer<SharedInt> lock, Consumer<SharedInt> unlock) {
    return scenario -> {
      var n = new SharedInt("n");
      var word = new SharedInt("word");
      for (int i = 0; i < names.length(); i++) {
        scenario.thread(
            names.substring(i, i + 1),
            () -> {
              lock.accept(word);
              n.set(n.get() + 1);
              unlock.accept(word);
            });
      }
      scenario.after(() -> assertThat(n.get()).as("n").isEqualTo(names.length()));
    };
  }

  // Drepper, "Futexes Are Tricky", mutex 2: 0 free, 1 held, 2 held and somebody may sleep.
  private static void lock(SharedInt word) {
    if (!word.compareAndSet(0, 1)) {
      while (word.getAndSet(2) != 0) {
        word.futexWait(2);
      }
    }
  }

  private static void unlock(SharedInt word) {
    if (word.getAndSet(0) == 2) {
      word.futexWake(1);
    }
  }

  // Forgets that others may still sleep once it got the lock.
  private static void forgetfulLock(SharedInt word) {
    while (!word.compareAndSet(0, 1)) {
      if (word.compareAndSet(1, 2) || word.get() == 2) {
        word.futexWait(2);
      }
    }
  }

  @Test
  void aMutexFromCompareAndSetAndFutexIsProved() {
    explorer.explore(mutex("AB", WaitingTest::lock, WaitingTest::unlock)).assertProved();
    explorer.explore(mutex("ABC", WaitingTest::lock, WaitingTest::unlock)).assertProved();
    explorer
        .spuriousWakeUps(1)
        .explore(mutex("AB", WaitingTest::lock, WaitingTest::unlock))
        .assertProved();
  }

  @Test
  void aMutexThatForgetsItsSleepersLeavesOneAsleepBesideAFreeLock() {
    explorer.explore(mutex("AB", WaitingTest::forgetfulLock, WaitingTest::unlock)).assertProved();
    assertThat(explorer.explore(mutex("ABC", WaitingTest::forgetfulLock, WaitingTest::unlock)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .isEqualTo("deadlock: C sleeps on word, which is 0, and nobody wakes it"));
  }

  @Test
  void lookingAndFallingAsleepAreOneStep() {
    assertThat(
            explorer.explore(
                mutex(
                    "AB",
                    word -> {
                      while (!word.compareAndSet(0, 1)) {
                        word.futexWait(word.get());
                      }
                    },
                    word -> {
                      word.set(0);
                      word.futexWake(1);
                    })))
        .isInstanceOf(Failed.class);
  }
}
