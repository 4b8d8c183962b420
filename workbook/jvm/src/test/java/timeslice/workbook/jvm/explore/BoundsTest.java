package timeslice.workbook.jvm.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import timeslice.workbook.jvm.explore.Exploration.Failed;
import timeslice.workbook.jvm.explore.Exploration.Proved;
import timeslice.workbook.jvm.explore.Exploration.Unfinished;

class BoundsTest {
  private final Explorer explorer = Explorer.unchecked();

  private static void threeCounters(Scenario scenario) {
    var n = new SharedInt("n");
    for (String name : new String[] {"A", "B", "C"}) {
      scenario.thread(
          name,
          () -> {
            n.incrementAndGet();
            n.incrementAndGet();
          });
    }
    scenario.after(() -> assertThat(n.get()).isEqualTo(6));
  }

  @Test
  void aBoundThatIsReachedIsNotAPass() {
    Exploration exploration = explorer.everySchedule().runs(60).explore(BoundsTest::threeCounters);
    assertThat(exploration)
        .isEqualTo(
            new Unfinished(
                "60 schedules are fine; the bound of 60 runs was reached, and more are left", 60));
    assertThatThrownBy(exploration::assertProved)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("not proved: 60 schedules are fine");
    // 6! / (2! 2! 2!)
    assertThat(explorer.everySchedule().runs(90).explore(BoundsTest::threeCounters))
        .isInstanceOfSatisfying(
            Proved.class, proved -> assertThat(proved.schedules()).isEqualTo(90));
  }

  @Test
  void fewPreemptionsAreNotAPassEither() {
    assertThat(explorer.preemptions(1).explore(BoundsTest::threeCounters))
        .isInstanceOfSatisfying(
            Unfinished.class,
            unfinished ->
                assertThat(unfinished.why())
                    .endsWith(
                        "schedules are fine; the others have more preemptions than the bound of 1"));
    assertThat(explorer.preemptions(6).explore(BoundsTest::threeCounters))
        .isInstanceOf(Proved.class);
  }

  @Test
  void aScheduleThatDoesNotEndIsToldAndNotAPass() {
    Exploration exploration =
        explorer
            .steps(50)
            .explore(
                scenario -> {
                  var n = new SharedInt("n");
                  scenario.thread(
                      "A",
                      () -> {
                        while (true) {
                          n.incrementAndGet();
                        }
                      });
                });
    assertThat(exploration.message())
        .startsWith("not proved: a schedule has not ended after 50 steps; the last ones:")
        .endsWith("50  adds 1 to n: 49 becomes 50");
  }

  @Test
  void aScenarioThatDiffersFromRunToRunIsNotProved() {
    int[] times = {0};
    assertThat(
            explorer.explore(
                scenario -> {
                  var n = new SharedInt("n");
                  int steps = times[0]++ % 2;
                  scenario
                      .thread(
                          "A",
                          () -> {
                            for (int i = 0; i < steps; i++) {
                              n.incrementAndGet();
                            }
                          })
                      .thread("B", n::incrementAndGet)
                      .thread("C", n::incrementAndGet);
                }))
        .isInstanceOfSatisfying(
            Unfinished.class,
            unfinished ->
                assertThat(unfinished.why()).contains("other threads can go on than the last"));
  }

  @Test
  void whatWasMadeOutsideTheScenarioIsRefused() {
    var n = new SharedInt("n");
    assertThat(explorer.explore(scenario -> scenario.thread("A", n::get)))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .contains(
                        "n was made outside the scenario: make it inside, so that every schedule"
                            + " finds it new"));
  }

  @Test
  void aThreadThatWaitsForSomethingUnseenIsSaid() {
    assertThat(
            explorer.explore(
                scenario -> {
                  var n = new SharedInt("n");
                  var latch = new CountDownLatch(1);
                  scenario.thread(
                      "A",
                      () -> {
                        n.incrementAndGet();
                        latch.await();
                      });
                }))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .startsWith(
                        "A waits for something that the explorer cannot see, at BoundsTest"));
  }

  @Test
  @SuppressWarnings("ThreadPriorityCheck")
  void aThreadThatOnlyYieldsIsSaid() {
    assertThat(
            explorer.explore(
                scenario ->
                    scenario.thread(
                        "A",
                        () -> {
                          while (true) {
                            Thread.yield();
                          }
                        })))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.why())
                    .startsWith("A goes on and on without using anything shared, at BoundsTest"));
  }

  // The locks are seen; that a thread catches what should end it must not stop the explorer.
  @Test
  void aThreadThatCatchesEverythingIsLeftBehind() {
    assertThat(
            explorer.explore(
                scenario -> {
                  var n = new SharedInt("n");
                  scenario.thread("A", () -> catchAll(n)).thread("B", () -> n.set(1));
                }))
        .isEqualTo(
            new Unfinished(
                "A cannot be ended when a schedule is over: let it catch exceptions, and no errors",
                1));
  }

  @SuppressWarnings("EmptyCatch")
  private static void catchAll(SharedInt n) {
    while (true) {
      try {
        n.get();
      } catch (Throwable e) {
        // and on it goes
      }
    }
  }

  @Test
  void noThreadIsLeftRunning() {
    List<Thread> threads = new ArrayList<>();
    Exploration exploration =
        explorer.explore(
            scenario -> {
              var left = new SharedLock("left");
              var right = new SharedLock("right");
              var before = new SharedInt("before");
              for (int i = 0; i < 3; i++) {
                int me = i;
                scenario.thread(
                    "T" + i,
                    () -> {
                      threads.add(Thread.currentThread());
                      before.get();
                      (me < 2 ? left : right).lock();
                      (me < 2 ? right : left).lock();
                    });
              }
            });
    assertThat(exploration).isInstanceOf(Failed.class);
    assertThat(threads).isNotEmpty().allSatisfy(thread -> assertThat(thread.isAlive()).isFalse());
  }

  @Test
  void anExplorationInsideAnotherIsRefused() {
    assertThatThrownBy(
            () -> explorer.explore(outer -> explorer.explore(inner -> inner.thread("A", () -> {}))))
        .hasMessage("an exploration starts on a platform thread and not inside another one");
  }

  @Test
  void threadsWithoutStepsAreFine() {
    explorer.explore(scenario -> scenario.thread("A", () -> {})).assertProved();
    explorer.explore(scenario -> {}).assertProved();
  }
}
