package timeslice.lab.contextswitch.ch1;

/** Believes that addresses are amounts, so that the highest ones have negative page numbers. */
public final class AddressSplit {
  private static final int LARGEST = 1 << 30;

  private final int offsetBits;
  private final int mask;

  /** Splits addresses for pages of this size, a power of two from 2 to 2^30. */
  public AddressSplit(int pageSize) {
    if (pageSize < 2 || pageSize > LARGEST || (pageSize & (pageSize - 1)) != 0) {
      throw new IllegalArgumentException(
          "page size must be a power of two from 2 to 2^30, got " + pageSize);
    }
    offsetBits = Integer.numberOfTrailingZeros(pageSize);
    mask = pageSize - 1;
  }

  /** The number of the page that holds this address. */
  public long page(long address) {
    return address >> offsetBits;
  }

  /** How many bytes lie between the start of its page and this address. */
  public int offset(long address) {
    return (int) (address & mask);
  }

  /** Translation replaces the page number and keeps the offset. */
  public long physical(int frame, long address) {
    return ((long) frame << offsetBits) | offset(address);
  }

  /**
   * The lowest bit in which the two addresses differ must belong to the page number: it is the size
   * itself.
   */
  public static int largestPageSize(long virtual, long physical) {
    long lowestDifference = Long.lowestOneBit(virtual ^ physical);
    // equal addresses differ nowhere; and bit 63, alone, is a negative number
    boolean beyond = lowestDifference <= 0 || lowestDifference > LARGEST;
    return beyond ? LARGEST : (int) lowestDifference;
  }
}
