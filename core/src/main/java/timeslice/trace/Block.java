package timeslice.trace;

import java.util.Arrays;

/**
 * A part of a trace: up to 65,536 events. A full one is never copied again.
 *
 * <p>An event is four numbers side by side, of 8 bytes each, so that noting one writes to one place
 * in memory: its time, its kind and CPU, who and other, and its value.
 */
final class Block {
  static final int BITS = 16;
  static final int FULL = 1 << BITS;
  private static final int SMALLEST = 64;
  private static final int NUMBERS = 4;

  private long[] numbers;

  /** Small for the first block of a trace, which may stay small; full size for all others. */
  Block(boolean first) {
    numbers = new long[NUMBERS * (first ? SMALLEST : FULL)];
  }

  int room() {
    return numbers.length / NUMBERS;
  }

  void grow() {
    numbers = Arrays.copyOf(numbers, 2 * numbers.length);
  }

  void set(int event, long time, int kind, int cpu, int who, int other, long value) {
    int i = NUMBERS * event;
    numbers[i] = time;
    numbers[i + 1] = pair(kind, cpu);
    numbers[i + 2] = pair(who, other);
    numbers[i + 3] = value;
  }

  private static long pair(int upper, int lower) {
    return (long) upper << Integer.SIZE | lower & 0xffffffffL;
  }

  long time(int event) {
    return numbers[NUMBERS * event];
  }

  int kind(int event) {
    return (int) (numbers[NUMBERS * event + 1] >>> Integer.SIZE);
  }

  int cpu(int event) {
    return (int) numbers[NUMBERS * event + 1];
  }

  int who(int event) {
    return (int) (numbers[NUMBERS * event + 2] >>> Integer.SIZE);
  }

  int other(int event) {
    return (int) numbers[NUMBERS * event + 2];
  }

  long value(int event) {
    return numbers[NUMBERS * event + 3];
  }
}
