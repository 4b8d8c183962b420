package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import timeslice.trace.Choice;
import timeslice.trace.StopReason;

/** CFS: the smallest virtual run time. */
class VirtualRunTimeProperties {
  private static final Scheduler.Factory POLICY = VirtualRunTime.within(12, 2);

  private static List<Turn> run(Scheduler.Factory policy, int[] weights, long[]... bursts) {
    Kernel kernel = new Kernel(Machine.cores(1).with(policy));
    for (int i = 0; i < bursts.length; i++) {
      kernel.create(-1, weights[i], Computing.inBursts(bursts[i]));
    }
    kernel.run();
    return Turn.of(kernel.trace().trace());
  }

  @Example
  void aLatencyIsSharedOutByWeight() {
    List<Turn> turns = run(POLICY, new int[] {1024, 2048}, new long[] {20}, new long[] {40});
    assertThat(turns.stream().limit(4).map(Turn::thread)).containsExactly(0, 1, 0, 1);
    assertThat(turns.stream().limit(4).map(Turn::length)).containsExactly(4L, 8L, 4L, 8L);
  }

  @Property(tries = 700)
  void theLeastVirtualRunTimeRuns(@ForAll("weights") @Size(min = 1, max = 6) int[] weights) {
    long[] served = new long[weights.length];
    long[][] bursts = new long[weights.length][];
    for (int i = 0; i < bursts.length; i++) {
      bursts[i] = new long[] {60L + i};
    }
    for (Turn turn : run(POLICY, weights, bursts)) {
      int chosen = turn.thread();
      for (int other = 0; other < served.length; other++) {
        if (served[other] < bursts[other][0]) {
          assertThat(served[chosen] * weights[other])
              .as("run time of %d against that of %d, times both weights", chosen, other)
              .isLessThanOrEqualTo(served[other] * weights[chosen]);
        }
      }
      served[chosen] += turn.length();
    }
  }

  @Property(tries = 700)
  void sharesGoByWeightUpToOneTurn(@ForAll("weights") @Size(min = 2, max = 6) int[] weights) {
    long[][] bursts = new long[weights.length][];
    for (int i = 0; i < bursts.length; i++) {
      bursts[i] = new long[] {500L * weights[i]}; // all would end together
    }
    double[] time = new double[weights.length];
    for (Turn turn : run(POLICY, weights, bursts)) {
      time[turn.thread()] += (double) turn.length() / weights[turn.thread()];
      if (turn.stop() == StopReason.ENDED) {
        break;
      }
      for (int a = 0; a < time.length; a++) {
        for (int b = 0; b < time.length; b++) {
          // each is behind the other by one turn of its own at most, 12 ns at the longest
          assertThat(time[a] - time[b]).isLessThanOrEqualTo(12.0 / weights[a] + 1e-9);
        }
      }
    }
  }

  @Example
  void aSleeperComesBackHalfALatencyAheadAtMost() {
    // Thread 1 sleeps from 7 to 57. It does not get the 25 it missed: it is put 6 before thread 0.
    List<Turn> turns =
        run(POLICY, new int[] {1024, 1024}, new long[] {200}, new long[] {1, 50, 30});
    List<Turn> others = turns.stream().filter(t -> t.thread() == 1).toList();
    Turn back = others.get(1);
    assertThat(back.taken()).isEqualTo(back.start()).isEqualTo(57);
    assertThat(back.length()).as("its turn").isEqualTo(6);
    Turn other =
        turns.stream().filter(t -> t.thread() == 0 && t.taken() > 57).findFirst().orElseThrow();
    assertThat(other.taken()).as("after two turns of it, and not after all 30").isEqualTo(69);
  }

  @Example
  void theReasonIsNamed() {
    List<Turn> turns = run(POLICY, new int[] {1024, 1024}, new long[] {3}, new long[] {9});
    assertThat(turns.stream().map(Turn::why)).containsExactly(Choice.LEAST_RUN, Choice.ONLY_ONE);
  }

  @Example
  void badInputIsOneSentenceWithTheValue() {
    assertThatThrownBy(() -> VirtualRunTime.within(1, 2))
        .hasMessage("the granularity must be 1 ns or more and the latency no less, got 2 and 1");
  }

  @Provide
  Arbitrary<int[]> weights() {
    return Arbitraries.integers().between(1, 6).array(int[].class).ofMaxSize(6);
  }
}
