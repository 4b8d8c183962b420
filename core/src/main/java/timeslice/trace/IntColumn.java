package timeslice.trace;

import java.util.Arrays;

/** Numbers by index; it grows as needed, and what was never set is the default. */
final class IntColumn {
  private final int unset;
  private int[] numbers = new int[0];

  IntColumn(int unset) {
    this.unset = unset;
  }

  int get(int index) {
    return index < numbers.length ? numbers[index] : unset;
  }

  void set(int index, int number) {
    if (index >= numbers.length) {
      int known = numbers.length;
      numbers = Arrays.copyOf(numbers, index + (index >> 1) + 16);
      Arrays.fill(numbers, known, numbers.length, unset);
    }
    numbers[index] = number;
  }
}
