package timeslice.workbook.jvm.answers;

/** Shares a field that the explorer cannot see. */
public final class PlainCounter {
  private int n;

  public void increment() {
    n++;
  }

  public int value() {
    return n;
  }
}
