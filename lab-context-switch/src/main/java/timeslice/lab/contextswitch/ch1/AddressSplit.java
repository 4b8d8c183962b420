package timeslice.lab.contextswitch.ch1;

import static timeslice.Todo.todo;

/** Exercise 1.1: where an address splits into page number and offset, and what translation keeps. */
public final class AddressSplit {

  /**
   * Splits addresses for pages of this size.
   *
   * @param pageSize in bytes, a power of two from 2 to 2^30
   * @throws IllegalArgumentException for any other size; the message contains it
   */
  public AddressSplit(int pageSize) {
    todo("1.1: refuse what is no page size, remember the rest");
  }

  /** The number of the page that holds this address; any long, read as 64 bits without a sign. */
  public long page(long address) {
    return todo("1.1: the page number of the address");
  }

  /** How many bytes lie between the start of its page and this address: 0 to page size - 1. */
  public int offset(long address) {
    return todo("1.1: the offset of the address in its page");
  }

  /**
   * The physical address that belongs to a virtual one whose page lies in this frame.
   *
   * @param frame 0 or more
   */
  public long physical(int frame, long address) {
    return todo("1.1: the physical address");
  }

  /**
   * The largest page size with which this virtual address can translate to this physical address: a
   * power of two, at most 2^30; 1 if not even pages of 2 bytes allow it.
   */
  public static int largestPageSize(long virtual, long physical) {
    return todo("1.1: the largest page size that lets virtual become physical");
  }
}
