package timeslice.trace;

import java.util.List;

/**
 * Everything that happened in a run, in order: the only witness. Checkers, metrics and pictures
 * read it and nothing else.
 *
 * <p>An event is a row of numbers: when (simulated nanoseconds, never falling), what ({@link
 * Kind}), on which CPU, and three more that each kind explains. Equal times stand in the order in
 * which the machine did things.
 */
public final class Trace {
  private final Block[] blocks;
  private final int size;
  private final long checksum;

  // The blocks are the recorder's own: a trace is taken when nothing is noted any more.
  Trace(List<Block> blocks, int size, long checksum) {
    this.blocks = blocks.toArray(new Block[0]);
    this.size = size;
    this.checksum = checksum;
  }

  /** How many events there are. */
  public int size() {
    return size;
  }

  /** When event {@code index} happened, in nanoseconds from the start. */
  public long time(int index) {
    return block(index).time(index & Block.FULL - 1);
  }

  /** What happened. */
  public Kind kind(int index) {
    return Recorder.KINDS[block(index).kind(index & Block.FULL - 1)];
  }

  /** On which hardware thread, -1 for none. */
  public int cpu(int index) {
    return block(index).cpu(index & Block.FULL - 1);
  }

  /** Whom it happened to; see the {@link Kind}. */
  public int who(int index) {
    return block(index).who(index & Block.FULL - 1);
  }

  /** Who else, what else, or why; see the {@link Kind}. */
  public int other(int index) {
    return block(index).other(index & Block.FULL - 1);
  }

  /** How much; see the {@link Kind}. */
  public long value(int index) {
    return block(index).value(index & Block.FULL - 1);
  }

  /** All of event {@code index} in one, for people to read. */
  public TraceEvent event(int index) {
    return new TraceEvent(
        time(index), kind(index), cpu(index), who(index), other(index), value(index));
  }

  /** When the last event happened, 0 if there was none. */
  public long end() {
    return size == 0 ? 0 : time(size - 1);
  }

  /** A number that two runs share if everything in them was equal and in the same order. */
  public long checksum() {
    return checksum;
  }

  private Block block(int index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "event number must be from 0 to " + (size - 1) + ", got " + index);
    }
    return blocks[index >>> Block.BITS];
  }
}
