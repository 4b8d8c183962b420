package timeslice.workbook.jvm.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import timeslice.workbook.jvm.explore.Exploration.Failed;
import timeslice.workbook.jvm.explore.Exploration.Proved;
import timeslice.workbook.jvm.explore.Exploration.Unfinished;

class RaceTest {
  private final Explorer explorer = Explorer.unchecked();

  private static void racy(Scenario scenario) {
    var n = new SharedInt("n");
    scenario
        .thread("A", () -> n.set(n.get() + 1))
        .thread("B", () -> n.set(n.get() + 1))
        .after(() -> assertThat(n.get()).as("n in the end").isEqualTo(2));
  }

  private static Failed failed(Exploration exploration) {
    assertThat(exploration).isInstanceOf(Failed.class);
    return (Failed) exploration;
  }

  @Test
  void aLostUpdateIsFoundInTheFirstFewSchedules() {
    assertThat(failed(explorer.explore(RaceTest::racy)).runs()).isLessThan(10);
  }

  @Test
  void aLostUpdateIsToldAsATimeline() {
    assertThat(failed(explorer.explore(RaceTest::racy)).message())
        .isEqualTo(
            """
            schedule ABBA goes wrong: n in the end: expected: 2, but was: 1

                 A                                    B
              1  reads n = 0
              2                                       reads n = 0
              3                                       sets n to 1
              4  sets n to 1""");
  }

  @Test
  void aSentenceOfOnesOwnStaysAsItIs() {
    assertThat(
            failed(
                    explorer.explore(
                        scenario ->
                            scenario.after(
                                () -> {
                                  throw new AssertionError("two lines\n  of mine");
                                })))
                .why())
        .isEqualTo("two lines\n  of mine");
  }

  @Test
  void oneAtomicStepLosesNothing() {
    Exploration exploration =
        explorer.explore(
            scenario -> {
              var n = new SharedInt("n");
              scenario
                  .thread("A", n::incrementAndGet)
                  .thread("B", n::incrementAndGet)
                  .after(() -> assertThat(n.get()).isEqualTo(2));
            });
    assertThat(exploration).isInstanceOf(Proved.class);
    exploration.assertProved();
  }

  @Test
  void aReplayTellsTheSameStory() {
    Failed found = failed(explorer.explore(RaceTest::racy));
    Failed again = failed(explorer.replay(RaceTest::racy, found.schedule()));
    assertThat(again.why()).isEqualTo(found.why());
    assertThat(again.timeline()).isEqualTo(found.timeline());
    assertThat(again.schedule()).isEqualTo(found.schedule());
  }

  @Test
  void aReplayOfAGoodScheduleProvesNothing() {
    assertThat(explorer.replay(RaceTest::racy, "AABB"))
        .isEqualTo(new Unfinished("nothing goes wrong in schedule AABB, which is only one", 1));
  }

  @Test
  void aReplayThatEndsEarlyGoesOn() {
    assertThat(failed(explorer.replay(RaceTest::racy, "ABB")).schedule()).isEqualTo("ABBA");
  }

  @Test
  void aScheduleThatThereIsNotIsRefused() {
    assertThatThrownBy(() -> explorer.replay(RaceTest::racy, "AABBB"))
        .hasMessage("after \"AABB\" the scenario has no step of B");
    assertThatThrownBy(() -> explorer.replay(RaceTest::racy, "a"))
        .hasMessage("a schedule looks like ABBA or A12B, got \"a\"");
  }

  @Test
  void exploringTwiceGivesTheSame() {
    assertThat(explorer.explore(RaceTest::racy).message())
        .isEqualTo(explorer.explore(RaceTest::racy).message());
  }

  @Test
  void whatABodyThrowsIsTheFailure() {
    Failed failed =
        failed(
            explorer.explore(
                scenario -> {
                  var n = new SharedInt("n");
                  scenario
                      .thread("A", () -> n.set(1))
                      .thread(
                          "B",
                          () -> {
                            if (n.get() == 1) {
                              throw new IllegalArgumentException("one is too many");
                            }
                          });
                }));
    assertThat(failed.why())
        .startsWith("B: IllegalArgumentException: one is too many, at RaceTest.java:");
    assertThat(failed.thrown()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(failed::assertProved)
        .isInstanceOf(AssertionError.class)
        .hasMessage(failed.message())
        .hasCause(failed.thrown());
  }

  @Test
  void whatMustAlwaysHoldIsCheckedAfterEachStep() {
    Failed failed =
        failed(
            explorer.explore(
                scenario -> {
                  var inside = new SharedInt("inside");
                  for (String name : new String[] {"A", "B"}) {
                    scenario.thread(
                        name,
                        () -> {
                          inside.incrementAndGet();
                          inside.decrementAndGet();
                        });
                  }
                  scenario.always(
                      () -> {
                        if (inside.get() > 1) {
                          throw new AssertionError("two threads are inside");
                        }
                      });
                }));
    assertThat(failed.why()).isEqualTo("two threads are inside");
    assertThat(failed.schedule()).isEqualTo("AB");
  }

  @Test
  void aReferenceIsComparedByIdentityAndShownTheSameInEveryRun() {
    Failed failed =
        failed(
            explorer.explore(
                scenario -> {
                  var top = new SharedRef<Object>("top", new int[0]);
                  scenario
                      .thread("A", () -> top.set("x"))
                      .thread("B", () -> top.compareAndSet(new int[0], new RaceTest()))
                      .after(() -> assertThat(top.get()).as("top").isNull());
                }));
    assertThat(failed.timeline().rows())
        .extracting(Timeline.Row::words)
        .containsExactly("sets top to x", "fails to compare-and-set top from array 1: it is x");
  }
}
