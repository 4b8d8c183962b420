package timeslice.lab.threads.ch2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.kernel.Scheduler;
import timeslice.picture.TimelineFigure;
import timeslice.trace.Metrics;
import timeslice.trace.QueueChecks;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;
import timeslice.trace.Trace;
import timeslice.workbook.Exercise;

@Exercise(
    value = "2.2",
    answers = {ReadyQueue.class},
    closed = {
      "timeslice.kernel.RoundRobin",
      "timeslice.kernel.FixedPriority",
      "timeslice.kernel.MultiLevelFeedback",
      "timeslice.kernel.PerCpuQueues",
      "timeslice.kernel.ShortestFirst",
      "timeslice.kernel.VirtualRunTime",
      "timeslice.kernel.EarliestEligibleDeadline",
      "timeslice.kernel.WorkerPool"
    })
class ReadyQueueProperties {

  @Example
  void threeThreadsFirstInFirstOut() {
    Load load = Load.computing(List.of(3L, 1L, 2L), 1, Scheduler.FOREVER, 0);
    assertThat(run(load).slices())
        .as("threads of 3, 1 and 2 ns, without a quantum")
        .isEqualTo(List.of(new Slice(0, 0, 0, 3), new Slice(0, 1, 3, 4), new Slice(0, 2, 4, 6)));
  }

  @Example
  void threeThreadsTakeTurns() {
    Load load = Load.computing(List.of(3L, 1L, 2L), 1, 2, 1);
    assertThat(run(load).slices())
        .as("threads of 3, 1 and 2 ns, quantum 2 ns, switch cost 1 ns")
        .isEqualTo(
            List.of(
                new Slice(0, 0, 1, 3),
                new Slice(0, 1, 4, 5),
                new Slice(0, 2, 6, 8),
                new Slice(0, 0, 9, 10)));
  }

  @Property(tries = 300)
  void whoIsReadyFirstRunsFirst(@ForAll("loads") Load load) {
    Trace trace = trace(load);
    assertThat(QueueChecks.firstInFirstOut(trace)).as(story(load, trace)).isEmpty();
  }

  @Property(tries = 300)
  void noCpuIdlesWhileAThreadIsReady(@ForAll("loads") Load load) {
    Trace trace = trace(load);
    assertThat(QueueChecks.workIsConserved(trace, load.cores())).as(story(load, trace)).isEmpty();
    assertThat(Metrics.busy(Load.timeline(trace, load.cores()), 0))
        .as("%sCPU 0 has work", story(load, trace))
        .isPositive();
  }

  @Property(tries = 300)
  void everyThreadIsServedToItsEnd(@ForAll("loads") Load load) {
    Trace trace = trace(load);
    Timeline timeline = Load.timeline(trace, load.cores());
    for (int thread = 0; thread < load.lives().size(); thread++) {
      assertThat(Metrics.work(timeline, thread))
          .as("%sCPU time of thread %d", story(load, trace), thread)
          .isEqualTo(load.lives().get(thread).cpu());
    }
  }

  @Property(tries = 300)
  void noTurnIsLongerThanAQuantum(@ForAll("loads") Load load) {
    Trace trace = trace(load);
    for (Slice slice : Load.timeline(trace, load.cores()).slices()) {
      assertThat(slice.length())
          .as("%slength of %s", story(load, trace), slice)
          .isLessThanOrEqualTo(load.quantum());
    }
  }

  @Property(tries = 300)
  void roundRobinEndsAfterAllWorkAndOneSwitchForEachChangeOfThread(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 12) Long> work,
      @ForAll @LongRange(min = 1, max = 5) long quantum,
      @ForAll @LongRange(max = 3) long switchCost) {
    Load load = Load.computing(work, 1, quantum, switchCost);
    long end = Metrics.makespan(run(load));
    assertThat(end)
        .as("end, to be ΣC + s · changes of thread, in %s", load)
        .isEqualTo(load.work() + switchCost * changes(work, quantum));
    long turns = work.stream().mapToLong(c -> (c + quantum - 1) / quantum).sum();
    assertThat(end)
        .as("end, at most ΣC + s·Σ⌈C/q⌉, in %s", load)
        .isLessThanOrEqualTo(load.work() + switchCost * turns);
  }

  /** Round after round: who still has work has a turn; a turn after one's own is no change. */
  private static long changes(List<Long> work, long quantum) {
    long changes = 0;
    int last = -1;
    long longest = Collections.max(work);
    for (long round = 0; round * quantum < longest; round++) {
      for (int thread = 0; thread < work.size(); thread++) {
        if (work.get(thread) > round * quantum) {
          changes += thread == last ? 0 : 1;
          last = thread;
        }
      }
    }
    return changes;
  }

  @Property(tries = 300)
  void nobodyWaitsLongerThanOneRound(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 12) Long> work,
      @ForAll @LongRange(min = 1, max = 5) long quantum,
      @ForAll @LongRange(max = 3) long switchCost) {
    Load load = Load.computing(work, 1, quantum, switchCost);
    Timeline timeline = run(load);
    long bound = (work.size() - 1) * (quantum + switchCost) + switchCost;
    for (int thread = 0; thread < work.size(); thread++) {
      long first = timeline.ofTask(thread).getFirst().start();
      assertThat(Math.max(first, Metrics.longestWait(timeline, thread)))
          .as(
              "%s%n%s%nlongest wait of thread %d for a turn, at most (n-1)(q+s)+s",
              load, TimelineFigure.text(timeline, switchCost), thread)
          .isLessThanOrEqualTo(bound);
    }
  }

  @Property(tries = 300)
  void firstInFirstOutKeepsGrahamsBound(
      @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 9) Long> work,
      @ForAll @IntRange(min = 1, max = 4) int cores) {
    Load load = Load.computing(work, cores, Scheduler.FOREVER, 0);
    long end = Metrics.makespan(run(load));
    // The last to end, of length C, waited only while all m cores ran others: m(end - C) ≤ ΣC - C.
    assertThat(cores * end)
        .as("m · end, at most ΣC + (m-1) · max C, in %s", load)
        .isBetween(load.work(), load.work() + (cores - 1) * Collections.max(work));
  }

  @Example
  void aQuantumBelowOneIsRefusedWithItsValue() {
    for (long quantum : new long[] {0, -7}) {
      assertThatThrownBy(() -> new ReadyQueue(quantum))
          .as("a quantum of %d", quantum)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("" + quantum);
    }
  }

  private static Trace trace(Load load) {
    return load.run(view -> new ReadyQueue(load.quantum())).trace();
  }

  private static Timeline run(Load load) {
    return Load.timeline(trace(load), load.cores());
  }

  private static String story(Load load, Trace trace) {
    Timeline timeline = Load.timeline(trace, load.cores());
    return load + "\n" + TimelineFigure.text(timeline, load.switchCost()) + "\n";
  }

  @Provide
  Arbitrary<Load> loads() {
    return Load.anything();
  }
}
