package timeslice.lab.threads.ch5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.trace.Checks;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.2",
    answers = {GilTurns.class},
    closed = {"timeslice.runtime"})
class GilTurnsProperties {

  @Example
  void twoThreadsHoldItForFiveEach() {
    long[] loop = new long[12];
    Arrays.fill(loop, 1);
    assertThat(GilTurns.holds(new long[][] {loop, loop}, 5, waiters -> 0))
        .as("two threads of 12 ms, a checkpoint every ms, interval 5 ms")
        .isEqualTo(
            List.of(
                new Slice(0, 0, 0, 5),
                new Slice(0, 1, 5, 10),
                new Slice(0, 0, 10, 15),
                new Slice(0, 1, 15, 20),
                new Slice(0, 0, 20, 22),
                new Slice(0, 1, 22, 24)));
  }

  @Example
  void aLongCallIsNotCutShort() {
    assertThat(GilTurns.holds(new long[][] {{1, 100, 1}, {1}}, 5, waiters -> 0))
        .as("thread 0 calls native code for 100 ms, interval 5 ms")
        .isEqualTo(
            List.of(new Slice(0, 0, 0, 101), new Slice(0, 1, 101, 102), new Slice(0, 0, 102, 103)));
  }

  @Property(tries = 100)
  void aLoneThreadNeverSwitches(@ForAll("threads") Threads threads) {
    Threads alone = new Threads(threads.pieces().subList(0, 1), 1, Threads.Choice.FIRST);
    assertThat(alone.run())
        .as("holds of %s", alone)
        .isEqualTo(List.of(new Slice(0, 0, 0, alone.work()[0])));
  }

  @Property(tries = 300)
  void oneAtATimeWithoutAGapAndEverybodyIsDone(@ForAll("threads") Threads threads) {
    List<Slice> holds = threads.run();
    Timeline timeline = Timeline.of(1, holds);
    assertThat(Checks.overlap(timeline)).as(threads.story(holds)).isEmpty();
    assertThat(Checks.work(timeline, threads.work())).as(threads.story(holds)).isEmpty();
    assertThat(holds.getLast().end())
        .as("%send: all of them hold it, so all of it adds up", threads.story(holds))
        .isEqualTo(Arrays.stream(threads.work()).sum());
  }

  @Property(tries = 300)
  void itIsDroppedAtCheckpointsAlone(@ForAll("threads") Threads threads) {
    List<Slice> holds = threads.run();
    int[] next = new int[threads.pieces().size()];
    for (Slice hold : holds) {
      List<Long> pieces = threads.pieces().get(hold.task());
      long done = 0;
      while (done < hold.length() && next[hold.task()] < pieces.size()) {
        done += pieces.get(next[hold.task()]++);
      }
      assertThat(hold.length())
          .as("%slength of hold %s, to be whole pieces", threads.story(holds), hold)
          .isEqualTo(done);
    }
  }

  @Property(tries = 300)
  void nobodyLosesItBeforeAWholeInterval(@ForAll("threads") Threads threads) {
    List<Slice> holds = threads.run();
    for (int i = 0; i < holds.size(); i++) {
      Slice hold = holds.get(i);
      boolean goesOn =
          holds.subList(i + 1, holds.size()).stream().anyMatch(h -> h.task() == hold.task());
      if (goesOn) {
        assertThat(hold.length())
            .as("%slength of %s, which was dropped on request", threads.story(holds), hold)
            .isGreaterThanOrEqualTo(threads.interval());
      }
    }
  }

  @Property(tries = 300)
  void afterADropAnotherThreadHasIt(@ForAll("threads") Threads threads) {
    List<Slice> holds = threads.run();
    for (int i = 1; i < holds.size(); i++) {
      assertThat(holds.get(i).task())
          .as("%sholder after %s", threads.story(holds), holds.get(i - 1))
          .isNotEqualTo(holds.get(i - 1).task());
    }
  }

  @Property(tries = 500)
  void itIsWhatASlowClockSays(@ForAll("threads") Threads threads) {
    List<Slice> holds = threads.run();
    assertThat(holds).as("holds of %s", threads.story(holds)).isEqualTo(threads.byTheTick());
  }

  @Property(tries = 100)
  void theCallersArraysStayAsTheyWere(@ForAll("threads") Threads threads) {
    long[][] pieces = threads.array();
    GilTurns.holds(pieces, threads.interval(), threads.choice()::of);
    assertThat(Arrays.deepToString(pieces))
        .as("the pieces after the call")
        .isEqualTo(Arrays.deepToString(threads.array()));
  }

  @Provide
  Arbitrary<Threads> threads() {
    return Threads.arbitrary(2);
  }
}
