package timeslice.workbook.jvm.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import timeslice.program.SplitMix;
import timeslice.workbook.jvm.explore.Exploration.Failed;
import timeslice.workbook.jvm.explore.Exploration.Proved;
import timeslice.workbook.jvm.explore.TinyProgram.Interleavings;

class AllSchedulesTest {
  private static final int PROGRAMS = 150;

  @Test
  void everyEndThatAnInterleavingHasIsFound() {
    var random = new SplitMix(1);
    for (int i = 0; i < PROGRAMS; i++) {
      TinyProgram program = TinyProgram.random(random);
      Interleavings all = program.interleavings();
      var ends = new TreeSet<String>();
      assertThat(Explorer.unchecked().explore(scenario -> program.prepare(scenario, ends)))
          .isInstanceOf(Proved.class);
      assertThat(ends).as("ends of %s", program).isEqualTo(all.ends);
    }
  }

  @Test
  void withoutLooksInVainThereAreAsManySchedulesAsInterleavings() {
    var random = new SplitMix(2);
    for (int i = 0; i < PROGRAMS; i++) {
      TinyProgram program = TinyProgram.random(random).withoutLooksInVain();
      Interleavings all = program.interleavings();
      var ends = new TreeSet<String>();
      assertThat(Explorer.unchecked().explore(scenario -> program.prepare(scenario, ends)))
          .as("schedules of %s", program)
          .isInstanceOfSatisfying(
              Proved.class, proved -> assertThat(proved.schedules()).isEqualTo(all.count));
      assertThat(ends).as("ends of %s", program).isEqualTo(all.ends);
    }
  }

  // The interpreter takes a spin for what it is meant as: waiting until it succeeds.
  @Test
  void spinningEndsAsWaitingDoes() {
    var random = new SplitMix(4);
    int stuck = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      TinyProgram program = TinyProgram.spinning(random);
      Interleavings all = program.interleavings();
      var ends = new TreeSet<String>();
      assertThat(Explorer.unchecked().explore(scenario -> program.prepare(scenario, ends)))
          .as("%s", program)
          .isInstanceOf(all.stuck ? Failed.class : Proved.class);
      if (!all.stuck) {
        assertThat(ends).as("ends of %s", program).isEqualTo(all.ends);
      }
      stuck += all.stuck ? 1 : 0;
    }
    assertThat(stuck).as("programs that can get stuck").isBetween(10, PROGRAMS - 10);
  }

  @Test
  void mergingLeavesTheNumberOfSchedulesAsItIs() {
    var random = new SplitMix(3);
    int fewerRuns = 0;
    for (int i = 0; i < PROGRAMS / 5; i++) {
      TinyProgram program = TinyProgram.random(random);
      var ends = new TreeSet<String>();
      var merged = (Proved) Explorer.unchecked().explore(it -> program.prepare(it, ends));
      var every =
          (Proved) Explorer.unchecked().everySchedule().explore(it -> program.prepare(it, ends));
      assertThat(merged.schedules()).as("schedules of %s", program).isEqualTo(every.schedules());
      fewerRuns += merged.runs() < every.runs() ? 1 : 0;
    }
    assertThat(fewerRuns).as("programs for which merging saves runs").isPositive();
  }

  /** A stack whose nodes are shared objects that the threads make. */
  private record Stack(SharedRef<@Nullable Node> top) {
    private record Node(int item, SharedRef<@Nullable Node> below) {}

    void push(int item) {
      var node = new Node(item, new SharedRef<>("below " + item, null));
      Node old;
      do {
        old = top.get();
        node.below.set(old);
      } while (!top.compareAndSet(old, node));
    }

    int pop() {
      while (true) {
        Node old = top.get();
        if (old == null) {
          return 0;
        }
        if (top.compareAndSet(old, old.below.get())) {
          return old.item;
        }
      }
    }
  }

  private static void twoOnAStack(Scenario scenario, Set<String> ends) {
    var stack = new Stack(new SharedRef<>("top", null));
    int[] taken = new int[2];
    for (int i = 0; i < 2; i++) {
      int me = i;
      scenario.thread(
          "T" + i,
          () -> {
            stack.push(me + 1);
            taken[me] = stack.pop();
          });
    }
    scenario.after(() -> ends.add(Arrays.toString(taken)));
  }

  @Test
  void mergingKnowsTheObjectsThatThreadsMake() {
    var mergedEnds = new TreeSet<String>();
    var everyEnd = new TreeSet<String>();
    var merged = (Proved) Explorer.unchecked().explore(it -> twoOnAStack(it, mergedEnds));
    var every =
        (Proved) Explorer.unchecked().everySchedule().explore(it -> twoOnAStack(it, everyEnd));
    assertThat(merged.schedules()).isEqualTo(every.schedules());
    assertThat(merged.runs()).isLessThan(every.runs());
    assertThat(mergedEnds).isEqualTo(everyEnd).containsExactly("[1, 2]", "[2, 1]");
  }

  // Who wrote last shows neither in what A nor in what B observed.
  private static void blindWrites(Scenario scenario, Set<String> ends) {
    var published = new SharedRef<@Nullable SharedInt>("published", null);
    var name = new SharedRef<String>("name", "nobody");
    String[] found = new String[1];
    scenario.thread(
        "A",
        () -> {
          var cell = new SharedInt("cell");
          published.set(cell);
          cell.set(1);
          name.set("A");
        });
    scenario.thread(
        "B",
        () -> {
          SharedInt cell = published.get();
          if (cell != null) {
            cell.set(2);
          }
          name.set("B");
        });
    scenario.thread(
        "C",
        () -> {
          SharedInt cell = published.get();
          found[0] = (cell == null ? "-" : cell.get() + "") + name.get();
        });
    scenario.after(
        () -> {
          SharedInt cell = published.get();
          ends.add(found[0] + ", then " + (cell == null ? "-" : cell.get() + "") + name.get());
        });
  }

  @Test
  void mergingKnowsWhatBlindWritesLeave() {
    var mergedEnds = new TreeSet<String>();
    var everyEnd = new TreeSet<String>();
    var merged = (Proved) Explorer.unchecked().explore(it -> blindWrites(it, mergedEnds));
    var every =
        (Proved) Explorer.unchecked().everySchedule().explore(it -> blindWrites(it, everyEnd));
    assertThat(mergedEnds).isEqualTo(everyEnd);
    assertThat(merged.schedules()).isEqualTo(every.schedules());
  }
}
