package timeslice.lab.threads.ch5;

import java.util.ArrayList;
import java.util.List;
import timeslice.trace.Slice;

/** Believes that every release hands the lock to the other thread, however short the I/O. */
public final class Convoy {
  private Convoy() {}

  /**
   * Who holds the GIL when, until the last request is answered. Thread 0 takes the lock at time 0
   * and holds it for {@code cpu} for each request; between two requests it drops the lock for an
   * I/O that takes {@code io}. Thread 1 computes without end, with checkpoints everywhere, and
   * waits for the lock from time 0 on.
   *
   * @param requests how many requests, 1 or more
   * @param cpu how long thread 0 holds the lock for one, more than {@code wakeUp} and less than
   *     {@code interval}
   * @param io how long an I/O takes, 1 or more
   * @param wakeUp how long a thread that is woken needs until it can take the lock, 0 or more
   * @param interval how long a waiter waits before it asks
   * @return a slice on CPU 0 for each time that a thread holds the lock, in order
   */
  public static List<Slice> holds(int requests, long cpu, long io, long wakeUp, long interval) {
    List<Slice> holds = new ArrayList<>();
    long now = 0;
    for (int request = 1; ; request++) {
      holds.add(new Slice(0, 0, now, now + cpu));
      long dropped = now + cpu;
      if (request == requests) {
        return holds;
      }
      long back = dropped + io;
      if (false) {
        now = back;
      } else {
        long asked = back + interval;
        holds.add(new Slice(0, 1, dropped + Math.min(wakeUp, io), asked));
        now = asked + wakeUp;
      }
    }
  }
}
