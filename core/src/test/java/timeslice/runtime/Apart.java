package timeslice.runtime;

import java.util.List;
import timeslice.program.Operation;
import timeslice.program.Program;

/** The same programs with other locks, pipes, futures …: by four, all numbers are higher. */
final class Apart {
  private static final int BY = 4;

  private Apart() {}

  /** Whether tasks have the same numbers in any company: none starts or names another. */
  static boolean areNumberedAlike(List<Program> programs) {
    return programs.stream()
        .flatMap(program -> program.operations().stream())
        .noneMatch(
            operation ->
                operation instanceof Operation.Spawn
                    || operation instanceof Operation.Unpark unpark
                        && unpark.task() >= programs.size());
  }

  static Program from(Program program, int tasks) {
    return new Program(program.operations().stream().map(one -> from(one, tasks)).toList());
  }

  private static Operation from(Operation operation, int tasks) {
    return switch (operation) {
      case Operation.Lock lock -> new Operation.Lock(lock.lock() + BY);
      case Operation.Unlock lock -> new Operation.Unlock(lock.lock() + BY);
      case Operation.Wait wait -> new Operation.Wait(wait.condition() + BY, wait.lock() + BY);
      case Operation.Notify one -> new Operation.Notify(one.condition() + BY);
      case Operation.NotifyAll all -> new Operation.NotifyAll(all.condition() + BY);
      case Operation.Acquire acquire -> new Operation.Acquire(acquire.semaphore() + BY);
      case Operation.Release release -> new Operation.Release(release.semaphore() + BY);
      case Operation.Await await -> new Operation.Await(await.future() + BY);
      case Operation.Complete complete -> new Operation.Complete(complete.future() + BY);
      case Operation.Unpark unpark -> new Operation.Unpark(unpark.task() + tasks);
      case Operation.Send send -> new Operation.Send(send.pipe() + BY, send.bytes());
      case Operation.Receive receive -> new Operation.Receive(receive.pipe() + BY);
      case Operation.Allocate make -> new Operation.Allocate(make.object() + BY);
      case Operation.Incref take -> new Operation.Incref(take.object() + BY);
      case Operation.Decref drop -> new Operation.Decref(drop.object() + BY);
      default -> operation;
    };
  }

  /** The end of such programs: a line of {@link Ends} with the numbers as they would be alone. */
  static String from(String line, int tasks) {
    StringBuilder text = new StringBuilder();
    for (String end : line.split("; ")) {
      String[] parts = end.split("[: ]+");
      text.append(Integer.parseInt(parts[0]) + tasks).append(": ").append(parts[1]);
      if (parts.length > 2) {
        int object = Integer.parseInt(parts[2]);
        text.append(' ').append(object < 0 ? object : object + BY);
      }
      text.append("; ");
    }
    return text.toString();
  }
}
