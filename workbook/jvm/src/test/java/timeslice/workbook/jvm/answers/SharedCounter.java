package timeslice.workbook.jvm.answers;

import timeslice.workbook.jvm.explore.SharedInt;

/** Shares what the explorer sees, and loses updates. */
public final class SharedCounter {
  private final SharedInt n = new SharedInt("n");

  public void increment() {
    n.set(n.get() + 1);
  }

  public int value() {
    return n.get();
  }
}
