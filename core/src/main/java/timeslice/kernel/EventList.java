package timeslice.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Events in the order in which they came, first in, first out: a chain of blocks, so that nothing
 * is ever copied to a larger array. Emptied blocks go to a pool that all lists of a queue share.
 */
final class EventList {
  private static final int EVENTS = 32;

  /** Up to 32 events, two longs each: the time, and what the queue says of the event. */
  private static final class Block {
    final long[] events = new long[2 * EVENTS];
    @Nullable Block next;
  }

  /** Blocks that no list uses now. */
  static final class Blocks {
    private @Nullable Block free;

    private Block take() {
      Block block = free;
      if (block == null) {
        return new Block();
      }
      free = block.next;
      block.next = null;
      return block;
    }

    private void giveBack(Block block) {
      block.next = free;
      free = block;
    }
  }

  private static final Block NONE = new Block();

  private final Blocks pool;

  // The last block stays when the list is empty: many lists fill and empty all the time.
  private Block first = NONE;
  private Block last = NONE;

  /** Where the first event stands in the first block. */
  private int start;

  /** Where there is room in the last block; at first there is none, for there is no block. */
  private int end = 2 * EVENTS;

  EventList(Blocks pool) {
    this.pool = pool;
    start = end;
  }

  boolean isEmpty() {
    return start == end && first == last;
  }

  void add(long at, long what) {
    if (end == 2 * EVENTS) {
      addBlock();
    }
    last.events[end] = at;
    last.events[end + 1] = what;
    end += 2;
  }

  private void addBlock() {
    if (isEmpty()) {
      if (first == NONE) {
        first = pool.take();
        last = first;
      }
      start = 0;
    } else {
      Block block = pool.take();
      last.next = block;
      last = block;
    }
    end = 0;
  }

  /** The time of the first event; there must be one. */
  long firstTime() {
    return first.events[start];
  }

  /** Removes the first event, and returns what was said of it. */
  long removeFirst() {
    long what = first.events[start + 1];
    start += 2;
    if (start == 2 * EVENTS && first != last) {
      dropBlock();
    } else if (isEmpty()) {
      start = 0; // use the block, and the cache lines, from the start again
      end = 0;
    }
    return what;
  }

  private void dropBlock() {
    Block done = first;
    Block next = done.next;
    if (next != null) {
      first = next;
      start = 0;
      pool.giveBack(done);
    }
  }

  /** The earliest time of all; there must be an event. */
  long earliest() {
    long earliest = Long.MAX_VALUE;
    int from = start;
    for (Block block = first; block != null; block = block.next) {
      int to = block == last ? end : 2 * EVENTS;
      for (int i = from; i < to; i += 2) {
        earliest = Math.min(earliest, block.events[i]);
      }
      from = 0;
    }
    return earliest;
  }
}
