package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import timeslice.program.SplitMix;

/** Both event queues with more events than a block or a slot of theirs holds, and late times. */
class ManyEventsProperties {
  private record Event(long time, long sequence, int what) {}

  /** What both queues are held against: the JDK's heap of objects. */
  private static final class Future {
    private final PriorityQueue<Event> events =
        new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparing(Event::sequence));
    private long added;
  }

  @Property(tries = 300)
  void whatComesFirstIsTakenFirst(
      @ForAll Machine.Queue kind, @ForAll long seed, @ForAll @IntRange(max = 40) int bits) {
    SplitMix random = new SplitMix(seed);
    EventQueue queue = kind.create();
    Future future = new Future();
    for (int round = 0; round < 20; round++) {
      // Often more than a block of one slot holds, and often several at one time.
      for (int i = random.below(60); i > 0; i--) {
        add(queue, future, random.next() >>> Long.SIZE - 1 - random.below(bits + 1));
      }
      for (int i = random.below(60); i > 0 && !future.events.isEmpty(); i--) {
        take(queue, future);
      }
    }
    while (!future.events.isEmpty()) {
      take(queue, future);
    }
    assertThat(queue.isEmpty()).isTrue();
  }

  private static void add(EventQueue queue, Future future, long later) {
    int what = (int) (future.added * 0x9e3779b9); // negative numbers too
    long at = queue.now() + (later >>> 1);
    assertThat(queue.add(at, what)).as("sequence number").isEqualTo(future.added);
    future.events.add(new Event(at, future.added++, what));
  }

  private static void take(EventQueue queue, Future future) {
    Event first = future.events.remove();
    assertThat(queue.isEmpty()).isFalse();
    assertThat(queue.take()).as("what").isEqualTo(first.what());
    assertThat(queue.now()).as("time").isEqualTo(first.time());
    assertThat(queue.sequence()).as("sequence number").isEqualTo(first.sequence());
  }

  @Property
  void aThousandEventsOfOneTimeKeepTheirOrder(
      @ForAll Machine.Queue kind, @ForAll @IntRange(max = 62) int bit) {
    EventQueue queue = kind.create();
    Future future = new Future();
    for (int i = 0; i < 1000; i++) {
      add(queue, future, 2L << bit);
    }
    while (!future.events.isEmpty()) {
      take(queue, future);
    }
  }

  @Property
  void theEndOfTimeIsATimeLikeAnyOther(@ForAll Machine.Queue kind) {
    EventQueue queue = kind.create();
    queue.add(Long.MAX_VALUE, 1);
    queue.add(Long.MAX_VALUE - 1, 2);
    queue.add(0, 3);
    assertThat(new int[] {queue.take(), queue.take(), queue.take()}).containsExactly(3, 2, 1);
  }
}
