package timeslice.workbook.jvm.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import timeslice.workbook.jvm.explore.Exploration.Failed;
import timeslice.workbook.jvm.explore.Exploration.Proved;

class LocksTest {
  private final Explorer explorer = Explorer.unchecked();

  private String why(Consumer<Scenario> scenario) {
    Exploration exploration = explorer.explore(scenario);
    assertThat(exploration).isInstanceOf(Failed.class);
    return ((Failed) exploration).why();
  }

  @Test
  void twoLocksTakenInOppositeOrderAreADeadlockThatSaysWhoHoldsWhat() {
    Exploration exploration =
        explorer.explore(
            scenario -> {
              var left = new SharedLock("left");
              var right = new SharedLock("right");
              scenario.thread("A", () -> both(left, right)).thread("B", () -> both(right, left));
            });
    assertThat(exploration.message())
        .isEqualTo(
            """
            schedule AB goes wrong: deadlock: A waits for right, held by B; B waits for left,\
             held by A

                 A                                    B
              1  locks left
              2                                       locks right
                                                      (waits for left, held by A)""");
  }

  private static void both(SharedLock first, SharedLock second) {
    first.lock();
    second.lock();
    second.unlock();
    first.unlock();
  }

  @Test
  void twoLocksTakenInOneOrderAreFine() {
    explorer
        .explore(
            scenario -> {
              var left = new SharedLock("left");
              var right = new SharedLock("right");
              scenario.thread("A", () -> both(left, right)).thread("B", () -> both(left, right));
            })
        .assertProved();
  }

  @Test
  void aCorrectLockOfThreeThreadsIsProvedOverAllItsSchedules() {
    Consumer<Scenario> counter =
        scenario -> {
          var n = new SharedInt("n");
          var before = new SharedInt("before");
          var lock = new SharedLock("lock");
          for (String name : new String[] {"A", "B", "C"}) {
            scenario.thread(
                name,
                () -> {
                  before.get();
                  lock.lock();
                  n.set(n.get() + 1);
                  lock.unlock();
                });
          }
          scenario.after(() -> assertThat(n.get()).isEqualTo(3));
        };
    // Threads take turns in 3! orders; in each of them, the reads that come before the lock may
    // stand in several places. Counted here by plain recursion.
    long count = countLocked(new int[3], -1);
    assertThat(explorer.explore(counter))
        .isInstanceOfSatisfying(
            Proved.class, proved -> assertThat(proved.schedules()).isEqualTo(count));
    assertThat(explorer.everySchedule().explore(counter))
        .isInstanceOfSatisfying(
            Proved.class,
            proved -> {
              assertThat(proved.schedules()).isEqualTo(count);
              assertThat(proved.runs()).isEqualTo(count);
            });
  }

  /** Five steps each: the second takes the lock, the fifth gives it back. */
  private static long countLocked(int[] done, int holder) {
    long count = 0;
    boolean over = true;
    for (int thread = 0; thread < done.length; thread++) {
      if (done[thread] == 5) {
        continue;
      }
      over = false;
      if (done[thread] == 1 && holder >= 0) {
        continue;
      }
      int next = done[thread] == 1 ? thread : done[thread] == 4 ? -1 : holder;
      done[thread]++;
      count += countLocked(done, next);
      done[thread]--;
    }
    return over ? 1 : count;
  }

  @Test
  void unlockingALockOfAnotherThreadIsSaid() {
    assertThat(
            why(
                scenario -> {
                  var lock = new SharedLock("lock");
                  scenario.thread("A", lock::lock).thread("B", lock::unlock);
                }))
        .isEqualTo("B unlocks lock, which A holds");
  }

  @Test
  void waitingWithoutTheLockIsSaid() {
    assertThat(
            why(
                scenario -> {
                  SharedCondition changed = new SharedLock("lock").newCondition("changed");
                  scenario.thread("A", changed::await);
                }))
        .isEqualTo("A waits on changed without lock, which nobody holds");
  }

  @Test
  void signallingWithoutTheLockIsSaid() {
    assertThat(
            why(
                scenario -> {
                  SharedCondition changed = new SharedLock("lock").newCondition("changed");
                  scenario.thread("A", changed::signal);
                }))
        .isEqualTo("A signals changed without holding lock, which nobody holds");
  }

  @Test
  void aThreadThatLocksTwiceWaitsForItself() {
    assertThat(
            why(
                scenario -> {
                  var lock = new SharedLock("lock");
                  scenario.thread(
                      "A",
                      () -> {
                        lock.lock();
                        lock.lock();
                      });
                }))
        .isEqualTo("deadlock: A waits for lock, held by A");
  }

  @Test
  void aLockThatItsThreadNeverGivesBackIsSaid() {
    assertThat(
            why(
                scenario -> {
                  var lock = new SharedLock("lock");
                  scenario.thread("A", lock::lock).thread("B", lock::lock);
                }))
        .isEqualTo("deadlock: B waits for lock, held by A, which has finished");
  }

  @Test
  void aSemaphoreLetsInAsManyAsItHasPermits() {
    for (int permits = 1; permits <= 2; permits++) {
      int most = permits;
      Consumer<Scenario> scenario =
          it -> {
            var semaphore = new SharedSemaphore("semaphore", 2);
            var inside = new SharedInt("inside");
            for (String name : new String[] {"A", "B", "C"}) {
              it.thread(
                  name,
                  () -> {
                    semaphore.acquire();
                    inside.incrementAndGet();
                    inside.decrementAndGet();
                    semaphore.release();
                  });
            }
            it.always(() -> assertThat(inside.get()).isLessThanOrEqualTo(most));
          };
      assertThat(explorer.explore(scenario))
          .as("%d at most", most)
          .isInstanceOf(most == 2 ? Proved.class : Failed.class);
    }
  }

  @Test
  void aCheckCannotWait() {
    assertThat(
            why(
                scenario -> {
                  var lock = new SharedLock("lock");
                  scenario.thread("A", lock::lock).after(lock::lock);
                }))
        .isEqualTo(
            "only the scenario's threads can wait, but what stands around them waits for lock,"
                + " held by A, which has finished");
  }
}
