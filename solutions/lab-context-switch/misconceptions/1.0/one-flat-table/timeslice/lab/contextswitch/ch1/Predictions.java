package timeslice.lab.contextswitch.ch1;

/** Believes that a page table is one table with an entry for every page. */
public final class Predictions {
  private Predictions() {}

  /** One table of 4 KiB on each of the four levels. */
  public static long tableBytesOfOnePage() {
    return (1L << 36) * 8;
  }

  /** The child copies three; by then the parent is the last owner of its own three. */
  public static int pagesCopiedAfterTheFork() {
    return 3;
  }
}
