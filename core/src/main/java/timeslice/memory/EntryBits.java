package timeslice.memory;

/**
 * A page table entry as a processor stores it: one 64-bit word. The bit positions are those of
 * x86-64 (Intel SDM, volume 3, chapter "Paging"), so that a frame number, shifted into place, is
 * already the frame's physical address.
 */
final class EntryBits {
  /** The word of a page that has no entry. */
  static final long ABSENT = 0;

  static final long PRESENT = 1;
  static final long WRITABLE = 1 << 1;
  static final long ACCESSED = 1 << 5;
  static final long DIRTY = 1 << 6;
  static final long GLOBAL = 1 << 8;

  private static final int FRAME_SHIFT = 12;
  private static final long FLAGS = (1 << FRAME_SHIFT) - 1;

  private EntryBits() {}

  static long pack(PageTableEntry entry) {
    long writable = entry.protection() == Protection.READ_WRITE ? WRITABLE : 0;
    return pointer(entry.frame()) | writable;
  }

  static PageTableEntry unpack(long bits) {
    Protection protection = (bits & WRITABLE) != 0 ? Protection.READ_WRITE : Protection.READ_ONLY;
    return new PageTableEntry(frame(bits), protection);
  }

  /** A present word that names a frame, or the next lower table, and allows nothing more. */
  static long pointer(int number) {
    return (long) number << FRAME_SHIFT | PRESENT;
  }

  static int frame(long bits) {
    return (int) (bits >>> FRAME_SHIFT);
  }

  /** The physical address at this offset of the entry's frame. */
  static long physical(long bits, long address) {
    return (bits & ~FLAGS) | (address & FLAGS);
  }
}
