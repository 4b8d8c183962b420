package timeslice.lab.contextswitch.ch6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import timeslice.trace.Checks;
import timeslice.trace.Metrics;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;
import timeslice.workbook.Exercise;

@Exercise(
    value = "6.1",
    answers = {RoundRobin.class},
    closed = {"timeslice.kernel"})
class RoundRobinProperties {

  @Example
  void threeTasksTakeTurns() {
    assertThat(RoundRobin.schedule(new long[] {3, 1, 2}, 2, 1))
        .as("tasks of 3, 1 and 2 ms, quantum 2 ms, switch cost 1 ms")
        .isEqualTo(
            List.of(
                new Slice(0, 0, 1, 3),
                new Slice(0, 1, 4, 5),
                new Slice(0, 2, 6, 8),
                new Slice(0, 0, 9, 10)));
  }

  @Example
  void goingOnWithTheSameTaskCostsNothing() {
    assertThat(RoundRobin.schedule(new long[] {5}, 2, 1))
        .as("one task of 5 ms, quantum 2 ms, switch cost 1 ms: one switch, three turns")
        .isEqualTo(List.of(new Slice(0, 0, 1, 3), new Slice(0, 0, 3, 5), new Slice(0, 0, 5, 6)));
  }

  @Property(tries = 300)
  void everyTaskGetsItsWorkAndNoMore(@ForAll("turns") Turns turns) {
    Timeline timeline = turns.run();
    assertThat(Checks.work(timeline, turns.array())).as(turns.story(timeline)).isEmpty();
  }

  @Property(tries = 300)
  void theCpuRunsOneTaskAtATime(@ForAll("turns") Turns turns) {
    Timeline timeline = turns.run();
    assertThat(Checks.overlap(timeline)).as(turns.story(timeline)).isEmpty();
    assertThat(timeline.size()).as("turns, Σ⌈C/q⌉, in %s", turns).isEqualTo((int) turns.turns());
  }

  @Property(tries = 300)
  void everyTurnButATasksLastLastsAQuantum(@ForAll("turns") Turns turns) {
    Timeline timeline = turns.run();
    for (int task = 0; task < turns.work().size(); task++) {
      List<Slice> ofTask = timeline.ofTask(task);
      for (int i = 0; i < ofTask.size(); i++) {
        boolean last = i == ofTask.size() - 1;
        assertThat(ofTask.get(i).length())
            .as("%slength of turn %d of task %d", turns.story(timeline), i + 1, task)
            .isBetween(last ? 1 : turns.quantum(), turns.quantum());
      }
    }
  }

  @Property(tries = 300)
  void turnsGoRoundInTheOrderOfArrival(@ForAll("turns") Turns turns) {
    List<Slice> slices = turns.slices();
    int next = 0;
    for (int round = 0; next < turns.turns(); round++) {
      for (int task = 0; task < turns.work().size(); task++) {
        if (turns.turnsOf(task) > round) {
          assertThat(next < slices.size() ? slices.get(next).task() : "nobody")
              .as("%swho has turn number %d", turns.story(Timeline.of(1, slices)), next + 1)
              .isEqualTo(task);
          next++;
        }
      }
    }
  }

  @Property(tries = 300)
  void aSwitchIsChargedWhereTheTaskChangesAndNothingElseIs(@ForAll("turns") Turns turns) {
    Timeline timeline = turns.run();
    assertThat(Checks.gaps(timeline, turns.switchCost())).as(turns.story(timeline)).isEmpty();
    assertThat(Metrics.makespan(timeline))
        .as("%send of the last turn", turns.story(timeline))
        .isEqualTo(turns.totalWork() + Metrics.switches(timeline) * turns.switchCost());
  }

  @Property(tries = 300)
  void theMakespanIsBoundedByWorkAndOneSwitchATurn(@ForAll("turns") Turns turns) {
    Timeline timeline = turns.run();
    long bound = turns.totalWork() + turns.switchCost() * turns.turns();
    assertThat(Metrics.makespan(timeline))
        .as("%send of the last turn, at most ΣC + s·Σ⌈C/q⌉", turns.story(timeline))
        .isLessThanOrEqualTo(bound);
    // Nobody is left alone for more than one turn: then every turn changes the task.
    if (turns.equalTurnsOfTwoOrMore()) {
      assertThat(Metrics.makespan(timeline))
          .as("%send of the last turn: every turn changes the task", turns.story(timeline))
          .isEqualTo(bound);
    }
  }

  @Property(tries = 300)
  void nobodyWaitsLongerThanOneRound(@ForAll("turns") Turns turns) {
    Timeline timeline = turns.run();
    int others = turns.work().size() - 1;
    long turn = Math.min(turns.quantum(), 12); // no task asks for more than 12
    long bound = others * (turn + turns.switchCost()) + turns.switchCost();
    for (int task = 0; task <= others; task++) {
      assertThat(Metrics.longestWait(timeline, task))
          .as("%slongest wait of task %d between turns", turns.story(timeline), task)
          .isLessThanOrEqualTo(bound);
    }
  }

  @Property(tries = 300)
  void aSmallerQuantumNeverMeansFewerTurns(
      @ForAll("turns") Turns turns, @ForAll @LongRange(min = 1, max = 12) long other) {
    long small = Math.min(other, turns.quantum());
    long large = Math.max(other, turns.quantum());
    assertThat(turns.withQuantum(small).slices().size())
        .as("turns of %s with quantum %d, compared with quantum %d", turns.work(), small, large)
        .isGreaterThanOrEqualTo(turns.withQuantum(large).slices().size());
  }

  @Example
  void timesBeyondAnIntFit() {
    long day = 86_400_000_000_000L; // in nanoseconds
    assertThat(RoundRobin.schedule(new long[] {3 * day, day}, 2 * day, 7))
        .as("tasks of three days and one day, quantum two days, switch cost 7 ns, in nanoseconds")
        .isEqualTo(
            List.of(
                new Slice(0, 0, 7, 7 + 2 * day),
                new Slice(0, 1, 14 + 2 * day, 14 + 3 * day),
                new Slice(0, 0, 21 + 3 * day, 21 + 4 * day)));
  }

  @Property(tries = 100)
  void theUnitOfTimeDoesNotMatter(
      @ForAll("turns") Turns turns, @ForAll @LongRange(min = 1, max = 1000) long factor) {
    List<Slice> stretched =
        turns.slices().stream()
            .map(s -> new Slice(0, s.task(), s.start() * factor, s.end() * factor))
            .toList();
    assertThat(turns.times(factor).slices())
        .as("%s with all times multiplied by %d", turns, factor)
        .isEqualTo(stretched);
  }

  @Property(tries = 100)
  void theCallersArrayStaysAsItWas(@ForAll("turns") Turns turns) {
    long[] work = turns.array();
    List<Slice> first = RoundRobin.schedule(work, turns.quantum(), turns.switchCost());
    assertThat(work).as("the array after the call").containsExactly(turns.array());
    List<Slice> copy = List.copyOf(first);
    RoundRobin.schedule(new long[] {2, 1}, 1, 5);
    assertThat(first).as("the first answer, after another call").isEqualTo(copy);
    assertThat(RoundRobin.schedule(work, turns.quantum(), turns.switchCost()))
        .as("a second call with the same arguments")
        .isEqualTo(copy);
  }

  @Example
  void badInputIsRefusedWithItsValue() {
    assertThatThrownBy(() -> RoundRobin.schedule(new long[] {4, 0}, 2, 1))
        .as("a task without work")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> RoundRobin.schedule(new long[] {4}, -7, 1))
        .as("a quantum of -7")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-7");
    assertThatThrownBy(() -> RoundRobin.schedule(new long[] {4}, 0, 1))
        .as("a quantum of 0")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> RoundRobin.schedule(new long[] {4}, 2, -3))
        .as("a switch cost of -3")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-3");
  }

  @Provide
  Arbitrary<Turns> turns() {
    return Turns.arbitrary();
  }
}
