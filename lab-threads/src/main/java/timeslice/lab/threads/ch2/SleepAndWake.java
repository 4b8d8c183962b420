package timeslice.lab.threads.ch2;

import static timeslice.Todo.todo;

/**
 * Exercise 2.3: the part of a kernel that puts threads to sleep and wakes them. A thread sleeps on
 * a <em>channel</em>, a number that stands for what it waits for (xv6 uses an address).
 *
 * <p>Ready threads stand in one first-in-first-out queue. When a method returns, no CPU is idle
 * while a thread is ready: an idle CPU takes the head of the queue, and of several idle CPUs the
 * one with the lowest number takes first. Nobody else is ever moved.
 */
public final class SleepAndWake {

  /** What a thread is doing. */
  public enum State {
    READY,
    RUNNING,
    BLOCKED,
    ENDED
  }

  /** A kernel without threads. {@code cpus} is 1 or more; all CPUs are idle. */
  public SleepAndWake(int cpus) {
    todo("2.3: all CPUs idle, nobody ready, nobody asleep");
  }

  /** A new thread is ready. Returns its number: 0, 1, 2 … */
  public int start() {
    return todo("2.3: the next number; the thread is ready, and an idle CPU takes it");
  }

  /**
   * The turn of this CPU's thread is over: it goes to the end of the queue, and the CPU takes the
   * head (the same thread, if it is alone).
   *
   * @throws IllegalStateException with the CPU's number in its message, if the CPU is idle
   */
  public void timeSliceOver(int cpu) {
    todo("2.3: to the end of the queue; the CPU takes the head");
  }

  /**
   * The thread of this CPU falls asleep on a channel, and the CPU takes the head of the queue.
   *
   * @throws IllegalStateException with the CPU's number in its message, if the CPU is idle
   */
  public void sleep(int cpu, int channel) {
    todo("2.3: the thread is blocked on this channel; the CPU takes the head");
  }

  /**
   * Wakes all threads that sleep on this channel: they become ready in the order in which they fell
   * asleep. If nobody sleeps there, nothing happens, and nothing is remembered.
   *
   * @return how many were woken
   */
  public int wake(int channel) {
    return todo("2.3: all who sleep on this channel are ready; idle CPUs take the head");
  }

  /**
   * The thread of this CPU ends, and the CPU takes the head of the queue.
   *
   * @throws IllegalStateException with the CPU's number in its message, if the CPU is idle
   */
  public void exit(int cpu) {
    todo("2.3: the thread is gone for ever; the CPU takes the head");
  }

  /** The thread that this CPU runs, -1 if it is idle. */
  public int running(int cpu) {
    return todo("2.3: the thread on this CPU");
  }

  /** What this thread is doing; it has been started. */
  public State state(int thread) {
    return todo("2.3: ready, running, blocked or ended");
  }
}
