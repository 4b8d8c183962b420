package timeslice.lab.contextswitch.ch2;

/** The string of Belady, Nelson and Shedler (1969): 9 misses with three entries, 10 with four. */
public final class BeladyWitness {
  private BeladyWitness() {}

  /** The smaller of the two TLBs. */
  public static int entries() {
    return 3;
  }

  /**
   * After seven references the small TLB holds 1, 2 and 5, so the next two hit; the large one has
   * just forgotten page 1 for page 5, and from there on forgets each page right before its use.
   */
  public static long[] pages() {
    return new long[] {1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5};
  }
}
