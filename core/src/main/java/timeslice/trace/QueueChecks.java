package timeslice.trace;

import java.util.ArrayDeque;
import java.util.Optional;

/** Rules that some scheduling policies promise to keep, and others not. */
public final class QueueChecks {
  private QueueChecks() {}

  /**
   * Work is conserved: no time passes in which a CPU idles while a thread is ready. Promised by
   * policies with one queue for all CPUs; a CPU that is being switched is not idle.
   *
   * @param cpus how many hardware threads the machine had
   */
  public static Optional<String> workIsConserved(Trace trace, int cpus) {
    TraceReplay before = new TraceReplay(trace);
    for (int i = 0; i < trace.size(); i++) {
      boolean timePasses = i > 0 && trace.time(i) > trace.time(i - 1);
      if (timePasses && before.readyThreads() > 0 && before.busyCpus() < cpus) {
        return Optional.of(
            "from "
                + trace.time(i - 1)
                + " to "
                + trace.time(i)
                + " thread "
                + firstReady(before)
                + " is ready while CPU "
                + firstIdle(before)
                + " is idle");
      }
      before.step();
    }
    return Optional.empty();
  }

  private static int firstReady(TraceReplay replay) {
    int thread = 0;
    while (replay.thread(thread) != Phase.READY) {
      thread++;
    }
    return thread;
  }

  private static int firstIdle(TraceReplay replay) {
    int cpu = 0;
    while (replay.runningOn(cpu) >= 0) {
      cpu++;
    }
    return cpu;
  }

  /** Threads run in the order in which they became ready: first in, first out. */
  public static Optional<String> firstInFirstOut(Trace trace) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    StopReason[] reasons = StopReason.values();
    for (int i = 0; i < trace.size(); i++) {
      int thread = trace.who(i);
      switch (trace.kind(i)) {
        case READY -> queue.add(thread);
        case STOP -> {
          if (staysReady(reasons[trace.other(i)])) {
            queue.add(thread);
          }
        }
        case RUN -> {
          Integer first = queue.poll();
          if (first == null || first != thread) {
            return Optional.of(
                trace.event(i)
                    + (first == null ? "; nobody is ready" : "; thread " + first + " came first"));
          }
        }
        default -> {
          // moves no thread
        }
      }
    }
    return Optional.empty();
  }

  private static boolean staysReady(StopReason reason) {
    return switch (reason) {
      case QUANTUM, PREEMPTED, YIELDED -> true;
      default -> false;
    };
  }
}
