package timeslice.lab.threads.ch5;

import static timeslice.Todo.todo;

import timeslice.explore.program.ConcurrentProgram;

/** Exercise 5.4: three counters, to be run under a GIL. */
public final class CounterUnderGil {
  private CounterUnderGil() {}

  /** {@code x += 1} so many times in each thread; checkpoints only behind each write. */
  public static ConcurrentProgram nothingBetween(int threads, int increments) {
    return todo("5.4: x += 1, with a checkpoint behind each write only");
  }

  /** {@code x = f(x)}: a checkpoint between read and write too, and no lock. */
  public static ConcurrentProgram oneBetween(int threads, int increments) {
    return todo("5.4: the same, with a checkpoint between read and write too");
  }

  /** The same with a lock, so that nothing is lost. */
  public static ConcurrentProgram mended(int threads, int increments) {
    return todo("5.4: the same again, with a lock");
  }
}
