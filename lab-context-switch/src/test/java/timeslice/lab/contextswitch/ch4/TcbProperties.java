package timeslice.lab.contextswitch.ch4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.kernel.StatePiece;
import timeslice.workbook.Exercise;

@Exercise(
    value = "4.1",
    answers = {Tcb.class})
class TcbProperties {

  /** This thread gets the CPU, looks at the piece, and leaves this value there. */
  record Turn(int thread, int value) {}

  @Example
  void eachThreadReturnsToItsOwnInstruction() {
    ClonedThreads threads = new ClonedThreads(StatePiece.PROGRAM_COUNTER);
    threads.write(0x1000);
    threads.switchTo(1);
    threads.write(0x2000);
    threads.switchTo(0);
    assertThat(threads.read()).as("thread 0's program counter when it is back").isEqualTo(0x1000);
  }

  @Example
  void whatOneThreadAllocatesTheOtherCanRead() {
    ClonedThreads threads = new ClonedThreads(StatePiece.HEAP);
    threads.write(42);
    threads.switchTo(1);
    assertThat(threads.read()).as("what thread 1 finds on the heap").isEqualTo(42);
  }

  @Property(tries = 100)
  void whatIsAThreadsOwnSurvivesItsSiblings(@ForAll("turns") List<Turn> turns) {
    check(turns, piece -> ClonedThreads.sharedBy(piece).isEmpty());
  }

  @Property(tries = 100)
  void whatCloneSharesIsSeenByAll(@ForAll("turns") List<Turn> turns) {
    check(turns, piece -> ClonedThreads.sharedBy(piece).isPresent());
  }

  private static void check(List<Turn> turns, Predicate<StatePiece> which) {
    for (StatePiece piece : StatePiece.values()) {
      if (!which.test(piece)) {
        continue;
      }
      ClonedThreads threads = new ClonedThreads(piece);
      int turnNumber = 0;
      for (Turn turn : turns) {
        threads.switchTo(turn.thread());
        turnNumber++;
        assertThat(threads.read())
            .as(
                "%s, %s: what thread %d finds at turn %d",
                piece,
                ClonedThreads.sharedBy(piece)
                    .map(flag -> "which " + flag + " makes threads share")
                    .orElse("which each thread has for itself"),
                turn.thread(),
                turnNumber)
            .isEqualTo(threads.expected());
        threads.write(turn.value());
      }
    }
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    Arbitrary<Integer> thread = Arbitraries.integers().between(0, ClonedThreads.THREADS - 1);
    Arbitrary<Integer> value = Arbitraries.integers().between(1, 99);
    Arbitrary<List<Turn>> some =
        Combinators.combine(thread, value).as(Turn::new).list().ofMaxSize(10);
    // there and back again at the end, so that every list can tell own from shared
    return some.map(
        turns -> {
          List<Turn> all = new ArrayList<>(turns);
          all.addAll(List.of(new Turn(0, 101), new Turn(1, 102), new Turn(0, 103)));
          return all;
        });
  }
}
