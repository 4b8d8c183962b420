package timeslice.memory;

import java.util.Objects;

/**
 * What a page table says about one page: the frame that holds it and what may be done with it.
 *
 * @param frame number of the physical frame, 0 or more
 */
public record PageTableEntry(int frame, Protection protection) {
  public PageTableEntry {
    if (frame < 0) {
      throw new IllegalArgumentException("frame number must be 0 or more, got " + frame);
    }
    Objects.requireNonNull(protection, "protection");
  }

  /** An entry that may be read and written. */
  public static PageTableEntry of(int frame) {
    return new PageTableEntry(frame, Protection.READ_WRITE);
  }
}
