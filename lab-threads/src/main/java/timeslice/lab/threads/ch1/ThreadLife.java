package timeslice.lab.threads.ch1;

import static timeslice.Todo.todo;

import java.util.function.IntConsumer;

/** Exercise 1.1: the life of one thread as a state machine, as its kernel sees it. */
public final class ThreadLife {

  /** Where a thread is in its life. */
  public enum State {
    /** The object exists; the kernel knows of no thread. */
    NEW,
    /** Wants a CPU. */
    READY,
    /** Has a CPU. */
    RUNNING,
    /** Waits for something that is no CPU. */
    WAITING,
    /** Has done its last step; for good. */
    TERMINATED
  }

  /**
   * A thread that is not started yet.
   *
   * @param id the thread's number
   * @param steps of its body, 1 or more
   * @param body does one step; its argument is the number of the thread that does it
   * @throws IllegalArgumentException with the bad value, if there are fewer steps than 1
   */
  public ThreadLife(int id, int steps, IntConsumer body) {
    todo("1.1: keep the number, the steps and the body");
  }

  /** Where it is now. */
  public State state() {
    return todo("1.1: the state");
  }

  /** Whether it was started and is not terminated. */
  public boolean alive() {
    return todo("1.1: started and not terminated");
  }

  /** NEW to READY; no step is done here. */
  public void start() {
    todo("1.1: NEW to READY, or refuse");
  }

  /** An ordinary call: thread {@code caller} does the whole body. Allowed always, changes no state. */
  public void run(int caller) {
    todo("1.1: the caller does the whole body");
  }

  /** READY to RUNNING: the scheduler gives it a CPU. No step is done yet. */
  public void dispatch() {
    todo("1.1: READY to RUNNING, or refuse");
  }

  /** RUNNING: does one step of its own; after the last one it is TERMINATED. */
  public void step() {
    todo("1.1: one step, if RUNNING");
  }

  /** RUNNING to READY: the scheduler takes the CPU away. */
  public void preempt() {
    todo("1.1: RUNNING to READY, or refuse");
  }

  /** RUNNING to WAITING. */
  public void block() {
    todo("1.1: RUNNING to WAITING, or refuse");
  }

  /** WAITING to READY: what it waited for has come. */
  public void wake() {
    todo("1.1: WAITING to READY, or refuse");
  }
}
