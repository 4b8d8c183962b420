package timeslice.lab.threads.ch1;

import java.util.function.IntConsumer;

/** Believes that a terminated thread can be started again. */
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

  private final int id;
  private final int steps;
  private final IntConsumer body;
  private int left;
  private State state = State.NEW;

  /**
   * A thread that is not started yet.
   *
   * @param id the thread's number
   * @param steps of its body, 1 or more
   * @param body does one step; its argument is the number of the thread that does it
   * @throws IllegalArgumentException with the bad value, if there are fewer steps than 1
   */
  public ThreadLife(int id, int steps, IntConsumer body) {
    if (steps < 1) {
      throw new IllegalArgumentException("a body has 1 step or more, got " + steps);
    }
    this.id = id;
    this.steps = steps;
    this.body = body;
    left = steps;
  }

  /** Where it is now. */
  public State state() {
    return state;
  }

  /** Whether it was started and is not terminated. */
  public boolean alive() {
    return state != State.NEW && state != State.TERMINATED;
  }

  /** NEW to READY; no step is done here. */
  public void start() {
    if (state == State.TERMINATED) {
      state = State.NEW;
      left = steps;
    }
    move("start", State.NEW, State.READY);
  }

  /**
   * An ordinary call: thread {@code caller} does the whole body. Allowed always, changes no state.
   */
  public void run(int caller) {
    for (int i = 0; i < steps; i++) {
      body.accept(caller);
    }
  }

  /** READY to RUNNING: the scheduler gives it a CPU. No step is done yet. */
  public void dispatch() {
    move("dispatch", State.READY, State.RUNNING);
  }

  /** RUNNING: does one step of its own; after the last one it is TERMINATED. */
  public void step() {
    move("step", State.RUNNING, State.RUNNING);
    body.accept(id);
    left--;
    if (left == 0) {
      state = State.TERMINATED;
    }
  }

  /** RUNNING to READY: the scheduler takes the CPU away. */
  public void preempt() {
    move("preempt", State.RUNNING, State.READY);
  }

  /** RUNNING to WAITING. */
  public void block() {
    move("block", State.RUNNING, State.WAITING);
  }

  /** WAITING to READY: what it waited for has come. */
  public void wake() {
    move("wake", State.WAITING, State.READY);
  }

  private void move(String call, State from, State to) {
    if (state != from) {
      throw new IllegalStateException(
          call + " needs a thread that is " + from + ", it is " + state);
    }
    state = to;
  }
}
