package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Outcome;
import timeslice.trace.Kind;
import timeslice.trace.Limit;
import timeslice.trace.ReadyCause;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/** Waiting, waking, interrupting, and what there is no more of: the kernel without a runtime. */
class WaitingTest {
  private final List<String> log = new ArrayList<>();

  /** What a thread does step by step. */
  private interface Step {
    long act(Kernel kernel, int thread);
  }

  private static ThreadBody steps(Step... steps) {
    int[] next = {0};
    return (kernel, thread) ->
        next[0] < steps.length ? steps[next[0]++].act(kernel, thread) : ThreadBody.ENDED;
  }

  private static Step compute(long ns) {
    return (_, _) -> ns;
  }

  private static Step sleep(long ns) {
    return (kernel, thread) -> kernel.sleep(thread, ns, StopReason.SLEEP, 0);
  }

  private static Step block() {
    return (kernel, thread) -> kernel.block(thread, StopReason.CONDITION, 0);
  }

  private Step note(String what) {
    return (kernel, thread) -> {
      log.add(what + " at " + kernel.now() + (kernel.timedOut(thread) ? ", timed out" : ""));
      return 1;
    };
  }

  private static Step wake(int other, long latency) {
    return (kernel, _) -> kernel.wake(other, latency) ? 1 : 2; // 2: it did not wait
  }

  private static Kernel kernel(int cores) {
    return new Kernel(Machine.cores(cores));
  }

  @Test
  void aTimedWaitEndsByItself() {
    Kernel kernel = kernel(1);
    kernel.create(-1, steps(sleep(10), note("up")));
    kernel.run();
    assertThat(log).containsExactly("up at 10, timed out");
  }

  @Test
  void aTimedWaitCutShortIsNotEndedAgainByItsOldTimer() {
    Kernel kernel = kernel(2);
    kernel.create(-1, steps(sleep(10), note("woken"), sleep(20), note("up"), sleep(3)));
    kernel.create(-1, steps(compute(4), wake(0, 0)));
    kernel.run();
    // the first timer, for 10, falls into the second sleep, from 5 to 25
    assertThat(log).containsExactly("woken at 4", "up at 25, timed out");
    assertThat(kernel.now()).isEqualTo(29); // one more tick of computing, and three of sleep
  }

  @Test
  void anOldTimerDoesNotMoveTheClock() {
    Kernel kernel = kernel(2);
    kernel.create(-1, steps(sleep(1000), compute(1)));
    kernel.create(-1, steps(compute(4), wake(0, 0)));
    kernel.run();
    assertThat(kernel.now()).as("all is over").isEqualTo(5);
  }

  @Test
  void anOldTimerDoesNotEndAWaitWithoutATime() {
    Kernel kernel = kernel(2);
    kernel.create(-1, steps(sleep(10), block(), note("woken")));
    kernel.create(-1, steps(compute(4), wake(0, 0), compute(20), wake(0, 0)));
    kernel.run();
    assertThat(log).containsExactly("woken at 25");
  }

  @Test
  void aWakeUpTakesItsLatency() {
    Kernel kernel = kernel(2);
    kernel.create(-1, steps(sleep(10), note("woken")));
    kernel.create(-1, steps(compute(4), wake(0, 9), wake(0, 0)));
    kernel.run();
    assertThat(log).as("not at 10, not timed out").containsExactly("woken at 13");
    List<Turn> turns = Turn.of(kernel.trace().trace());
    assertThat(turns.stream().filter(t -> t.thread() == 1).mapToLong(Turn::length).sum())
        .as("the second wake-up found nobody who waits")
        .isEqualTo(4 + 1 + 2);
  }

  @Test
  void wakingTellsWhetherAnybodyWaited() {
    Kernel kernel = kernel(1);
    int thread = kernel.create(-1, steps(compute(5)));
    assertThat(kernel.wake(thread)).as("ready").isFalse();
    kernel.run();
    assertThat(kernel.wake(thread)).as("ended").isFalse();
  }

  @Test
  void anInterruptedThreadIsAskedAgainAndTellsWhatIsLeft() {
    Kernel kernel = kernel(2);
    kernel.create(-1, steps(compute(10), note("next")));
    kernel.create(
        -1,
        steps(
            compute(4),
            (k, _) -> {
              log.add("left " + k.interrupt(0));
              return 1;
            }));
    kernel.run();
    assertThat(log).containsExactly("left 6", "next at 4");
  }

  @Test
  void aReadyThreadIsInterruptedToo() {
    Kernel kernel = new Kernel(Machine.cores(1).with(RoundRobin.withQuantum(3)));
    kernel.create(-1, steps(compute(10), note("next")));
    kernel.create(
        -1,
        steps(
            (k, _) -> {
              log.add("left " + k.interrupt(0));
              return 4;
            }));
    kernel.run();
    assertThat(log).containsExactly("left 7", "next at 6");
  }

  @Test
  void timeStolenFromACpuDelaysItsThread() {
    Kernel kernel = kernel(1);
    kernel.create(-1, steps(compute(10), note("done")));
    int handler = kernel.attach(() -> kernel.steal(0, 5));
    kernel.at(4, handler);
    kernel.run();
    assertThat(log).containsExactly("done at 15");
    assertThat(kernel.now()).isEqualTo(16);
  }

  @Test
  void aStolenTimeOnAnIdleCpuIsNothing() {
    Kernel kernel = kernel(1);
    int handler = kernel.attach(() -> kernel.steal(0, 5));
    kernel.at(4, handler);
    kernel.run();
    assertThat(kernel.now()).isEqualTo(4);
  }

  @Test
  void threadsBeyondTheLimitAreRefusedUntilOneHasEnded() {
    Kernel kernel = new Kernel(Machine.cores(1).with(Limits.threads(2)));
    List<Integer> created = new ArrayList<>();
    kernel.create(-1, steps(compute(1)));
    kernel.create(
        -1,
        steps(
            (k, _) -> {
              created.add(k.create(-1, steps(compute(1)))); // the first has ended by now
              created.add(k.create(-1, steps(compute(1))));
              return 1;
            }));
    assertThat(kernel.create(-1, steps(compute(1)))).isEqualTo(-1);
    kernel.run();
    assertThat(created).containsExactly(2, -1);
    Trace trace = kernel.trace().trace();
    List<Integer> refused = new ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.REFUSED) {
        assertThat(trace.other(i)).isEqualTo(Limit.THREADS.ordinal());
        refused.add(trace.who(i));
      }
    }
    assertThat(refused).as("by whom").containsExactly(-1, 1);
  }

  @Test
  void memoryRunsOutByThreadsAndProcesses() {
    Kernel kernel = new Kernel(Machine.cores(1).with(new Limits(100, 50, 10, 25)));
    assertThat(kernel.createProcess()).isZero();
    assertThat(kernel.create(0, steps())).isZero();
    assertThat(kernel.createProcess()).as("15 are left").isEqualTo(-1);
    assertThat(kernel.create(0, steps())).isEqualTo(1);
    assertThat(kernel.create(0, steps())).as("5 are left").isEqualTo(-1);
    assertThat(kernel.trace().count(Kind.REFUSED)).isEqualTo(2);
  }

  @Test
  void causesOfReadinessAreNamed() {
    Kernel kernel = kernel(2);
    kernel.create(-1, steps(sleep(3), block(), compute(1)));
    kernel.create(-1, steps(compute(9), wake(0, 0)));
    kernel.run();
    List<ReadyCause> causes = new ArrayList<>();
    Trace trace = kernel.trace().trace();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.READY && trace.who(i) == 0) {
        causes.add(ReadyCause.values()[trace.other(i)]);
      }
    }
    assertThat(causes).containsExactly(ReadyCause.CREATED, ReadyCause.TIMER, ReadyCause.WOKEN);
  }

  @Test
  void aThreadMustSayThatItWaits() {
    Kernel kernel = kernel(1);
    kernel.create(-1, steps((_, _) -> ThreadBody.BLOCKED));
    assertThatThrownBy(kernel::run)
        .hasMessage("thread 0 answered -1: compute 1 ns or more, block or end");
  }

  @Test
  void aTaskThatCannotHaveAThreadHasFailedAndTheRestGoOn() {
    var program = Program.start().compute(5).end();
    var run =
        new OneToOne().run(Machine.cores(1).with(Limits.threads(2)), Workload.many(5, program, 0));
    Trace trace = run.trace();
    int failed = 0;
    for (int i = 0; i < trace.size(); i++) {
      failed += trace.kind(i) == Kind.TASK_ENDED && trace.value(i) > 0 ? 1 : 0;
    }
    assertThat(failed).isEqualTo(3);
    assertThat(run.end()).isEqualTo(10);
    assertThat(run.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            outcome -> {
              assertThat(outcome.count()).isEqualTo(3);
              assertThat(outcome.others()).isEqualTo(new Outcome.Finished());
            });
  }
}
