package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AsidSlotsTest {

  @Property
  void cyclingOverNoMoreThanFitFlushesEachOnce(@ForAll @IntRange(min = 1, max = 6) int processes) {
    assertThat(flushesOfCycling(processes, 10)).isEqualTo(processes);
  }

  @Property
  void cyclingOverOneTooManyFlushesEveryTime(@ForAll @IntRange(min = 7, max = 12) int processes) {
    assertThat(flushesOfCycling(processes, 10)).isEqualTo(10 * processes);
  }

  @Example
  void theSlotInTurnGoesEvenIfItWasUsedLast() {
    AsidSlots slots = new AsidSlots(2);
    slots.choose(0, 0);
    slots.choose(1, 0);
    slots.choose(0, 0);
    assertThat(slots.choose(2, 0)).isEqualTo(0);
    assertThat(slots.owner(0)).isEqualTo(2);
    assertThat(slots.owner(1)).isEqualTo(1);
    assertThat(slots.size()).isEqualTo(2);
  }

  @Property
  void itAgreesWithAListOfOwners(
      @ForAll @Size(max = 60) List<@IntRange(max = 8) Integer> switches,
      @ForAll @IntRange(min = 1, max = 6) int size) {
    AsidSlots slots = new AsidSlots(size);
    List<Integer> arrivals = new ArrayList<>();
    long[] generation = new long[9];
    long[] seen = new long[9];
    for (int i = 0; i < switches.size(); i++) {
      int process = switches.get(i);
      generation[process] += i % 3 == 0 ? 1 : 0;
      // The owners are always the last `size` that came in without owning a slot.
      List<Integer> owners = arrivals.subList(Math.max(0, arrivals.size() - size), arrivals.size());
      boolean owned = owners.contains(process);
      int slot = slots.choose(process, generation[process]);
      if (!owned) {
        assertThat(slot).isEqualTo(arrivals.size() % size);
        arrivals.add(process);
      }
      assertThat(slots.mustFlush()).isEqualTo(!owned || seen[process] < generation[process]);
      assertThat(slots.owner(slot)).isEqualTo(process);
      seen[process] = generation[process];
    }
  }

  @Example
  void badInputIsOneSentenceWithTheValue() {
    assertThatThrownBy(() -> new AsidSlots(0)).hasMessage("there must be at least 1 slot, got 0");
    assertThatThrownBy(() -> new AsidSlots(6).choose(-1, 0))
        .hasMessage("address space number must be 0 or more, got -1");
  }

  private static long flushesOfCycling(int processes, int rounds) {
    AsidSlots slots = new AsidSlots(AsidSlots.LINUX);
    for (int i = 0; i < processes * rounds; i++) {
      slots.choose(i % processes, 0);
    }
    return slots.flushes();
  }
}
