package timeslice.workbook.jvm.programs;

/** Stops halfway. */
public final class Stumbling {
  private Stumbling() {}

  public static void main(String[] args) {
    throw new IllegalStateException("this system has no valgrind");
  }

  /** No program: it has no main. */
  public static final class Helper {}
}
