package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** The heap of timers is a list sorted by deadline and then by scheduling. */
class TimersProperties {
  private int added;

  private TimerHandle add(Timers timers, long when) {
    TimerHandle timer = new TimerHandle(++added, Callback.of(() -> {}), when, timers);
    timers.add(timer);
    return timer;
  }

  @Property
  void timersLeaveByDeadlineAndEqualDeadlinesInTheOrderOfScheduling(
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 6) Long> steps) {
    Timers timers = new Timers();
    List<TimerHandle> sorted = new ArrayList<>();
    for (long step : steps) {
      if (step > 0 || sorted.isEmpty()) {
        sorted.add(add(timers, step));
        sorted.sort(Comparator.comparingLong(TimerHandle::when)); // stable
      } else {
        assertThat(timers.firstWhen()).isEqualTo(sorted.get(0).when());
        assertThat(timers.take()).isSameAs(sorted.remove(0));
      }
    }
    List<TimerHandle> left = new ArrayList<>();
    while (!timers.isEmpty()) {
      left.add(timers.take());
    }
    assertThat(left).containsExactlyElementsOf(sorted);
  }

  @Property
  void discardingKeepsTheLivingInOrderWhateverWasCancelled(
      @ForAll @IntRange(max = 300) int count,
      @ForAll @IntRange(max = 10) int cancelledInTen,
      @ForAll @IntRange(min = 1, max = 40) int deadlines) {
    Timers timers = new Timers();
    List<TimerHandle> living = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      TimerHandle timer = add(timers, i * 7L % deadlines);
      if (i * 31 % 10 < cancelledInTen) {
        timer.cancel();
        timer.cancel(); // counts once
      } else {
        living.add(timer);
      }
    }
    living.sort(Comparator.comparingLong(TimerHandle::when));
    timers.discardCancelled();
    boolean rebuilt = count > 100 && 2 * (count - living.size()) > count;
    if (rebuilt) {
      assertThat(timers.size()).as("held after the rebuild").isEqualTo(living.size());
    }
    for (TimerHandle next : living) {
      timers.discardCancelled();
      assertThat(timers.take()).isSameAs(next);
    }
    timers.discardCancelled();
    assertThat(timers.isEmpty()).isTrue();
  }

  @Example
  void cancelledTimersBehindALivingOneStayUntilTheyAreTheMajorityOfMoreThanAHundred() {
    assertThat(heldAfter(100, 99)).as("of 100, 99 cancelled").isEqualTo(100);
    assertThat(heldAfter(102, 51)).as("of 102, 51 cancelled").isEqualTo(102);
    assertThat(heldAfter(102, 52)).as("of 102, 52 cancelled").isEqualTo(50);
  }

  private int heldAfter(int count, int cancelled) {
    Timers timers = new Timers();
    for (int i = 0; i < count; i++) {
      TimerHandle timer = add(timers, i);
      if (i >= count - cancelled) {
        timer.cancel();
        timer.cancel(); // counts once
      }
    }
    timers.discardCancelled();
    return timers.size();
  }

  @Example
  void aTimerThatHasLeftTheHeapIsNotCountedWhenItIsCancelled() {
    Timers timers = new Timers();
    List<TimerHandle> left = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      left.add(add(timers, 0));
    }
    for (int i = 0; i < 100; i++) {
      add(timers, 1);
    }
    add(timers, 2).cancel();
    for (int i = 0; i < 60; i++) {
      timers.take();
    }
    left.forEach(TimerHandle::cancel);
    timers.discardCancelled();
    assertThat(timers.size()).as("held, one of them cancelled").isEqualTo(101);
  }
}
