package timeslice.lab.threads.ch2;

import static timeslice.Todo.todo;

import java.util.List;
import timeslice.trace.Slice;

/** Exercise 2.4: whom EEVDF runs, on one CPU, among threads that never wait. */
public final class VirtualDeadlines {
  private VirtualDeadlines() {}

  /**
   * Who has which turn. Thread i has weight w = {@code weights[i]} and asks for slices of {@code
   * slices[i]}; s is what it has run so far, and all start at 0. Its virtual time is v = s / w; all
   * together are at V = Σs / Σw. It is <em>eligible</em> if v ≤ V. Its deadline is (s + slice) / w.
   * Each turn goes to the eligible thread with the earliest deadline, of several to the one with
   * the lowest number, and lasts one slice of that thread.
   *
   * @param weights 1 to 1000 each; at least one thread
   * @param slices 1 to 1,000,000 each, as many as weights
   * @param turns how many turns, 0 or more; no sum of turns is above 10^12
   * @return one slice on CPU 0 for each turn, one after the other from 0 on, without gaps
   */
  public static List<Slice> schedule(int[] weights, long[] slices, int turns) {
    return todo("2.4: in each turn the eligible thread with the earliest deadline");
  }
}
