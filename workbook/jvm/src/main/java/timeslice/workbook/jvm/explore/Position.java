package timeslice.workbook.jvm.explore;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a schedule has come to: what each thread has observed so far and what stands in every
 * shared object, as numbers.
 *
 * <p>A thread that shares nothing behind the explorer's back does what its observations make it do.
 * So two schedules in equal positions have the same futures, and one of them is enough.
 */
final class Position {
  private final int[] numbers;
  private final int hash;

  private Position(int[] numbers) {
    this.numbers = numbers;
    this.hash = Arrays.hashCode(numbers);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Position position && Arrays.equals(numbers, position.numbers);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** Collects the numbers of one position. */
  static final class Builder {
    private int[] numbers = new int[32];
    private int count;

    void add(int number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }

    Position build() {
      return new Position(Arrays.copyOf(numbers, count));
    }
  }
}
