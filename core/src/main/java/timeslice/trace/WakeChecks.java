package timeslice.trace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Causes of wake-ups: nobody who waits goes on without a reason, and nobody goes on at a time that
 * is not the one it waited for.
 */
public final class WakeChecks {
  private static final ReadyCause[] CAUSES = ReadyCause.values();
  private static final StopReason[] REASONS = StopReason.values();

  private final Trace trace;
  private final TraceReplay before;

  /** By thread: the event that gave it a CPU last, and the one that took it off. */
  private final IntColumn ran = new IntColumn(-1);

  private final IntColumn stopped = new IntColumn(-1);

  /** By number of the object: the last event that could let a waiting task go on. */
  private final IntColumn lockFreed = new IntColumn(-1);

  private final IntColumn notified = new IntColumn(-1);
  private final IntColumn permitReturned = new IntColumn(-1);
  private final IntColumn pipeUsed = new IntColumn(-1);
  private final IntColumn gilDropped = new IntColumn(-1);

  private WakeChecks(Trace trace) {
    this.trace = trace;
    before = new TraceReplay(trace);
  }

  /**
   * A thread that is ready because of TIMER is so exactly when the wait for time that it began was
   * to be over. A thread that is WOKEN has waited; who woke it is on a CPU; and if its task waited
   * for a lock, a condition, a semaphore, a pipe or a GIL, then something that can end such a wait
   * has happened since it ran last.
   */
  public static Optional<String> causes(Trace trace) {
    return new WakeChecks(trace).first();
  }

  private Optional<String> first() {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.READY) {
        String offence = ready(i, trace.who(i));
        if (offence != null) {
          return Optional.of(trace.event(i) + "; " + offence);
        }
      }
      remember(i);
      before.step();
    }
    return Optional.empty();
  }

  private void remember(int i) {
    switch (trace.kind(i)) {
      case RUN -> ran.set(trace.who(i), i);
      case STOP -> stopped.set(trace.who(i), i);
      case RELEASED -> lockFreed.set(trace.other(i), i);
      case NOTIFIED -> notified.set(trace.other(i), i);
      case PERMIT_RETURNED -> permitReturned.set(trace.other(i), i);
      case SENT, RECEIVED -> pipeUsed.set(trace.other(i), i);
      case GIL_DROPPED -> gilDropped.set(trace.other(i), i);
      default -> {
        // lets nobody go on
      }
    }
  }

  private @Nullable String ready(int i, int thread) {
    ReadyCause cause = CAUSES[trace.other(i)];
    if (cause == ReadyCause.CREATED) {
      return null;
    }
    int stop = stopped.get(thread);
    if (stop < 0 || before.thread(thread) != Phase.WAITING) {
      return "it did not wait";
    }
    StopReason reason = REASONS[trace.other(stop)];
    if (cause == ReadyCause.TIMER) {
      return timer(i, reason, trace.value(stop));
    }
    int waker = (int) trace.value(i);
    if (waker >= 0 && before.cpuOf(waker) < 0) {
      return "thread " + waker + " is on no CPU";
    }
    return woken(thread, reason, (int) trace.value(stop));
  }

  private @Nullable String timer(int i, StopReason reason, long due) {
    boolean forTime = reason == StopReason.IO || reason == StopReason.SLEEP;
    boolean onTime = !forTime || due == 0 || due == trace.time(i);
    return onTime ? null : "it was to wait until " + due;
  }

  private @Nullable String woken(int thread, StopReason reason, int object) {
    @Nullable IntColumn cause =
        switch (reason) {
          case LOCK -> lockFreed;
          case CONDITION -> notified;
          case SEMAPHORE -> permitReturned;
          case PIPE -> pipeUsed;
          case GIL -> gilDropped;
          default -> null;
        };
    // A thread without a task waits for its runtime's own objects, of which the trace says nothing.
    if (cause == null || before.carriedBy(thread) < 0) {
      return null;
    }
    return cause.get(object) > ran.get(thread)
        ? null
        : "nothing has ended its wait for " + reason + " " + object;
  }
}
