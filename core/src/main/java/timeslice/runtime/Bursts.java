package timeslice.runtime;

import org.jspecify.annotations.Nullable;
import timeslice.program.Nanos;
import timeslice.program.Operation;

/**
 * How long tasks will compute: what policies such as the shortest job first assume to be known. A
 * program has no branches and a draw depends on the place alone, so one can read on.
 */
final class Bursts {
  private final TaskTable tasks;
  private final @Nullable Operation[] code;
  private final long seed;

  Bursts(TaskTable tasks, @Nullable Operation[] code, long seed) {
    this.tasks = tasks;
    this.code = code;
    this.seed = seed;
  }

  /**
   * What the task will compute from its place on, up to the first operation in which it may wait;
   * what touches memory or objects is not counted, because its time is not known before.
   */
  long ahead(int task) {
    long total = 0;
    for (int place = tasks.place[task]; !mayWait(code[place]); place++) {
      if (code[place] instanceof Operation.Compute compute) {
        total += Nanos.draw(seed, task, place, compute.time().min(), compute.time().max());
      }
    }
    return total;
  }

  private static boolean mayWait(@Nullable Operation operation) {
    return switch (operation) {
      case null -> true; // the end
      case Operation.Io _, Operation.Sleep _, Operation.Yield _ -> true;
      case Operation.Lock _, Operation.EnterMonitor _, Operation.Wait _, Operation.Acquire _ ->
          true;
      case Operation.Await _, Operation.Join _, Operation.Park _ -> true;
      case Operation.Send _, Operation.Receive _ -> true;
      case Operation.Compute _, Operation.Touch _, Operation.Unmap _ -> false;
      case Operation.Unlock _, Operation.ExitMonitor _, Operation.Release _, Operation.Complete _ ->
          false;
      case Operation.Notify _, Operation.NotifyAll _ -> false;
      case Operation.Spawn _, Operation.Unpark _ -> false;
      case Operation.EnterNative _, Operation.ExitNative _ -> false;
      case Operation.Allocate _, Operation.Incref _, Operation.Decref _ -> false;
    };
  }
}
