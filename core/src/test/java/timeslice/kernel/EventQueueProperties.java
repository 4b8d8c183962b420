package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Both event queues against a list that is searched. */
class EventQueueProperties {

  /**
   * Add an event, and then take some.
   *
   * @param gap how far in the future
   */
  record Step(long gap, int takes) {}

  private record Entry(long at, long number, int event) {}

  @Example
  void equalTimesComeInTheOrderInWhichTheyWereAdded() {
    for (Machine.Queue kind : Machine.Queue.values()) {
      EventQueue queue = kind.create();
      for (int event : new int[] {3, 1, 2}) {
        queue.add(7, event);
      }
      assertThat(List.of(queue.take(), queue.take(), queue.take()))
          .as("%s", kind)
          .containsExactly(3, 1, 2);
    }
  }

  @Property(tries = 2000)
  void theEarliestComesFirstAndEqualTimesInOrder(
      @ForAll Machine.Queue kind, @ForAll("steps") @Size(max = 60) List<Step> steps) {
    EventQueue queue = kind.create();
    List<Entry> list = new ArrayList<>();
    long now = 0;
    int added = 0;
    for (Step step : steps) {
      int event = added * 31 % 17; // the same number may come twice
      assertThat(queue.add(now + step.gap(), event)).as("sequence number").isEqualTo(added);
      list.add(new Entry(now + step.gap(), added, event));
      added++;
      for (int i = 0; i < step.takes() && !list.isEmpty(); i++) {
        now = takeFromBoth(queue, list);
      }
      assertThat(queue.isEmpty()).isEqualTo(list.isEmpty());
    }
    while (!list.isEmpty()) {
      takeFromBoth(queue, list);
    }
    assertThat(queue.isEmpty()).isTrue();
  }

  private static long takeFromBoth(EventQueue queue, List<Entry> list) {
    Entry first =
        list.stream()
            .min(Comparator.comparingLong(Entry::at).thenComparingLong(Entry::number))
            .orElseThrow();
    list.remove(first);
    assertThat(new Entry(first.at(), first.number(), queue.take())).isEqualTo(first);
    assertThat(queue.now()).isEqualTo(first.at());
    assertThat(queue.sequence()).isEqualTo(first.number());
    return first.at();
  }

  @Property
  void nothingIsAddedForThePast(@ForAll Machine.Queue kind) {
    EventQueue queue = kind.create();
    queue.add(5, 0);
    queue.take();
    assertThatThrownBy(() -> queue.add(4, 0)).hasMessage("it is 5, too late to add for 4");
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Long> gaps =
        Arbitraries.oneOf(
            Arbitraries.just(0L),
            Arbitraries.longs().between(0, 3),
            Arbitraries.longs().between(0, 70),
            Arbitraries.longs().between(0, 1L << 50));
    return Combinators.combine(gaps, Arbitraries.integers().between(0, 2))
        .as(Step::new)
        .list()
        .ofMaxSize(60);
  }
}
