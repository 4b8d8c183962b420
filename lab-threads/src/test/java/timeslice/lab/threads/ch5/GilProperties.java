package timeslice.lab.threads.ch5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.1",
    answers = {Gil.class},
    closed = {"timeslice.runtime"})
class GilProperties {

  @Example
  void aWaiterAsksAndTheHolderHearsIt() {
    Gil gil = new Gil();
    assertThat(gil.tryTake(0)).as("thread 0 takes a free lock").isTrue();
    assertThat(gil.tryTake(1)).as("thread 1 takes a lock that is held").isFalse();
    gil.intervalOver(gil.switchNumber());
    assertThat(gil.dropRequested()).as("drop request after a whole interval").isTrue();
    assertThat(gil.drop(0)).as("thread 0 drops it, and was asked to").isTrue();
    assertThat(gil.tryTake(1)).as("thread 1 takes it then").isTrue();
    assertThat(gil.dropRequested()).as("drop request to the new holder").isFalse();
    assertThat(gil.switchNumber()).as("switches: to thread 0, to thread 1").isEqualTo(2);
  }

  @Property(tries = 200)
  void atMostOneThreadHoldsIt(@ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> steps) {
    play(steps, Look.HOLDER);
  }

  @Property(tries = 200)
  void aSwitchIsCountedWhenAnotherThreadTakesIt(
      @ForAll @Size(max = 30) List<@IntRange(max = 5) Integer> steps) {
    play(steps, Look.SWITCHES);
  }

  @Property(tries = 300)
  void onlyAWaiterWhoSawNoSwitchForAWholeIntervalAsks(
      @ForAll @Size(max = 30) List<@IntRange(max = 7) Integer> steps) {
    play(steps, Look.REQUEST);
  }

  @Property(tries = 300)
  void aDropSaysWhetherItWasAskedFor(
      @ForAll @Size(max = 30) List<@IntRange(max = 7) Integer> steps) {
    play(steps, Look.DROP);
  }

  @Property(tries = 50)
  void aLoneThreadNeverSwitches(@ForAll @IntRange(min = 1, max = 20) int times) {
    Gil gil = new Gil();
    for (int i = 0; i < times; i++) {
      assertThat(gil.tryTake(7)).as("take number %d of thread 7", i + 1).isTrue();
      assertThat(gil.drop(7)).as("whether anybody asked thread 7, alone, to drop it").isFalse();
    }
    assertThat(gil.switchNumber()).as("switches after %d takes of one thread", times).isEqualTo(1);
  }

  @Example
  void whoDoesNotHoldItCannotDropIt() {
    Gil gil = new Gil();
    assertThatThrownBy(() -> gil.drop(3))
        .as("thread 3 drops a free lock")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3");
    gil.tryTake(0);
    assertThatThrownBy(() -> gil.drop(4))
        .as("thread 4 drops the lock of thread 0")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("4");
    assertThat(gil.tryTake(1)).as("the lock after that: still thread 0's").isFalse();
  }

  private enum Look {
    HOLDER,
    SWITCHES,
    REQUEST,
    DROP
  }

  /** Steps 0 to 2: thread 0, 1, 2 tries to take; 3, 4: the holder drops; others: an interval. */
  private static void play(List<Integer> steps, Look look) {
    Gil gil = new Gil();
    int holder = -1;
    int last = -1;
    long switches = 0;
    boolean asked = false;
    StringBuilder story = new StringBuilder();
    for (int step : steps) {
      if (step <= 2) {
        boolean got = gil.tryTake(step);
        story.append("take(%d) ".formatted(step));
        if (look == Look.HOLDER) {
          assertThat(got).as("%s: got it", story).isEqualTo(holder < 0);
        }
        if (holder < 0) {
          switches += last == step ? 0 : 1;
          holder = step;
          last = step;
          asked = false;
        }
      } else if (step <= 4) {
        if (holder < 0) {
          continue;
        }
        boolean told = gil.drop(holder);
        story.append("drop(%d) ".formatted(holder));
        if (look == Look.DROP) {
          assertThat(told).as("%s: was asked to", story).isEqualTo(asked);
        }
        holder = -1;
        asked = false;
      } else {
        long seen = step == 6 ? switches - 1 : switches;
        gil.intervalOver(seen);
        story.append("intervalOver(%d) ".formatted(seen));
        asked |= holder >= 0 && seen == switches;
      }
      if (look == Look.SWITCHES) {
        assertThat(gil.switchNumber()).as("%s: switch number", story).isEqualTo(switches);
      }
      if (look == Look.REQUEST) {
        assertThat(gil.dropRequested()).as("%s: drop request", story).isEqualTo(asked);
      }
    }
  }
}
