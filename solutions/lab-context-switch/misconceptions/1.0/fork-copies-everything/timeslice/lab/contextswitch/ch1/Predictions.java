package timeslice.lab.contextswitch.ch1;

/** Believes that a fork copies the whole process. */
public final class Predictions {
  private Predictions() {}

  /** One table of 4 KiB on each of the four levels. */
  public static long tableBytesOfOnePage() {
    return 4 * 4096;
  }

  /** The child copies three; by then the parent is the last owner of its own three. */
  public static int pagesCopiedAfterTheFork() {
    return 10;
  }
}
