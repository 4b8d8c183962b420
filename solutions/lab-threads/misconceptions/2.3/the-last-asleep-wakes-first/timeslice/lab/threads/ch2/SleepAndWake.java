package timeslice.lab.threads.ch2;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/** Believes that the order among sleepers does not matter. */
public final class SleepAndWake {
  private static final int IDLE = -1;

  /** What a thread is doing. */
  public enum State {
    READY,
    RUNNING,
    BLOCKED,
    ENDED
  }

  private final int[] running;
  private final List<State> states = new ArrayList<>();
  private final Queue<Integer> ready = new ArrayDeque<>();
  private final Map<Integer, List<Integer>> asleep = new HashMap<>();

  /** A kernel without threads. */
  public SleepAndWake(int cpus) {
    running = new int[cpus];
    Arrays.fill(running, IDLE);
  }

  /** A new thread is ready. */
  public int start() {
    int thread = states.size();
    states.add(State.READY);
    makeReady(thread);
    dispatch();
    return thread;
  }

  /** The turn of this CPU's thread is over. */
  public void timeSliceOver(int cpu) {
    makeReady(takeOff(cpu));
    dispatch();
  }

  /** The thread of this CPU falls asleep on a channel. */
  public void sleep(int cpu, int channel) {
    int thread = takeOff(cpu);
    states.set(thread, State.BLOCKED);
    asleep.computeIfAbsent(channel, c -> new ArrayList<>()).add(0, thread);
    dispatch();
  }

  /** Wakes all threads that sleep on this channel. */
  public int wake(int channel) {
    List<Integer> woken = asleep.remove(channel);
    if (woken == null) {
      return 0;
    }
    for (int thread : woken) {
      makeReady(thread);
    }
    dispatch();
    return woken.size();
  }

  /** The thread of this CPU ends. */
  public void exit(int cpu) {
    states.set(takeOff(cpu), State.ENDED);
    dispatch();
  }

  /** The thread that this CPU runs. */
  public int running(int cpu) {
    return running[cpu];
  }

  /** What this thread is doing. */
  public State state(int thread) {
    return states.get(thread);
  }

  private int takeOff(int cpu) {
    int thread = running[cpu];
    if (thread == IDLE) {
      throw new IllegalStateException("CPU " + cpu + " is idle: it runs no thread");
    }
    running[cpu] = IDLE;
    return thread;
  }

  private void makeReady(int thread) {
    states.set(thread, State.READY);
    ready.add(thread);
  }

  private void dispatch() {
    for (int cpu = 0; cpu < running.length && !ready.isEmpty(); cpu++) {
      if (running[cpu] == IDLE) {
        running[cpu] = ready.remove();
        states.set(running[cpu], State.RUNNING);
      }
    }
  }
}
