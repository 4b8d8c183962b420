package timeslice.lab.threads.ch5;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import timeslice.picture.TimelineFigure;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;

/** Threads that only compute, for the laws of 5.2, and a slow clock that runs them tick by tick. */
record Threads(List<List<Long>> pieces, long interval, Choice choice) {

  /** Which waiter gets the lock. */
  enum Choice {
    FIRST,
    LAST,
    MIDDLE;

    int of(int waiters) {
      return switch (this) {
        case FIRST -> 0;
        case LAST -> waiters - 1;
        case MIDDLE -> waiters / 2;
      };
    }
  }

  long[][] array() {
    return pieces.stream()
        .map(thread -> thread.stream().mapToLong(Long::longValue).toArray())
        .toArray(long[][]::new);
  }

  long[] work() {
    return pieces.stream().mapToLong(p -> p.stream().mapToLong(Long::longValue).sum()).toArray();
  }

  List<Slice> run() {
    return GilTurns.holds(array(), interval, choice::of);
  }

  String story(List<Slice> holds) {
    return this + "\n" + TimelineFigure.text(Timeline.of(1, holds), 0) + "\n";
  }

  /** Short pieces (bytecode), long ones (native calls), and intervals that end inside of both. */
  static Arbitrary<Threads> arbitrary(int least) {
    Arbitrary<Long> piece =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.longs().between(1, 2)),
            Tuple.of(1, Arbitraries.longs().between(3, 12)));
    return Combinators.combine(
            piece.list().ofMinSize(1).ofMaxSize(10).list().ofMinSize(least).ofMaxSize(4),
            Arbitraries.longs().between(1, 6),
            Arbitraries.of(Choice.class))
        .as(Threads::new);
  }

  /** What ought to come out: one tick after the other. */
  List<Slice> byTheTick() {
    List<Slice> holds = new ArrayList<>();
    List<List<Long>> left = new ArrayList<>();
    pieces.forEach(thread -> left.add(new ArrayList<>(thread)));
    long[] began = new long[pieces.size()];
    int[] sawHold = new int[pieces.size()];
    int holder = 0;
    long from = 0;
    boolean asked = false;
    long toCheckpoint = left.get(0).remove(0);
    for (long t = 1; ; t++) {
      for (int waiter = 0; waiter < pieces.size(); waiter++) {
        boolean waits = waiter != holder && !left.get(waiter).isEmpty();
        if (waits && t - began[waiter] == interval) {
          asked |= sawHold[waiter] == holds.size();
          began[waiter] = t;
          sawHold[waiter] = holds.size();
        }
      }
      if (--toCheckpoint > 0) {
        continue;
      }
      if (asked || left.get(holder).isEmpty()) {
        holds.add(new Slice(0, holder, from, t));
        List<Integer> others = new ArrayList<>();
        for (int thread = 0; thread < pieces.size(); thread++) {
          if (thread != holder && !left.get(thread).isEmpty()) {
            others.add(thread);
          }
        }
        if (others.isEmpty()) {
          return holds;
        }
        began[holder] = t;
        sawHold[holder] = holds.size();
        holder = others.get(choice.of(others.size()));
        from = t;
        asked = false;
      }
      toCheckpoint = left.get(holder).remove(0);
    }
  }
}
