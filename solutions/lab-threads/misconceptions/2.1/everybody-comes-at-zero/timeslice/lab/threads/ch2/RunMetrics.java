package timeslice.lab.threads.ch2;

import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/** Believes that times are counted from the start of the run. */
public final class RunMetrics {
  private RunMetrics() {}

  /** When the last thread leaves its CPU, 0 if none ever did. */
  public static long makespan(Trace trace) {
    long last = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.STOP) {
        last = trace.time(i);
      }
    }
    return last;
  }

  /** A turn is worth its STOP less its first instruction, so add the one and take off the other. */
  public static long busy(Trace trace) {
    long busy = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.STOP) {
        busy += trace.time(i) - firstInstruction(trace, lastRun(trace, trace.who(i), i));
      }
    }
    return busy;
  }

  /** Share of the time of all CPUs up to the makespan that is busy. */
  public static double utilisation(Trace trace, int cpus) {
    long all = cpus * makespan(trace);
    return all == 0 ? 0 : (double) busy(trace) / all;
  }

  /** From this thread's creation to its first instruction. */
  public static long response(Trace trace, int thread) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.RUN && trace.who(i) == thread) {
        return firstInstruction(trace, i);
      }
    }
    return -1;
  }

  /** From this thread's creation to its end. */
  public static long turnaround(Trace trace, int thread) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.who(i) == thread && isEnd(trace, i)) {
        return trace.time(i);
      }
    }
    return -1;
  }

  /** How long this thread was ready without having a CPU. */
  public static long waiting(Trace trace, int thread) {
    long waiting = 0;
    long since = -1; // not ready
    for (int i = 0; i < trace.size(); i++) {
      if (trace.who(i) != thread) {
        continue;
      }
      switch (trace.kind(i)) {
        case READY -> since = trace.time(i);
        case STOP -> since = staysReady(trace.other(i)) ? trace.time(i) : -1;
        case RUN -> {
          waiting += trace.time(i) - since;
          since = -1;
        }
        default -> {
          // moves no thread
        }
      }
    }
    return since < 0 ? waiting : waiting + trace.end() - since;
  }

  /** The area under the number of threads: from event to event it does not change. */
  public static long threadTime(Trace trace) {
    long area = 0;
    long before = 0;
    int there = 0;
    for (int i = 0; i < trace.size(); i++) {
      area += there * (trace.time(i) - before);
      before = trace.time(i);
      if (trace.kind(i) == Kind.THREAD_CREATED) {
        there++;
      } else if (isEnd(trace, i)) {
        there--;
      }
    }
    return area;
  }

  private static boolean isEnd(Trace trace, int i) {
    return trace.kind(i) == Kind.STOP && trace.other(i) == StopReason.ENDED.ordinal();
  }

  private static boolean staysReady(int reason) {
    return switch (StopReason.values()[reason]) {
      case QUANTUM, PREEMPTED, YIELDED -> true;
      default -> false;
    };
  }

  private static long created(Trace trace, int thread) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.THREAD_CREATED && trace.who(i) == thread) {
        return trace.time(i);
      }
    }
    throw new IllegalArgumentException("there is no thread " + thread);
  }

  private static int lastRun(Trace trace, int thread, int before) {
    int i = before;
    while (trace.kind(i) != Kind.RUN || trace.who(i) != thread) {
      i--;
    }
    return i;
  }

  private static long firstInstruction(Trace trace, int run) {
    return trace.time(run) + trace.value(run);
  }
}
