package timeslice.lab.contextswitch.ch1;

import static timeslice.Todo.todo;

/** Your bets for chapter 1. Replace each {@code todo} by a number before you run anything. */
public final class Predictions {
  private Predictions() {}

  /** How many bytes the four-level page table takes of a process that has mapped a single page. */
  public static long tableBytesOfOnePage() {
    return todo("1.0: bytes of page tables, for one mapped page");
  }

  /**
   * How many pages are copied in all: a process has written to ten pages; it forks; the child writes
   * one byte into each of three pages; then the parent writes one byte into each of the same three.
   */
  public static int pagesCopiedAfterTheFork() {
    return todo("1.0: how many pages are copied");
  }
}
