package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import timeslice.trace.Choice;

/** A queue for each CPU: who stays, who is stolen, who is moved. */
class PerCpuQueuesTest {

  private static List<Turn> run(Machine machine, long[]... bursts) {
    Kernel kernel = new Kernel(machine);
    for (long[] burst : bursts) {
      kernel.create(-1, Computing.inBursts(burst));
    }
    kernel.run();
    return Turn.of(kernel.trace().trace());
  }

  private static Machine two(Scheduler.Factory policy) {
    return Machine.cores(2).with(policy);
  }

  /** Four threads on two CPUs; those on CPU 0 are short. */
  private static final long[][] LOPSIDED = {{2}, {30}, {2}, {30}};

  @Test
  void pinnedThreadsWaitBesideAnIdleCpu() {
    List<Turn> turns = run(two(PerCpuQueues.pinned(10)), LOPSIDED);
    assertThat(turns.stream().filter(t -> t.cpu() == 0).map(Turn::thread)).containsExactly(0, 2);
    assertThat(turns.stream().mapToLong(Turn::end).max()).hasValue(60);
  }

  @Test
  void anIdleCpuStealsWhoWaitsLongestInTheLongestQueue() {
    List<Turn> turns = run(two(PerCpuQueues.stealing(10)), LOPSIDED);
    Turn stolen = turns.stream().filter(t -> t.why() == Choice.STOLEN).findFirst().orElseThrow();
    assertThat(stolen).extracting(Turn::cpu, Turn::thread, Turn::taken).containsExactly(0, 3, 4L);
    assertThat(turns.stream().mapToLong(Turn::end).max()).hasValue(34);
  }

  @Test
  void balancingComesLaterThanStealing() {
    List<Turn> turns = run(two(PerCpuQueues.balancing(10, 15)), LOPSIDED);
    Turn moved =
        turns.stream().filter(t -> t.thread() == 1 && t.cpu() == 0).findFirst().orElseThrow();
    assertThat(moved.taken()).as("the first event after 15").isEqualTo(20);
    assertThat(moved.why()).isEqualTo(Choice.ONLY_ONE);
    assertThat(turns.stream().mapToLong(Turn::end).max()).hasValue(40);
  }

  @Test
  void aThreadComesBackToTheCpuThatItRanOn() {
    List<Turn> turns = run(two(PerCpuQueues.stealing(10)), new long[] {5}, new long[] {3, 9, 4});
    assertThat(turns.getLast())
        .extracting(Turn::thread, Turn::cpu, Turn::taken)
        .as("CPU 0 is idle too")
        .containsExactly(1, 1, 12L);
  }

  @Test
  void aThreadIsPutOnAnIdleCoreBeforeABusySibling() {
    Machine machine = two(PerCpuQueues.stealing(10)).withSiblings();
    List<Turn> turns = run(machine, new long[] {20}, new long[] {20}, new long[] {20});
    assertThat(turns.stream().limit(3).map(Turn::cpu)).containsExactly(0, 2, 1);
  }

  @Test
  void turnsOverStayWithTheirCpu() {
    List<Turn> turns =
        run(
            two(PerCpuQueues.stealing(3)),
            new long[] {9},
            new long[] {9},
            new long[] {9},
            new long[] {9});
    assertThat(turns).allMatch(t -> t.cpu() == t.thread() % 2);
    assertThat(turns.getFirst().why()).isEqualTo(Choice.LONGEST_WAIT);
  }

  @Test
  void badInputIsOneSentenceWithTheValue() {
    assertThatThrownBy(() -> new Kernel(two(PerCpuQueues.pinned(0))))
        .hasMessageStartingWith("quantum and balancing period must be 1 ns or more, got 0 and ");
  }
}
