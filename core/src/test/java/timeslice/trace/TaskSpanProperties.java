package timeslice.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.trace.SmallRuns.Case;

/** The life of every task in spans, and turns on CPUs. */
class TaskSpanProperties {

  @Provide
  Arbitrary<Case> cases() {
    return SmallRuns.any();
  }

  @Example
  void aTaskIsReadySwitchedToRunningAndWaiting() {
    TraceScript story = TraceScript.start().at(5).taskWithThread(0).at(8).run(0, 0, 2);
    story.at(14).stop(0, 0, StopReason.IO, 20).at(20).ready(0, ReadyCause.TIMER, -1);
    Trace trace = story.run(0, 0).ended(0).stop(0, 0, StopReason.ENDED).trace();
    assertThat(TaskSpan.all(trace))
        .containsExactly(
            new TaskSpan(0, Phase.READY, null, false, 0, -1, 5, 8),
            new TaskSpan(0, Phase.SWITCHING, null, false, 0, 0, 8, 10),
            new TaskSpan(0, Phase.RUNNING, null, false, 0, 0, 10, 14),
            new TaskSpan(0, Phase.WAITING, StopReason.IO, false, 0, -1, 14, 20));
  }

  @Example
  void aTaskThatIsPutDownWaitsWithoutAThread() {
    TraceScript story = TraceScript.start().thread(9).run(0, 9).task(4).at(3).mount(4, 9);
    story.at(6).unmount(4, 9, StopReason.IO).at(7).stop(0, 9, StopReason.NO_WORK);
    Trace trace = story.at(11).taskReady(4).at(15).mount(4, 9).trace();
    assertThat(TaskSpan.all(trace))
        .containsExactly(
            new TaskSpan(4, Phase.READY, null, false, -1, -1, 0, 3),
            new TaskSpan(4, Phase.RUNNING, null, false, 9, 0, 3, 6),
            new TaskSpan(4, Phase.WAITING, StopReason.IO, false, -1, -1, 6, 11),
            new TaskSpan(4, Phase.READY, null, false, -1, -1, 11, 15));
  }

  @Example
  void aTaskThatIsWokenBeforeItIsDownIsReadyOnceItIs() {
    TraceScript story = TraceScript.start().thread(9).run(0, 9).task(4).mount(4, 9);
    story.at(5).taskReady(4).at(6).unmount(4, 9, StopReason.PARK).at(8).mount(4, 9);
    assertThat(TaskSpan.all(story.trace()))
        .containsExactly(
            new TaskSpan(4, Phase.RUNNING, null, false, 9, 0, 0, 6),
            new TaskSpan(4, Phase.READY, null, false, -1, -1, 6, 8));
  }

  @Example
  void aTaskThatWaitsOnItsCarrierCapturesIt() {
    TraceScript story = TraceScript.start().thread(9).run(0, 9).task(4).mount(4, 9);
    story.at(2).note(Kind.CAPTURED, -1, 4, 9, 0).stop(0, 9, StopReason.IO, 7);
    Trace trace = story.at(7).ready(9, ReadyCause.TIMER, -1).at(8).run(0, 9).trace();
    assertThat(TaskSpan.all(trace))
        .containsExactly(
            new TaskSpan(4, Phase.RUNNING, null, false, 9, 0, 0, 2),
            new TaskSpan(4, Phase.WAITING, StopReason.IO, true, 9, -1, 2, 7),
            new TaskSpan(4, Phase.READY, null, false, 9, -1, 7, 8));
  }

  @Example
  void whatLastsNoTimeIsNoSliceButATurn() {
    TraceScript story = TraceScript.start().taskWithThread(0).run(1, 0);
    Trace trace = story.stop(1, 0, StopReason.SLEEP, 4).trace();
    assertThat(CpuTurn.timeline(trace, 2).size()).isZero();
    assertThat(CpuTurn.all(trace)).containsExactly(new CpuTurn(4, 1, 0, 0, 0, 0, StopReason.SLEEP));
  }

  @Example
  void aTurnThatIsStoppedBeforeItsFirstInstructionComputesNothing() {
    TraceScript story = TraceScript.start().taskWithThread(0).run(0, 0, 10);
    Trace trace = story.at(6).stop(0, 0, StopReason.PREEMPTED).trace();
    assertThat(CpuTurn.timeline(trace, 1).size()).isZero();
    assertThat(CpuTurn.all(trace).getFirst().computesFrom()).isEqualTo(6);
    assertThat(TaskSpan.all(trace))
        .containsExactly(new TaskSpan(0, Phase.SWITCHING, null, false, 0, 0, 0, 6));
  }

  @Property
  void spansFollowEachOtherWithoutAGap(@ForAll("cases") Case given) {
    Trace trace = given.run().trace();
    TaskTimes times = TraceMetrics.of(trace, given.machine().cpus()).tasks();
    long[] upTo = new long[times.size()];
    for (int task = 0; task < upTo.length; task++) {
      upTo[task] = times.arrival(task);
    }
    for (TaskSpan span : TaskSpan.all(trace)) {
      assertThat(span.from()).as("%s", span).isEqualTo(upTo[span.task()]);
      upTo[span.task()] = span.to();
    }
    for (int task = 0; task < upTo.length; task++) {
      boolean ended = times.turnaround(task) != TaskTimes.NEVER;
      assertThat(upTo[task])
          .as("end of the life of task %d", task)
          .isEqualTo(ended ? times.arrival(task) + times.turnaround(task) : trace.end());
    }
  }

  @Property
  void timelinesOfThreadsAndTasksObeyTheRulesOfTimelines(@ForAll("cases") Case given) {
    Trace trace = given.run().trace();
    int cpus = given.machine().cpus();
    for (Timeline timeline :
        List.of(CpuTurn.timeline(trace, cpus), TaskSpan.timeline(trace, cpus))) {
      assertThat(Checks.overlap(timeline)).isEmpty();
      assertThat(Checks.twoPlaces(timeline)).isEmpty();
    }
  }

  @Property
  void withAThreadForEachTaskTheTimelineOfTasksIsThatOfThreads(@ForAll("cases") Case given) {
    Trace trace = given.run().trace();
    int cpus = given.machine().cpus();
    int[] taskOf = new int[1000];
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.MOUNTED) {
        taskOf[trace.other(i)] = trace.who(i);
      }
    }
    List<Slice> renamed = new ArrayList<>();
    for (Slice slice : CpuTurn.timeline(trace, cpus).slices()) {
      renamed.add(new Slice(slice.cpu(), taskOf[slice.task()], slice.start(), slice.end()));
    }
    assertThat(TaskSpan.timeline(trace, cpus).slices())
        .containsExactlyInAnyOrderElementsOf(renamed);
  }
}
