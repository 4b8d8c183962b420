package timeslice.workbook.jvm.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import timeslice.workbook.jvm.explore.Exploration.Failed;
import timeslice.workbook.jvm.explore.Exploration.Proved;

class SpinTest {
  private final Explorer explorer = Explorer.unchecked();

  private static Consumer<Scenario> counter(String names, Consumer<SharedInt> lock) {
    return scenario -> {
      var n = new SharedInt("n");
      var word = new SharedInt("lock");
      for (int i = 0; i < names.length(); i++) {
        scenario.thread(
            names.substring(i, i + 1),
            () -> {
              lock.accept(word);
              n.set(n.get() + 1);
              word.set(0);
            });
      }
      scenario.after(() -> assertThat(n.get()).as("n").isEqualTo(names.length()));
    };
  }

  private static void spin(SharedInt lock) {
    while (!lock.compareAndSet(0, 1)) {
      Thread.onSpinWait();
    }
  }

  private static void testAndTestAndSet(SharedInt lock) {
    do {
      while (lock.get() == 1) {
        Thread.onSpinWait();
      }
    } while (!lock.compareAndSet(0, 1));
  }

  private static void giveUp(SharedInt lock, int tries) {
    for (int i = 0; i < tries; i++) {
      if (lock.compareAndSet(0, 1)) {
        return;
      }
    }
  }

  private static void checkThenSet(SharedInt lock) {
    while (lock.get() == 1) {
      Thread.onSpinWait();
    }
    lock.set(1);
  }

  @Test
  void aSpinLockEndsAndIsProved() {
    explorer.explore(counter("AB", SpinTest::spin)).assertProved();
    explorer.explore(counter("ABC", SpinTest::spin)).assertProved();
    explorer.explore(counter("AB", SpinTest::testAndTestAndSet)).assertProved();
    explorer.everySchedule().explore(counter("AB", SpinTest::testAndTestAndSet)).assertProved();
  }

  @Test
  void lookingAndThenTakingLetsTwoThreadsIn() {
    assertThat(explorer.explore(counter("AB", SpinTest::checkThenSet)))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.schedule()).isEqualTo("ABBBA4BB"));
  }

  // A scheduler that waits for a write after each failure would never see this.
  @Test
  void aSpinLockThatGivesUpIsFound() {
    for (int tries : new int[] {1, 2, 3, 100}) {
      assertThat(explorer.explore(counter("AB", lock -> giveUp(lock, tries))))
          .as("%d tries", tries)
          .isInstanceOf(Failed.class);
    }
  }

  @Test
  void aLockThatIsNeverGivenBackIsSpunOnForEver() {
    Exploration exploration =
        explorer.explore(
            scenario -> {
              var lock = new SharedInt("lock");
              scenario.thread("A", () -> spin(lock)).thread("B", () -> spin(lock));
            });
    assertThat(exploration.message())
        .isEqualTo(
            """
            schedule AB goes wrong: nobody gets anywhere: B fails to compare-and-set lock from 0: it is\
             1, again and again; and nobody is left to change that

                 A                                    B
              1  compare-and-sets lock from 0 to 1
              2                                       fails to compare-and-set lock from
                                                       0: it is 1""");
  }

  private static Consumer<Scenario> peterson(boolean withTurn) {
    return scenario -> {
      var n = new SharedInt("n");
      var turn = new SharedInt("turn");
      SharedInt[] flags = {new SharedInt("flagA"), new SharedInt("flagB")};
      for (int thread = 0; thread < 2; thread++) {
        int me = thread;
        int other = 1 - thread;
        scenario.thread(
            me == 0 ? "A" : "B",
            () -> {
              flags[me].set(1);
              if (withTurn) {
                turn.set(other);
              }
              while (flags[other].get() == 1 && (!withTurn || turn.get() == other)) {
                Thread.onSpinWait();
              }
              n.set(n.get() + 1);
              flags[me].set(0);
            });
      }
      scenario.after(() -> assertThat(n.get()).as("n").isEqualTo(2));
    };
  }

  @Test
  void spinningOnTwoVariablesEndsToo() {
    Exploration merged = explorer.explore(peterson(true));
    Exploration every = explorer.everySchedule().explore(peterson(true));
    assertThat(merged).isInstanceOf(Proved.class);
    assertThat(every)
        .isInstanceOfSatisfying(
            Proved.class,
            proved -> assertThat(((Proved) merged).schedules()).isEqualTo(proved.schedules()));
  }

  @Test
  void twoThreadsThatSpinOnEachOtherAreStuck() {
    assertThat(explorer.explore(peterson(false)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.why())
                  .isEqualTo(
                      "nobody gets anywhere: A reads flagB = 1, again and again; B reads flagA = 1,"
                          + " again and again; and nobody is left to change that");
              assertThat(explorer.replay(peterson(false), failed.schedule()))
                  .isEqualTo(
                      new Failed(failed.why(), failed.schedule(), failed.timeline(), 1, null));
            });
  }

  @Test
  void aWaitForAFlagThatSomebodySetsEnds() {
    explorer
        .explore(
            scenario -> {
              var box = new SharedInt("box");
              var ready = new SharedInt("ready");
              scenario
                  .thread(
                      "writer",
                      () -> {
                        box.set(42);
                        ready.set(1);
                      })
                  .thread(
                      "reader",
                      () -> {
                        while (ready.get() == 0) {
                          Thread.onSpinWait();
                        }
                        assertThat(box.get()).as("what the reader finds").isEqualTo(42);
                      });
            })
        .assertProved();
  }
}
