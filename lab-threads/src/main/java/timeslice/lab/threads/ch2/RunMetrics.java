package timeslice.lab.threads.ch2;

import static timeslice.Todo.todo;

import timeslice.trace.Trace;

/**
 * Exercise 2.1: what a textbook measures on a run, from its trace; all times in nanoseconds.
 *
 * <p>Four kinds of events matter, and any others may stand between them: {@code THREAD_CREATED},
 * {@code READY}, {@code RUN} and {@code STOP}. {@code trace.who(i)} is the thread. After a {@code
 * RUN} at time t with value s the CPU switches until t + s and then executes the thread until its
 * {@code STOP}; no switch is cut short here. A {@code STOP} whose {@code other} is the ordinal of
 * {@code StopReason.QUANTUM}, {@code PREEMPTED} or {@code YIELDED} leaves the thread ready; no
 * {@code READY} follows. With {@code ENDED} the thread is gone. With any other reason it waits for
 * something else than the CPU, until its next {@code READY}.
 */
public final class RunMetrics {
  private RunMetrics() {}

  /** When the last thread leaves its CPU, 0 if none ever did. */
  public static long makespan(Trace trace) {
    return todo("2.1: when the last STOP happened");
  }

  /** How long all CPUs together executed threads, up to their last STOP; switching is not work. */
  public static long busy(Trace trace) {
    return todo("2.1: the time from each first instruction to its STOP");
  }

  /** Share of the time of {@code cpus} CPUs up to the makespan that is busy; 0 if that is 0. */
  public static double utilisation(Trace trace, int cpus) {
    return todo("2.1: busy time, as a share of all there was");
  }

  /** From this thread's creation to its first instruction, -1 if it was never given a CPU. */
  public static long response(Trace trace, int thread) {
    return todo("2.1: how long it took until it ran for the first time");
  }

  /** From this thread's creation to its end, -1 if it has not ended. */
  public static long turnaround(Trace trace, int thread) {
    return todo("2.1: how long it was there");
  }

  /**
   * How long this thread was ready without having a CPU, each time up to its RUN. If it is ready at
   * the end of the trace, up to that end.
   */
  public static long waiting(Trace trace, int thread) {
    return todo("2.1: how long it stood in the queue, all times together");
  }

  /**
   * The ∫N dt of Little's law: the number of threads that are created and not ended, summed up over
   * time from 0 to {@code trace.end()}.
   */
  public static long threadTime(Trace trace) {
    return todo("2.1: threads there, times how long they were there");
  }
}
