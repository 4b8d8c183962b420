package timeslice.lab.contextswitch.ch2;

import static timeslice.Todo.todo;

/**
 * Exercise 2.4: a string of page references with which a first-in, first-out TLB misses more often
 * when it has one entry more.
 */
public final class BeladyWitness {
  private BeladyWitness() {}

  /** The size of the smaller TLB, from 1 to 7; the other has one entry more. */
  public static int entries() {
    return todo("2.4: how many entries the smaller TLB has");
  }

  /** The page numbers in the order of use: at least 1 and at most 40 references, none negative. */
  public static long[] pages() {
    return todo("2.4: references that miss more often with one entry more");
  }
}
