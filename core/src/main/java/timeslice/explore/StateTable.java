package timeslice.explore;

import java.util.Arrays;

/**
 * A set of states, each numbered in the order in which it came: a hash table with open addressing
 * over rows of one array, so that a state costs its numbers and one slot, and no object.
 *
 * <p>Iteration is by number, never by hash: that is what makes an exploration the same every time.
 */
final class StateTable {
  private static final int SMALLEST = 16;

  private final int width;

  /** State i is {@code rows[width * i .. width * (i + 1) - 1]}. */
  private int[] rows;

  /** One more than a state's number, or 0 where nothing is; at most half of it is in use. */
  private int[] slots = new int[2 * SMALLEST];

  private int size;

  /** An empty set of states of this many numbers each. */
  StateTable(int width) {
    this.width = width;
    this.rows = new int[SMALLEST * width];
  }

  /** How many states of this many numbers one array holds. */
  static int mostStates(int width) {
    return (Integer.MAX_VALUE - 8) / width;
  }

  int size() {
    return size;
  }

  /** The number of this state, which is put last if it is not here; then the size grows. */
  int add(int[] state) {
    int slot = slotFor(state);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size * width == rows.length) {
      rows =
          Arrays.copyOf(rows, (int) Math.min(2L * rows.length, (long) mostStates(width) * width));
    }
    System.arraycopy(state, 0, rows, size * width, width);
    slots[slot] = ++size;
    if (2 * size > slots.length) {
      rehash();
    }
    return size - 1;
  }

  /** Copies a state, by its number, to the front of an array. */
  void copy(int number, int[] to) {
    System.arraycopy(rows, number * width, to, 0, width);
  }

  /** Forgets all states and keeps the room they had. */
  void clear() {
    Arrays.fill(slots, 0);
    size = 0;
  }

  /** Where this state is, or where it would go. */
  private int slotFor(int[] state) {
    int slot = hash(state, 0) & slots.length - 1;
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, state)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean isAt(int number, int[] state) {
    int first = number * width;
    for (int i = 0; i < width; i++) {
      if (rows[first + i] != state[i]) {
        return false;
      }
    }
    return true;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int number = 0; number < size; number++) {
      int slot = hash(rows, number * width) & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number + 1;
    }
  }

  /**
   * Neighbouring states differ in low bits of a few numbers: every bit has to reach the low ones.
   */
  private int hash(int[] from, int first) {
    int hash = 0;
    for (int i = first; i < first + width; i++) {
      hash = (hash ^ from[i]) * 0x9e3779b1; // 2^32 / golden ratio, odd
      hash ^= hash >>> 15;
    }
    return hash;
  }
}
