package timeslice.trace;

import java.util.Arrays;

/** Long numbers by index; it grows as needed, and what was never set is 0. */
final class LongColumn {
  private long[] numbers = new long[0];

  long get(int index) {
    return index < numbers.length ? numbers[index] : 0;
  }

  void set(int index, long number) {
    if (index >= numbers.length) {
      numbers = Arrays.copyOf(numbers, index + (index >> 1) + 16);
    }
    numbers[index] = number;
  }

  void add(int index, long number) {
    set(index, get(index) + number);
  }
}
