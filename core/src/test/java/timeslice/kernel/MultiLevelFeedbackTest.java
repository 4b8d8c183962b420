package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeslice.trace.Choice;
import timeslice.trace.StopReason;

/** The five rules of the multi-level feedback queue (OSTEP, chapter 8). */
class MultiLevelFeedbackTest {
  private static final long NEVER = Scheduler.FOREVER;

  private static List<Turn> run(
      long[] quanta, long[] allotments, long boostEvery, long[]... bursts) {
    Scheduler.Factory policy = MultiLevelFeedback.levels(quanta, allotments, boostEvery);
    Kernel kernel = new Kernel(Machine.cores(1).with(policy));
    for (long[] burst : bursts) {
      kernel.create(-1, Computing.inBursts(burst));
    }
    kernel.run();
    return Turn.of(kernel.trace().trace());
  }

  @Test
  void aLongJobFallsThroughTheLevels() {
    List<Turn> turns =
        run(new long[] {1, 2, 4}, new long[] {1, 2, 4}, NEVER, new long[] {9}, new long[] {9});
    assertThat(turns.stream().map(Turn::length)).containsExactly(1L, 1L, 2L, 2L, 4L, 4L, 2L, 2L);
    assertThat(turns.stream().map(Turn::thread)).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
  }

  @Test
  void whoComesLaterEntersAtTheTopAndTakesTheCpu() {
    List<Turn> turns =
        run(new long[] {2, 8}, new long[] {2, 8}, NEVER, new long[] {20}, new long[] {1, 4, 1});
    // 0: 0-2, 1: 2-3, 0 at level 1: 3-7, then 1 is back from its sleep, at the top
    assertThat(turns.stream().map(Turn::taken)).containsExactly(0L, 2L, 3L, 7L, 8L, 16L);
    assertThat(turns.get(2).stop()).isEqualTo(StopReason.PREEMPTED);
    assertThat(turns.get(3).thread()).isEqualTo(1);
  }

  @Test
  void sleepingJustBeforeTheEndOfATurnDoesNotKeepTheLevel() {
    // Thread 1 computes 2 of its 4 and sleeps, twice: its allotment is used up all the same.
    List<Turn> turns =
        run(
            new long[] {4, 4},
            new long[] {4, 4},
            NEVER,
            new long[] {40},
            new long[] {2, 1, 2, 1, 2});
    List<Turn> gamer = turns.stream().filter(t -> t.thread() == 1).toList();
    assertThat(gamer.get(0).taken()).isEqualTo(4);
    assertThat(gamer.get(1).taken()).as("still at the top").isEqualTo(7);
    assertThat(gamer.get(2).taken()).as("behind the turn at its own level").isEqualTo(13);
  }

  @Test
  void aBoostLetsTheStarvedRun() {
    // From 10 on, threads 1 and 2 fill the CPU by turns, and neither uses up its allotment.
    long[] interactive = new long[17];
    Arrays.fill(interactive, 1);
    long[] ten = {10, 10};
    List<Turn> starved = run(ten, ten, NEVER, new long[] {25}, interactive, interactive);
    assertThat(secondTurn(starved)).as("when all others are done").isEqualTo(28);
    List<Turn> boosted = run(ten, ten, 15, new long[] {25}, interactive, interactive);
    assertThat(secondTurn(boosted)).as("with the boost").isEqualTo(15);
  }

  private static long secondTurn(List<Turn> turns) {
    return turns.stream().filter(t -> t.thread() == 0).skip(1).findFirst().orElseThrow().taken();
  }

  @Test
  void theReasonIsNamed() {
    List<Turn> turns =
        run(new long[] {2, 4}, new long[] {2, 4}, NEVER, new long[] {1}, new long[] {3});
    assertThat(turns.stream().map(Turn::why))
        .containsExactly(Choice.HIGHEST_LEVEL, Choice.ONLY_ONE, Choice.ONLY_ONE);
  }

  @Test
  void badInputIsOneSentenceWithTheValue() {
    assertThatThrownBy(() -> MultiLevelFeedback.levels(new long[1], new long[2], 1))
        .hasMessage("each level needs a quantum and an allotment, got 1 and 2");
    assertThatThrownBy(() -> MultiLevelFeedback.levels(new long[] {1}, new long[] {0}, 1))
        .hasMessage("quantum and allotment must be 1 ns or more, got 1 and 0");
    assertThatThrownBy(() -> MultiLevelFeedback.levels(new long[] {1}, new long[] {1}, 0))
        .hasMessage("a boost comes every 1 ns or more, got 0");
  }
}
