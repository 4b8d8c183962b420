package timeslice.memory;

/**
 * The size of a page, and so the place where a virtual address splits into page number and offset.
 *
 * @param bytes a power of two, from 2 to 2^30
 */
public record PageSize(int bytes) {

  /** What x86-64, AArch64 and RISC-V use unless told otherwise: 4 KiB, 12 offset bits. */
  public static final PageSize KIB_4 = new PageSize(4096);

  public PageSize {
    if (bytes < 2 || bytes > 1 << 30 || Integer.bitCount(bytes) != 1) {
      throw new IllegalArgumentException(
          "page size must be a power of two from 2 to 2^30 bytes, got " + bytes);
    }
  }

  /** How many low bits of an address say where in the page it lies. */
  public int offsetBits() {
    return Integer.numberOfTrailingZeros(bytes);
  }

  /** The number of the page that holds this address. */
  public long page(long address) {
    return address >>> offsetBits();
  }

  /** How far into its page this address lies, in bytes. */
  public int offset(long address) {
    return (int) (address & (bytes - 1));
  }

  /**
   * The physical address at this offset of a frame: translation replaces the page number and keeps
   * the offset.
   */
  public long address(int frame, int offset) {
    return ((long) frame << offsetBits()) | offset;
  }
}
