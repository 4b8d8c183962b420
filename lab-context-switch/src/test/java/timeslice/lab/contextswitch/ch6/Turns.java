package timeslice.lab.contextswitch.ch6;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import timeslice.picture.TimelineFigure;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;

/** One case for exercise 6.1: what the tasks ask for, the quantum and the switch cost. */
record Turns(List<Long> work, long quantum, long switchCost) {

  /** What the reader's scheduler makes of it. */
  Timeline run() {
    return Timeline.of(1, slices());
  }

  List<Slice> slices() {
    return RoundRobin.schedule(array(), quantum, switchCost);
  }

  long[] array() {
    return work.stream().mapToLong(Long::longValue).toArray();
  }

  /** ⌈C/q⌉ of one task, without overflow for a huge quantum. */
  long turnsOf(int task) {
    return (work.get(task) - 1) / quantum + 1;
  }

  /** Σ⌈C/q⌉. */
  long turns() {
    long turns = 0;
    for (int task = 0; task < work.size(); task++) {
      turns += turnsOf(task);
    }
    return turns;
  }

  /**
   * Two tasks or more that all take the same number of turns: then no turn follows one of the same
   * task.
   */
  boolean equalTurnsOfTwoOrMore() {
    for (int task = 1; task < work.size(); task++) {
      if (turnsOf(task) != turnsOf(0)) {
        return false;
      }
    }
    return work.size() > 1;
  }

  long totalWork() {
    return Arrays.stream(array()).sum();
  }

  Turns times(long factor) {
    long longer = quantum == Long.MAX_VALUE ? quantum : quantum * factor;
    return new Turns(
        work.stream().map(each -> each * factor).toList(), longer, switchCost * factor);
  }

  Turns withQuantum(long other) {
    return new Turns(work, other, switchCost);
  }

  /** For the message of a failure: the case and the reader's run as text. */
  String story(Timeline timeline) {
    return this + "\n" + TimelineFigure.text(timeline, switchCost) + "\n";
  }

  /** Few tasks, short work, so that turns divide evenly, leave a rest, and end at the same time. */
  static Arbitrary<Turns> arbitrary() {
    Arbitrary<Long> quantum =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.longs().between(1, 6)),
            Tuple.of(1, Arbitraries.just(Long.MAX_VALUE)));
    return Combinators.combine(
            Arbitraries.longs().between(1, 12).list().ofMaxSize(6),
            quantum,
            Arbitraries.longs().between(0, 3))
        .as(Turns::new);
  }
}
