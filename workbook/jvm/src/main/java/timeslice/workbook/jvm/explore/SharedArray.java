package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array whose slots several threads read and write: every slot is a {@link SharedRef} of its own
 * and empty ({@code null}) at first.
 */
public final class SharedArray<T extends @Nullable Object> {
  private final List<SharedRef<@Nullable T>> slots = new ArrayList<>();

  /** An array of so many slots; slot 2 of {@code items} is called {@code items[2]}. */
  public SharedArray(String name, int length) {
    for (int i = 0; i < length; i++) {
      slots.add(new SharedRef<>(name + "[" + i + "]", null));
    }
  }

  /** How many slots there are. */
  public int length() {
    return slots.size();
  }

  /** Reads a slot. */
  public @Nullable T get(int index) {
    return slots.get(index).get();
  }

  /** Writes a slot. */
  public void set(int index, @Nullable T value) {
    slots.get(index).set(value);
  }

  /**
   * Writes a slot if {@code expected} itself stands there, not merely its equal; whether it did.
   */
  public boolean compareAndSet(int index, @Nullable T expected, @Nullable T value) {
    return slots.get(index).compareAndSet(expected, value);
  }

  /** Writes a slot and returns what stood there before. */
  public @Nullable T getAndSet(int index, @Nullable T value) {
    return slots.get(index).getAndSet(value);
  }
}
