package timeslice.lab.threads.ch5;

import static timeslice.Todo.todo;

import java.util.List;
import java.util.function.IntUnaryOperator;
import timeslice.trace.Slice;

/** Exercise 5.2: who holds the GIL when, if threads compute and never wait for anything else. */
public final class GilTurns {
  private GilTurns() {}

  /**
   * Who holds the GIL when. All threads want it from time 0 on, and thread 0 takes it first.
   *
   * @param pieces the program of each thread, one thread or more: lengths of code, each 1 or more
   *     and at least one; a checkpoint stands behind each piece and nowhere else; not changed
   * @param interval how long a waiter waits before it may ask, 1 or more
   * @param choice which waiter gets the lock: from the number of waiters, 1 or more, to a place
   *     among them, 0 being the one with the smallest number
   * @return a slice on CPU 0 for each time that a thread holds the lock, in order
   */
  public static List<Slice> holds(long[][] pieces, long interval, IntUnaryOperator choice) {
    return todo("5.2: run the pieces, let waiters ask, and hand the lock over at checkpoints");
  }
}
