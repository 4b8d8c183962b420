package timeslice.lab.contextswitch.ch5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.memory.PageTableEntry;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.2",
    answers = {SixSlots.class},
    optional = true,
    closed = {"timeslice.kernel"})
class SixSlotsProperties {
  private static final int SLOTS = 6;

  @Example
  void sixProcessesTakingTurnsFlushSixTimes() {
    assertThat(flushesOfTakingTurns(6, 10))
        .as("flushes of 6 processes in 10 rounds")
        .containsExactly("flush(0)", "flush(1)", "flush(2)", "flush(3)", "flush(4)", "flush(5)");
  }

  @Example
  void sevenProcessesTakingTurnsFlushEveryTime() {
    assertThat(flushesOfTakingTurns(7, 10).size())
        .as("flushes of 7 processes in 10 rounds, 70 switches")
        .isEqualTo(70);
  }

  @Example
  void theSlotInTurnGoesEvenIfItsOwnerHasJustRun() {
    SixSlots slots = new SixSlots(new EndlessTlb());
    for (int process = 0; process < SLOTS; process++) {
      slots.switchTo(process, 0);
    }
    slots.switchTo(0, 0);
    assertThat(slots.switchTo(6, 0))
        .as("slot for a seventh process, though process 0 of slot 0 has just run")
        .isEqualTo(0);
    assertThat(slots.switchTo(5, 0)).as("slot of process 5").isEqualTo(5);
  }

  @Property(tries = 300)
  void slotsAreTakenRoundRobinAndKeptUntilTaken(
      @ForAll @Size(max = 40) List<@IntRange(max = 8) Integer> processes) {
    SixSlots slots = new SixSlots(new EndlessTlb());
    List<Integer> arrivals = new ArrayList<>(); // those who came without owning a slot
    for (int process : processes) {
      int owned = arrivals.lastIndexOf(process);
      boolean owns = owned >= 0 && owned >= arrivals.size() - SLOTS;
      if (!owns) {
        owned = arrivals.size();
        arrivals.add(process);
      }
      assertThat(slots.switchTo(process, 0))
          .as("slot of process %d, which %s", process, owns ? "owns one" : "has to take one")
          .isEqualTo(owned % SLOTS);
    }
  }

  @Property(tries = 300)
  void aSlotIsFlushedWhereItMustBeAndOnlyThere(@ForAll("turns") List<Turn> turns) {
    EndlessTlb tlb = new EndlessTlb();
    SixSlots slots = new SixSlots(tlb);
    Map<Integer, Long> generations = new TreeMap<>();
    Map<Integer, Long> seen = new TreeMap<>();
    List<Integer> arrivals = new ArrayList<>();
    for (Turn turn : turns) {
      int process = turn.process();
      long generation = generations.merge(process, turn.moved() ? 1L : 0L, Long::sum);
      int came = arrivals.lastIndexOf(process);
      boolean owns = came >= 0 && came >= arrivals.size() - SLOTS;
      if (!owns) {
        came = arrivals.size();
        arrivals.add(process);
      }
      boolean must = !owns || seen.getOrDefault(process, 0L) < generation;
      seen.put(process, generation);
      tlb.asked.clear();
      int slot = slots.switchTo(process, generation);
      String why = "process " + process + ", which " + why(owns, must);
      assertThat(slot).as("slot of %s", why).isEqualTo(came % SLOTS);
      assertThat(tlb.asked)
          .as("flushes at a switch to %s", why)
          .isEqualTo(must ? List.of("flush(" + slot + ")") : List.of());
    }
  }

  @Property(tries = 300)
  void noProcessEverSeesAFrameThatIsNotItsOwn(@ForAll("turns") List<Turn> turns) {
    EndlessTlb tlb = new EndlessTlb();
    SixSlots slots = new SixSlots(tlb);
    Map<String, PageTableEntry> tables = new TreeMap<>();
    Map<Integer, Long> generations = new TreeMap<>();
    int frame = 0;
    for (Turn turn : turns) {
      String key = turn.process() + ":" + turn.page();
      if (turn.moved() || !tables.containsKey(key)) {
        // A page that was absent and appears needs no flush: a TLB remembers no absent pages.
        generations.merge(turn.process(), tables.containsKey(key) ? 1L : 0L, Long::sum);
        tables.put(key, PageTableEntry.of(frame++));
      }
      int asid = slots.switchTo(turn.process(), generations.getOrDefault(turn.process(), 0L));
      assertThat(asid).as("slot of process %d", turn.process()).isBetween(0, SLOTS - 1);
      PageTableEntry truth = tables.get(key);
      Optional<PageTableEntry> found = tlb.lookup(asid, turn.page());
      if (found.isPresent()) {
        assertThat(found)
            .as("page %d of process %d, found in slot %d", turn.page(), turn.process(), asid)
            .contains(truth);
      }
      tlb.insert(asid, turn.page(), truth);
    }
  }

  @Example
  void whatTheTlbHeldBeforeIsNotTrusted() {
    EndlessTlb tlb = new EndlessTlb();
    tlb.insert(0, 7, PageTableEntry.of(66));
    int asid = new SixSlots(tlb).switchTo(0, 0);
    assertThat(tlb.lookup(asid, 7)).as("an entry from before the first switch").isEmpty();
  }

  @Example
  void aGenerationBeyondAnIntIsSeen() {
    EndlessTlb tlb = new EndlessTlb();
    SixSlots slots = new SixSlots(tlb);
    slots.switchTo(3, 5);
    slots.switchTo(3, 5 + (1L << 32));
    assertThat(tlb.asked).as("flushes: first 5, then 5 + 2^32").hasSize(2);
  }

  @Example
  void aNegativeNumberIsRefused() {
    SixSlots slots = new SixSlots(new EndlessTlb());
    assertThatThrownBy(() -> slots.switchTo(-1, 0))
        .as("switchTo(-1, 0)")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    return Turn.turns();
  }

  private static String why(boolean owns, boolean must) {
    if (!owns) {
      return "owns no slot";
    }
    return must ? "owns a slot but has changed since" : "owns a slot and has not changed";
  }

  private static List<String> flushesOfTakingTurns(int processes, int rounds) {
    EndlessTlb tlb = new EndlessTlb();
    SixSlots slots = new SixSlots(tlb);
    for (int turn = 0; turn < processes * rounds; turn++) {
      slots.switchTo(turn % processes, 0);
    }
    return tlb.asked;
  }
}
