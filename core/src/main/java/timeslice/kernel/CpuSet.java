package timeslice.kernel;

/**
 * A set of CPUs or cores, a bit for each. Finding the lowest takes no longer on a large machine:
 * the set remembers below which word nobody is.
 */
final class CpuSet {
  private static final int NOBODY = -1;

  private final long[] words;
  private int size;

  /** No word before this one has a bit. */
  private int lowest;

  /** All numbers from 0 to {@code count} - 1. */
  CpuSet(int count) {
    words = new long[(count + Long.SIZE - 1) / Long.SIZE];
    for (int number = 0; number < count; number++) {
      add(number);
    }
  }

  boolean isEmpty() {
    return size == 0;
  }

  boolean contains(int number) {
    return (words[number >> 6] >>> number & 1) != 0;
  }

  /** Adds a number that is not there. */
  void add(int number) {
    int word = number >> 6;
    words[word] |= 1L << number;
    if (size == 0 || word < lowest) {
      lowest = word;
    }
    size++;
  }

  /** Removes a number that is there. */
  void remove(int number) {
    words[number >> 6] &= ~(1L << number);
    size--;
  }

  /** The lowest number from this one on, -1 if there is none. */
  int from(int number) {
    if (size == 0) {
      return NOBODY;
    }
    int word = number >> 6;
    if (word < lowest) {
      return first(lowest);
    }
    if (word >= words.length) {
      return NOBODY;
    }
    long here = words[word] & -1L << number;
    return here != 0 ? (word << 6) + Long.numberOfTrailingZeros(here) : first(word + 1);
  }

  private int first(int fromWord) {
    for (int word = fromWord; word < words.length; word++) {
      if (words[word] != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(words[word]);
      }
    }
    return NOBODY;
  }
}
