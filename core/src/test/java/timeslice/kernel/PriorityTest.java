package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;
import timeslice.trace.StopReason;

/** Fixed priorities and shortest first: who takes a CPU from whom. */
class PriorityTest {

  private static List<Turn> run(Machine machine, long[]... bursts) {
    Kernel kernel = new Kernel(machine);
    for (long[] burst : bursts) {
      kernel.create(-1, Computing.inBursts(burst));
    }
    kernel.run();
    return Turn.of(kernel.trace().trace());
  }

  private static final Scheduler.Factory BY_NUMBER = FixedPriority.preemptive(thread -> thread);

  @Test
  void aLowerRankTakesTheCpuAsSoonAsItIsReady() {
    List<Turn> turns = run(Machine.cores(1).with(BY_NUMBER), new long[] {2, 3, 4}, new long[] {10});
    assertThat(turns.stream().map(Turn::thread)).containsExactly(0, 1, 0, 1);
    assertThat(turns.stream().map(Turn::end)).containsExactly(2L, 5L, 9L, 16L);
    assertThat(turns.get(1).stop()).isEqualTo(StopReason.PREEMPTED);
  }

  @Test
  void ofSeveralCpusTheOneOfTheHighestRankIsTaken() {
    List<Turn> turns =
        run(
            Machine.cores(2).with(BY_NUMBER),
            new long[] {1, 3, 4},
            new long[] {10},
            new long[] {10});
    Turn taken = turns.stream().filter(t -> t.stop() == StopReason.PREEMPTED).toList().getFirst();
    assertThat(taken).extracting(Turn::thread, Turn::end).containsExactly(2, 4L);
  }

  @Test
  void withSwitchCostsAPreemptionCostsTwoSwitches() {
    List<Turn> turns =
        run(
            Machine.cores(1).with(BY_NUMBER).withSwitchCost(1),
            new long[] {2, 3, 4},
            new long[] {10});
    assertThat(turns.stream().map(Turn::start)).containsExactly(1L, 4L, 7L, 12L);
    assertThat(turns.getLast().end()).isEqualTo(20);
  }

  @Test
  void whoIsPreemptedInMidSwitchHasNotRun() {
    // Thread 0 wakes at 4, while the CPU is still switching to thread 1.
    List<Turn> turns =
        run(
            Machine.cores(1).with(BY_NUMBER).withSwitchCost(2),
            new long[] {1, 1, 1},
            new long[] {5});
    assertThat(turns.stream().map(Turn::thread)).containsExactly(0, 1, 0, 1);
    assertThat(turns.get(1)).extracting(Turn::taken, Turn::end).containsExactly(3L, 4L);
    assertThat(turns.get(1).length()).isZero();
    assertThat(turns.getLast().length()).as("nothing is lost").isEqualTo(5);
  }

  @Test
  void aPolicyThatNeverStopsPreemptingIsStopped() {
    ThreadLinks.Queue queue = new ThreadLinks().new Queue();
    Scheduler restless =
        new Scheduler() {
          @Override
          public void ready(int thread, ReadyCause cause) {
            queue.add(thread);
          }

          @Override
          public int next(int cpu) {
            return queue.take();
          }

          @Override
          public boolean isEmpty() {
            return queue.isEmpty();
          }

          @Override
          public int preempt() {
            return 0;
          }
        };
    Machine machine = Machine.cores(1).with((Scheduler.Factory) _ -> restless);
    assertThatThrownBy(() -> run(machine, new long[] {2}, new long[] {2}))
        .hasMessage(
            "the policy took CPUs away 1003 times at 0 ns: "
                + "preempt() must answer -1 once the most urgent threads run");
  }

  @Test
  void reasonsAreNamed() {
    List<Turn> ranked = run(Machine.cores(1).with(BY_NUMBER), new long[] {2}, new long[] {2});
    assertThat(ranked.stream().map(Turn::why))
        .containsExactly(Choice.HIGHEST_LEVEL, Choice.ONLY_ONE);
    Machine shortest = Machine.cores(1).with(ShortestFirst.untilItWaits());
    assertThat(run(shortest, new long[] {2}, new long[] {2}).stream().map(Turn::why))
        .containsExactly(Choice.SHORTEST, Choice.ONLY_ONE);
  }
}
