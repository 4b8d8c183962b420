package timeslice.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.trace.Choice;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;
import timeslice.trace.TraceScript;

class WhyTest {

  private static Words words() {
    Map<String, String> words = new HashMap<>();
    for (Choice choice : Choice.values()) {
      words.put("why." + choice, "thread {0} on CPU {1}: " + choice + " (since {2}, {3} ns)");
    }
    words.put("why.others", ", ready too: {0}");
    words.put("why.more", ", ready too: {0} and {1} more");
    return new Words(words);
  }

  @Test
  void everyDecisionOfARoundRobinHasItsReason() {
    Machine machine = Machine.cores(1).with(RoundRobin.withQuantum(3));
    Program program = Program.start().compute(4).end();
    Trace trace = new OneToOne().run(machine, Workload.of(program, program, program)).trace();
    List<String> reasons = new ArrayList<>();
    Why.forEach(trace, words(), (sentence, _) -> reasons.add(sentence));
    assertThat(reasons)
        .containsExactly(
            "thread 0 on CPU 0: LONGEST_WAIT (since 0, 0 ns), ready too: 1, 2",
            "thread 1 on CPU 0: LONGEST_WAIT (since 0, 3 ns), ready too: 2, 0",
            "thread 2 on CPU 0: LONGEST_WAIT (since 0, 6 ns), ready too: 0, 1",
            "thread 0 on CPU 0: LONGEST_WAIT (since 3, 6 ns), ready too: 1, 2",
            "thread 1 on CPU 0: LONGEST_WAIT (since 6, 4 ns), ready too: 2",
            "thread 2 on CPU 0: ONLY_ONE (since 9, 2 ns)");
  }

  @Test
  void oneDecisionHasTheSameReasonAlone() {
    Program program = Program.start().compute(4).io(2).compute(1).end();
    Trace trace =
        new OneToOne().run(Machine.cores(2), Workload.of(program, program, program)).trace();
    Why.forEach(
        trace,
        words(),
        (sentence, run) -> assertThat(Why.of(trace, run, words())).isEqualTo(sentence));
  }

  @Test
  void whoLosesItsCpuOrGivesItUpIsReadyFromThenOn() {
    TraceScript story = TraceScript.start().thread(0).thread(1).run(0, 0);
    story.at(3).stop(0, 0, StopReason.YIELDED).run(0, 1).at(5).stop(0, 1, StopReason.PREEMPTED);
    Trace trace = story.at(6).run(0, 0).at(7).stop(0, 0, StopReason.IO).run(0, 1).trace();
    List<String> reasons = new ArrayList<>();
    Why.forEach(trace, words(), (sentence, _) -> reasons.add(sentence));
    assertThat(reasons)
        .endsWith(
            "thread 0 on CPU 0: UNSAID (since 3, 3 ns), ready too: 1",
            "thread 1 on CPU 0: UNSAID (since 5, 2 ns)");
  }

  @Test
  void aLongQueueIsCutShort() {
    TraceScript story = TraceScript.start();
    for (int thread = 0; thread < 12; thread++) {
      story.thread(thread);
    }
    Trace trace = story.run(0, 11).trace();
    assertThat(Why.of(trace, trace.size() - 1, words()))
        .endsWith("ready too: 0, 1, 2, 3, 4, 5, 6, 7 and 3 more");
  }

  @Test
  void onlyADecisionHasAReason() {
    Trace trace = TraceScript.start().thread(0).trace();
    assertThatThrownBy(() -> Why.of(trace, 0, words()))
        .hasMessage(
            "only an event that gives a CPU to a thread has a reason,"
                + " got at 0 thread 0 is created in process 0");
  }
}
