package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.kernel.MemoryScript.compute;
import static timeslice.kernel.MemoryScript.touch;
import static timeslice.kernel.MemoryScript.unmap;
import static timeslice.kernel.MemoryScript.yielding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.cpu.Costs;
import timeslice.kernel.MemoryScript.Step;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/** What a change of thread costs the MMU, on one CPU. */
class AddressSpaceSwitchTest {
  private static final MemorySystem TAGGED = MemorySystem.tagged(Costs.FREE).withTlb(1, 64);
  private static final MemorySystem UNTAGGED = MemorySystem.untagged(Costs.FREE).withTlb(1, 64);
  private static final int KERNEL_ONLY = -1;

  /** Runs threads of these processes on one CPU in turns; each does the same script. */
  private static Trace inTurns(MemorySystem memory, List<Integer> processes, Step... steps) {
    Kernel kernel = new Kernel(Machine.cores(1).withMemory(memory));
    for (int process : processes) {
      kernel.create(process, MemoryScript.of(steps));
    }
    kernel.run();
    return kernel.trace().trace();
  }

  private static List<Integer> processes(int count) {
    List<Integer> all = new ArrayList<>();
    for (int process = 0; process < count; process++) {
      all.add(process);
    }
    return all;
  }

  private static Step[] turns(int count) {
    Step[] steps = new Step[count];
    Arrays.fill(steps, yielding());
    return steps;
  }

  private static long count(Trace trace, Kind kind) {
    long count = 0;
    for (int i = 0; i < trace.size(); i++) {
      count += trace.kind(i) == kind ? 1 : 0;
    }
    return count;
  }

  /** Misses of this thread's n-th touch, from 0 on. */
  private static int misses(Trace trace, int thread, int touch) {
    int seen = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.TOUCHED && trace.who(i) == thread && seen++ == touch) {
        return trace.other(i);
      }
    }
    throw new AssertionError("thread " + thread + " made no touch number " + touch);
  }

  @Example
  void sixProcessesInTurnsCostSixFlushesAndSevenOneAtEverySwitch() {
    Trace six = inTurns(TAGGED, processes(6), turns(9));
    assertThat(count(six, Kind.TABLE_LOADED)).isEqualTo(60);
    assertThat(count(six, Kind.FLUSHED)).isEqualTo(6);
    Trace seven = inTurns(TAGGED, processes(7), turns(9));
    assertThat(count(seven, Kind.TABLE_LOADED)).isEqualTo(70);
    assertThat(count(seven, Kind.FLUSHED)).isEqualTo(70);
  }

  @Property(tries = 100)
  void asManyProcessesAsTagsCostOneFlushEachAndOneMoreCostsThemAll(
      @ForAll @IntRange(min = 1, max = 9) int tags, @ForAll @IntRange(min = 1, max = 9) int turns) {
    Step[] steps = turns(turns - 1);
    Trace fit = inTurns(TAGGED.withTags(tags), processes(tags), steps);
    assertThat(count(fit, Kind.FLUSHED)).isEqualTo(tags);
    Trace many = inTurns(TAGGED.withTags(tags), processes(tags + 1), steps);
    assertThat(count(many, Kind.FLUSHED)).isEqualTo((long) turns * (tags + 1));
  }

  /** Precondition: all pages of both fit into the TLB, which is fully associative. */
  @Property(tries = 200)
  void withTagsAProcessFindsItsTranslationsAgainAndWithoutNone(
      @ForAll @Size(min = 1, max = 8) Set<@IntRange(max = 40) Integer> pages,
      @ForAll @IntRange(min = 2, max = 6) int processes) {
    List<Step> script = new ArrayList<>();
    pages.forEach(page -> script.add(touch(page)));
    script.add(yielding());
    pages.forEach(page -> script.add(touch(page)));
    Step[] steps = script.toArray(new Step[0]);
    Trace tagged = inTurns(TAGGED, processes(processes), steps);
    Trace untagged = inTurns(UNTAGGED, processes(processes), steps);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(misses(tagged, 0, i)).as("first touch").isEqualTo(1);
      assertThat(misses(tagged, 0, pages.size() + i)).as("after others ran").isZero();
      assertThat(misses(untagged, 0, i)).as("first touch, untagged").isEqualTo(1);
      assertThat(misses(untagged, 0, pages.size() + i)).as("after others, untagged").isEqualTo(1);
    }
  }

  @Example
  void threadsOfOneProcessLeaveTheTlbAlone() {
    for (MemorySystem memory : List.of(TAGGED, UNTAGGED)) {
      Trace trace = inTurns(memory, List.of(0, 0, 0), touch(7), yielding(), touch(7));
      assertThat(count(trace, Kind.TABLE_LOADED)).isEqualTo(1);
      assertThat(misses(trace, 0, 0)).isEqualTo(1);
      assertThat(misses(trace, 1, 0)).as("another thread's first touch").isZero();
      assertThat(misses(trace, 0, 1)).as("after the others ran").isZero();
    }
  }

  @Example
  void aKernelOnlyThreadBorrowsTheAddressSpaceThatIsLoaded() {
    for (MemorySystem memory : List.of(TAGGED, UNTAGGED)) {
      Trace alone = inTurns(memory, List.of(0), touch(7), yielding(), touch(7));
      Trace trace = inTurns(memory, List.of(0, KERNEL_ONLY), touch(7), yielding(), touch(7));
      assertThat(count(trace, Kind.TABLE_LOADED)).isEqualTo(1);
      assertThat(count(trace, Kind.FLUSHED)).isEqualTo(count(alone, Kind.FLUSHED));
      assertThat(misses(trace, 0, 1)).isZero();
    }
  }

  @Example
  void whatWasForgottenPageByPageNeedsNoFlush() {
    Step[] script = {touch(7), touch(8), unmap(7), yielding(), touch(8)};
    for (MemorySystem memory : List.of(TAGGED, UNTAGGED)) {
      Trace trace = inTurns(memory, List.of(0, KERNEL_ONLY), script);
      assertThat(count(trace, Kind.FLUSHED)).isEqualTo(memory.isTagged() ? 1 : 0);
      assertThat(misses(trace, 0, 2)).as("back from a kernel-only thread").isZero();
    }
  }

  @Example
  void anIdleCpuCatchesUpWithWhatItMissed() {
    for (MemorySystem memory : List.of(TAGGED, UNTAGGED)) {
      Kernel kernel = new Kernel(Machine.cores(2).withMemory(memory));
      kernel.create(
          0,
          new MemoryScript(
              List.of(touch(7), new Step(MemoryScript.What.SLEEP, 100), touch(7)), (_, _) -> {}));
      kernel.create(0, MemoryScript.of(compute(50), unmap(7), compute(10)));
      kernel.run();
      Trace trace = kernel.trace().trace();
      assertThat(count(trace, Kind.SHOT_DOWN)).as("an idle CPU is let sleep").isZero();
      assertThat(misses(trace, 0, 1)).as("the page was unmapped meanwhile").isEqualTo(1);
    }
  }

  @Example
  void theBillOfASwitch() {
    // A switch is 1,000, a table 100, a flush 100; a lookup 1, a walk 4 x 100, a fault 10,000.
    assertThat(end(MemorySystem.untagged(Costs.TEXTBOOK), List.of(0)))
        .as("switch, table; lookup, walk to the first missing level, fault")
        .isEqualTo(1_100 + 10_101);
    assertThat(end(MemorySystem.untagged(Costs.TEXTBOOK), List.of(0, 1)))
        .isEqualTo(1_100 + 10_101 + 1_200 + 10_101);
    assertThat(end(MemorySystem.tagged(Costs.TEXTBOOK), List.of(0, 1)))
        .as("each tag is flushed when it is first lent")
        .isEqualTo(1_200 + 10_101 + 1_200 + 10_101);
    assertThat(end(MemorySystem.tagged(Costs.TEXTBOOK), List.of(0, 0)))
        .isEqualTo(1_200 + 10_101 + 1_000 + 1);
    assertThat(end(MemorySystem.tagged(Costs.TEXTBOOK), List.of(KERNEL_ONLY))).isEqualTo(1_001);
  }

  private static long end(MemorySystem memory, List<Integer> processes) {
    return inTurns(memory, processes, touch(3)).end();
  }

  @Example
  void cyclesBecomeNanosecondsRoundedUp() {
    Trace hit = inTurns(MemorySystem.untagged(Costs.CASCADE_LAKE), List.of(0), touch(3), touch(3));
    assertThat(hit.end()).as("a hit is 0.4 ns, and 1 here").isEqualTo(660 + 1_006 + 1);
    // 1,400 + 250 cycles for the switch, 2,500 + 14 + 1 for the touch, at 2.5 cycles a nanosecond
    assertThat(end(MemorySystem.untagged(Costs.CASCADE_LAKE), List.of(0))).isEqualTo(660 + 1_006);
    assertThat(end(MemorySystem.untagged(Costs.CASCADE_LAKE).withClock(1), List.of(0)))
        .isEqualTo(1_000L * (1_650 + 2_515));
  }

  @Example
  void aSiblingTakesHalfOfTheTlb() {
    Step[] steps = {touch(0), touch(1), touch(2), touch(3), touch(0)};
    MemorySystem four = MemorySystem.tagged(Costs.FREE).withTlb(4, 1);
    assertThat(misses(inTurns(four, List.of(0), steps), 0, 4)).isZero();
    Kernel kernel = new Kernel(Machine.cores(1).withSiblings().withMemory(four));
    kernel.create(0, MemoryScript.of(steps));
    kernel.run();
    assertThat(misses(kernel.trace().trace(), 0, 4)).isEqualTo(1);
  }

  @Property(tries = 200)
  void aSingleThreadIsNoFasterWhenWalksCostMore(
      @ForAll List<@IntRange(max = 9) Integer> pages,
      @ForAll @IntRange(max = 50) int cost,
      @ForAll @IntRange(min = 1, max = 50) int more,
      @ForAll boolean tagged) {
    Step[] steps = pages.stream().map(MemoryScript::touch).toArray(Step[]::new);
    MemorySystem memory = (tagged ? TAGGED : UNTAGGED).withTlb(1, 3);
    long cheap = end(memory, cost, steps);
    long dear = end(memory, cost + more, steps);
    assertThat(dear).isGreaterThanOrEqualTo(cheap);
    assertThat(dear > cheap).as("a walk was made").isEqualTo(!pages.isEmpty());
  }

  private static long end(MemorySystem memory, int walkReference, Step... steps) {
    Costs costs = Costs.TEXTBOOK.withWalkReference(walkReference);
    MemorySystem priced =
        new MemorySystem(memory.sets(), memory.ways(), memory.tags(), costs, 1_000, 64);
    return inTurns(priced, Collections.nCopies(1, 0), steps).end();
  }
}
