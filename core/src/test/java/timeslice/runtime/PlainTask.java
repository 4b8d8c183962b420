package timeslice.runtime;

import org.jspecify.annotations.Nullable;
import timeslice.program.Operation;
import timeslice.program.Program;

/** A task of a {@link PlainState}: where it is, and how it stands. Equal names, equal programs. */
record PlainTask(String name, Program program, int place, int parent, Status status, String error) {
  enum Status {
    RUNS,
    WAITS_FOR_NOTIFICATION,
    NOTIFIED,
    WAITS_TO_SEND,
    ENDED
  }

  static PlainTask child(String name, Program program, int parent) {
    return new PlainTask(name, program, 0, parent, Status.RUNS, "");
  }

  PlainTask at(int next, Status now) {
    return new PlainTask(name, program, next, parent, now, error);
  }

  PlainTask failed(String why) {
    return new PlainTask(name, program, place, parent, Status.ENDED, why);
  }

  @Nullable Operation operation() {
    return place < program.operations().size() ? program.operations().get(place) : null;
  }

  /** What it waits for, if it cannot go on. */
  String waitsFor() {
    return switch (operation()) {
      case Operation.Lock lock -> "LOCK " + lock.lock();
      case Operation.Wait wait ->
          status == Status.NOTIFIED ? "LOCK " + wait.lock() : "CONDITION " + wait.condition();
      case Operation.Acquire acquire -> "SEMAPHORE " + acquire.semaphore();
      case Operation.Await await -> "FUTURE " + await.future();
      case Operation.Join _ -> "JOIN -1";
      case Operation.Park _ -> "PARK -1";
      case Operation.Send send -> "PIPE " + send.pipe();
      case Operation.Receive receive -> "PIPE " + receive.pipe();
      case null, default -> "cannot wait";
    };
  }
}
