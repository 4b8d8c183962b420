package timeslice.memory;

import java.util.Arrays;

/**
 * Physical memory: frames of one page size, numbered from 0, handed out and taken back.
 *
 * <p>A frame reads as zero when it is handed out. The bytes of a frame are kept only once somebody
 * writes to it, so that a model may have more memory than the machine it runs on.
 */
public final class PhysicalMemory {
  private final PageSize pageSize;
  private final boolean[] allocated;

  /** Contents by frame; a frame that was never written has none. */
  private final byte[][] contents;

  private static final byte[] ZEROES = {};

  /**
   * Frames given back, the last one first; below them, frames never used begin at {@code fresh}.
   */
  private int[] returned = new int[8];

  private int returns;
  private int fresh;
  private int inUse;
  private long copies;

  /**
   * Memory with frames of 4 KiB.
   *
   * @param frames how many, 1 or more
   */
  public PhysicalMemory(int frames) {
    this(frames, PageSize.KIB_4);
  }

  /** Memory with frames of any page size. */
  public PhysicalMemory(int frames, PageSize pageSize) {
    if (frames < 1) {
      throw new IllegalArgumentException("memory needs 1 frame or more, got " + frames);
    }
    this.pageSize = pageSize;
    this.allocated = new boolean[frames];
    this.contents = new byte[frames][];
    Arrays.fill(contents, ZEROES);
  }

  /**
   * Hands out a free frame, all zero.
   *
   * @throws IllegalStateException if every frame is in use
   */
  public int allocate() {
    if (inUse == frames()) {
      throw new IllegalStateException("out of memory: all " + frames() + " frames are in use");
    }
    int frame = returns > 0 ? returned[--returns] : fresh++;
    allocated[frame] = true;
    inUse++;
    return frame;
  }

  /** Takes a frame back; what it held is lost. */
  public void free(int frame) {
    check(frame);
    if (returns == returned.length) {
      returned = Arrays.copyOf(returned, 2 * returns);
    }
    returned[returns++] = frame;
    allocated[frame] = false;
    contents[frame] = ZEROES;
    inUse--;
  }

  /** Copies all bytes of one frame into another. */
  public void copy(int from, int to) {
    check(from);
    check(to);
    copies++;
    if (from != to) {
      contents[to] = contents[from] == ZEROES ? ZEROES : contents[from].clone();
    }
  }

  /** The byte at this offset of a frame. */
  public byte read(int frame, int offset) {
    check(frame);
    checkOffset(offset);
    return contents[frame] == ZEROES ? 0 : contents[frame][offset];
  }

  /** Writes one byte at this offset of a frame. */
  public void write(int frame, int offset, byte value) {
    check(frame);
    checkOffset(offset);
    if (contents[frame] == ZEROES) {
      contents[frame] = new byte[pageSize.bytes()];
    }
    contents[frame][offset] = value;
  }

  /** How many frames there are. */
  public int frames() {
    return allocated.length;
  }

  /** How many frames are handed out now. */
  public int inUse() {
    return inUse;
  }

  /** How often a frame was copied so far. */
  public long copies() {
    return copies;
  }

  private void check(int frame) {
    if (frame < 0 || frame >= frames()) {
      throw new IllegalArgumentException(
          "frame number must be from 0 to " + (frames() - 1) + ", got " + frame);
    }
    if (!allocated[frame]) {
      throw new IllegalArgumentException("frame " + frame + " is not in use: allocate it first");
    }
  }

  private void checkOffset(int offset) {
    if (offset < 0 || offset >= pageSize.bytes()) {
      throw new IllegalArgumentException(
          "offset must be from 0 to " + (pageSize.bytes() - 1) + ", got " + offset);
    }
  }
}
