package timeslice.lab.threads.ch5;

import static timeslice.explore.program.Register.R0;

import timeslice.explore.program.ConcurrentProgram;
import timeslice.explore.program.Mutex;
import timeslice.explore.program.Variable;

/** Believes that only writing needs a lock, and reading is harmless. */
public final class CounterUnderGil {
  private CounterUnderGil() {}

  /** {@code x += 1} so many times in each thread; checkpoints only behind each write. */
  public static ConcurrentProgram nothingBetween(int threads, int increments) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    for (int i = 0; i < threads; i++) {
      program
          .thread()
          .repeat(increments, code -> code.load(R0, x).add(R0, 1).store(x, R0).checkpoint());
    }
    return program.build();
  }

  /** {@code x = f(x)}: a checkpoint between read and write too, and no lock. */
  public static ConcurrentProgram oneBetween(int threads, int increments) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    for (int i = 0; i < threads; i++) {
      program
          .thread()
          .repeat(
              increments,
              code -> code.load(R0, x).checkpoint().add(R0, 1).store(x, R0).checkpoint());
    }
    return program.build();
  }

  /** The same with a lock, so that nothing is lost. */
  public static ConcurrentProgram mended(int threads, int increments) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    Mutex lockOfX = program.mutex("lock of x");
    for (int i = 0; i < threads; i++) {
      program
          .thread()
          .repeat(
              increments,
              code ->
                  code.load(R0, x)
                      .checkpoint()
                      .lock(lockOfX)
                      .add(R0, 1)
                      .store(x, R0)
                      .unlock(lockOfX)
                      .checkpoint());
    }
    return program.build();
  }
}
