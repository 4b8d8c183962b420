package timeslice.lab.threads.ch2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.kernel.RoundRobin;
import timeslice.lab.threads.ch2.Load.Life;
import timeslice.runtime.Run;
import timeslice.trace.CpuTurn;
import timeslice.trace.Kind;
import timeslice.trace.Recorder;
import timeslice.trace.Recording;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;
import timeslice.trace.TraceMetrics;
import timeslice.workbook.Exercise;

@Exercise(
    value = "2.1",
    answers = {RunMetrics.class},
    closed = {
      "timeslice.trace.TraceMetrics",
      "timeslice.trace.TaskTimes",
      "timeslice.trace.TaskSpan",
      "timeslice.trace.TraceReplay",
      "timeslice.trace.CpuTurn",
      "timeslice.trace.Metrics"
    })
class RunMetricsProperties {
  private static final int CREATED = 0;

  /** Two threads on one CPU; a switch takes 1. Thread 1 comes at 2 and waits for a device once. */
  private static Trace byHand() {
    Recorder recorder = new Recorder(Recording.FULL);
    recorder.note(0, Kind.THREAD_CREATED, -1, 0, 0, 0);
    recorder.note(0, Kind.READY, -1, 0, CREATED, -1);
    recorder.note(0, Kind.RUN, 0, 0, 0, 1);
    recorder.note(2, Kind.THREAD_CREATED, -1, 1, 0, 0);
    recorder.note(2, Kind.READY, -1, 1, CREATED, -1);
    recorder.note(5, Kind.STOP, 0, 0, StopReason.QUANTUM.ordinal(), 0);
    recorder.note(5, Kind.RUN, 0, 1, 0, 1);
    recorder.note(7, Kind.STOP, 0, 1, StopReason.IO.ordinal(), 12);
    recorder.note(7, Kind.RUN, 0, 0, 0, 1);
    recorder.note(10, Kind.STOP, 0, 0, StopReason.ENDED.ordinal(), 0);
    recorder.note(12, Kind.READY, -1, 1, CREATED, -1);
    recorder.note(12, Kind.RUN, 0, 1, 0, 1);
    recorder.note(14, Kind.STOP, 0, 1, StopReason.ENDED.ordinal(), 0);
    return recorder.trace();
  }

  @Example
  void twoThreadsByHand() {
    Trace trace = byHand();
    assertThat(RunMetrics.makespan(trace)).as("makespan").isEqualTo(14);
    assertThat(RunMetrics.busy(trace)).as("busy: [1,5) [6,7) [8,10) [13,14)").isEqualTo(8);
    assertThat(RunMetrics.utilisation(trace, 1)).as("utilisation, 8 of 14").isEqualTo(8.0 / 14);
    assertThat(RunMetrics.response(trace, 0)).as("response of thread 0, 0 to 1").isEqualTo(1);
    assertThat(RunMetrics.response(trace, 1)).as("response of thread 1, 2 to 6").isEqualTo(4);
    assertThat(RunMetrics.turnaround(trace, 1)).as("turnaround of thread 1, 2 to 14").isEqualTo(12);
    assertThat(RunMetrics.waiting(trace, 0)).as("waiting of thread 0, [5,7)").isEqualTo(2);
    assertThat(RunMetrics.waiting(trace, 1)).as("waiting of thread 1, [2,5)").isEqualTo(3);
    assertThat(RunMetrics.threadTime(trace)).as("thread time, 10 + 12").isEqualTo(22);
  }

  @Property(tries = 300)
  void littlesLawIsExactOnADrainedTrace(@ForAll("loads") Load load) {
    Trace trace = run(load);
    long turnarounds = 0;
    for (int thread = 0; thread < load.lives().size(); thread++) {
      turnarounds += RunMetrics.turnaround(trace, thread);
    }
    assertThat(RunMetrics.threadTime(trace))
        .as("∫N dt, to be the sum of all turnaround times, in %s", load)
        .isEqualTo(turnarounds);
  }

  @Property(tries = 300)
  void onACutTraceThreadTimeCountsThoseStillThere(
      @ForAll("loads") Load load, @ForAll @IntRange(min = 1, max = 60) int events) {
    Trace trace = cut(run(load), events);
    long expected = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.THREAD_CREATED) {
        long stay = RunMetrics.turnaround(trace, trace.who(i));
        boolean ended = ends(trace, trace.who(i));
        assertThat(stay >= 0)
            .as("turnaround of thread %d is not -1, in the first %d events", trace.who(i), events)
            .isEqualTo(ended);
        expected += ended ? stay : trace.end() - trace.time(i);
      }
    }
    assertThat(RunMetrics.threadTime(trace))
        .as("∫N dt up to %d, the first %d events of %s", trace.end(), events, load)
        .isEqualTo(expected);
  }

  @Property(tries = 300)
  void whoOnlyComputesWaitsOrRunsUpToAnyCut(
      @ForAll("loads") Load load, @ForAll @IntRange(min = 1, max = 60) int events) {
    List<Life> computing =
        load.lives().stream()
            .map(life -> new Life(life.gap(), life.times().subList(0, 1)))
            .toList();
    Load only = new Load(computing, load.cores(), load.quantum(), 0);
    Trace trace = cut(run(only), events);
    long ended = 0;
    long unfinished = 0;
    for (CpuTurn turn : CpuTurn.all(trace)) {
      ended += turn.why() == null ? 0 : turn.end() - turn.computesFrom();
      unfinished += turn.why() == null ? turn.end() - turn.computesFrom() : 0;
    }
    assertThat(RunMetrics.busy(trace))
        .as("busy: turns that have ended in the first %d events of %s", events, only)
        .isEqualTo(ended);
    long waiting = 0;
    for (int thread = 0; thread < computing.size(); thread++) {
      waiting += RunMetrics.waiting(trace, thread);
    }
    assertThat(waiting)
        .as(
            "waiting of all threads, which is thread time %d less running %d, in the first %d"
                + " events of %s",
            RunMetrics.threadTime(trace), ended + unfinished, events, only)
        .isEqualTo(RunMetrics.threadTime(trace) - ended - unfinished);
  }

  @Property(tries = 300)
  void aThreadComputesWaitsForItsDeviceOrWaitsForTheCpu(@ForAll("loads") Load load) {
    Load free = new Load(load.lives(), load.cores(), load.quantum(), 0);
    Trace trace = run(free);
    for (int thread = 0; thread < free.lives().size(); thread++) {
      Life life = free.lives().get(thread);
      assertThat(RunMetrics.waiting(trace, thread))
          .as(
              "waiting of thread %d: turnaround %d less cpu %d less io %d, in %s",
              thread, RunMetrics.turnaround(trace, thread), life.cpu(), life.io(), free)
          .isEqualTo(RunMetrics.turnaround(trace, thread) - life.cpu() - life.io());
    }
  }

  @Property(tries = 300)
  void busyTimeIsTheWorkWhateverSwitchesCost(@ForAll("loads") Load load) {
    Trace trace = run(load);
    assertThat(RunMetrics.busy(trace)).as("busy time in %s", load).isEqualTo(load.work());
    long all = load.cores() * RunMetrics.makespan(trace);
    assertThat(RunMetrics.utilisation(trace, load.cores()))
        .as("utilisation in %s", load)
        .isEqualTo((double) load.work() / all);
  }

  @Property(tries = 300)
  void theyAreWhatTheModelMeasures(@ForAll("loads") Load load) {
    Trace trace = run(load);
    TraceMetrics model = TraceMetrics.of(trace, load.cores());
    assertThat(RunMetrics.makespan(trace)).as("makespan in %s", load).isEqualTo(model.makespan());
    for (int i = 0; i < load.lives().size(); i++) {
      assertThat(RunMetrics.response(trace, i))
          .as("response of thread %d in %s", i, load)
          .isEqualTo(model.tasks().response(i));
      assertThat(RunMetrics.turnaround(trace, i))
          .as("turnaround of thread %d in %s", i, load)
          .isEqualTo(model.tasks().turnaround(i));
      assertThat(RunMetrics.waiting(trace, i))
          .as("waiting of thread %d in %s", i, load)
          .isEqualTo(model.tasks().waiting(i));
    }
  }

  @Example
  void aTraceWithoutTurnsIsAllZeros() {
    Trace created = cut(byHand(), 2);
    assertThat(RunMetrics.makespan(created)).as("makespan").isZero();
    assertThat(RunMetrics.busy(created)).as("busy").isZero();
    assertThat(RunMetrics.utilisation(created, 2)).as("utilisation").isZero();
    assertThat(RunMetrics.response(created, 0)).as("response of who never ran").isEqualTo(-1);
    assertThat(RunMetrics.turnaround(created, 0)).as("turnaround of who is there").isEqualTo(-1);
  }

  private static Trace run(Load load) {
    Run run = load.run(RoundRobin.withQuantum(load.quantum()));
    return run.trace();
  }

  private static boolean ends(Trace trace, int thread) {
    for (int i = 0; i < trace.size(); i++) {
      boolean end = trace.kind(i) == Kind.STOP && trace.other(i) == StopReason.ENDED.ordinal();
      if (end && trace.who(i) == thread) {
        return true;
      }
    }
    return false;
  }

  private static Trace cut(Trace trace, int events) {
    Recorder recorder = new Recorder(Recording.FULL);
    for (int i = 0; i < Math.min(events, trace.size()); i++) {
      recorder.note(
          trace.time(i), trace.kind(i), trace.cpu(i), trace.who(i), trace.other(i), trace.value(i));
    }
    return recorder.trace();
  }

  @Provide
  Arbitrary<Load> loads() {
    return Load.anything();
  }
}
