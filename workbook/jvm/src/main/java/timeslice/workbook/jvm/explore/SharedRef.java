package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;

/**
 * A reference that several threads read and write: sequentially consistent, like a {@code volatile}
 * field with the operations of an {@code AtomicReference}.
 *
 * <p>Each method is <em>one</em> atomic step, and nothing more is. References are compared by
 * identity ({@code ==}), as the hardware does. What a reference leads to should not change, or
 * change only through shared objects of its own: the explorer cannot see the rest.
 */
@SuppressWarnings("ReferenceEquality") // references are what it compares
public final class SharedRef<T extends @Nullable Object> extends SharedObject {
  private T value;
  private int identity;

  /** A reference with its first value; the name stands in the timeline of a failing schedule. */
  public SharedRef(String name, T value) {
    super(name);
    this.value = value;
    this.identity = identify(value);
  }

  /** Reads the reference. */
  public T get() {
    return take(new Get<>(this));
  }

  /** Writes the reference. */
  public void set(T value) {
    take(new Set<>(this, value));
  }

  /** Writes the reference if it is {@code expected} itself, not merely equal; whether it was. */
  public boolean compareAndSet(T expected, T value) {
    return take(new CompareAndSet<>(this, expected, value));
  }

  /** Writes the reference and returns what stood there before. */
  public T getAndSet(T value) {
    return take(new Swap<>(this, value));
  }

  private int identify(@Nullable Object object) {
    Run home = home();
    return home == null ? 0 : home.memory().identities().of(object);
  }

  private void put(T to) {
    value = to;
    identity = identify(to);
  }

  private String show(@Nullable Object object) {
    Run home = home();
    return home == null ? String.valueOf(object) : home.memory().identities().show(object);
  }

  @Override
  void contents(Position.Builder position) {
    position.add(identity);
  }

  private record Get<T extends @Nullable Object>(SharedRef<T> on) implements Step<T> {
    @Override
    public boolean silent() {
      return true;
    }

    @Override
    public T perform() {
      return on.value;
    }

    @Override
    public int observe(T result) {
      return on.identity;
    }

    @Override
    public String words(T result) {
      return "reads " + on + " = " + on.show(result);
    }
  }

  private record Set<T extends @Nullable Object>(SharedRef<T> on, T to) implements Step<Boolean> {
    @Override
    public boolean silent() {
      return on.value == to;
    }

    @Override
    public Boolean perform() {
      on.put(to);
      return true;
    }

    @Override
    public String words(Boolean result) {
      return "sets " + on + " to " + on.show(to);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Set<?> step && step.on == on && step.to == to;
    }

    @Override
    public int hashCode() {
      return on.hashCode();
    }
  }

  private record CompareAndSet<T extends @Nullable Object>(SharedRef<T> on, T expected, T to)
      implements Step<Boolean> {
    @Override
    public boolean silent() {
      return on.value != expected || to == expected;
    }

    @Override
    public Boolean perform() {
      if (on.value != expected) {
        return false;
      }
      on.put(to);
      return true;
    }

    @Override
    public String words(Boolean result) {
      String from = on.show(expected);
      return result
          ? "compare-and-sets " + on + " from " + from + " to " + on.show(to)
          : "fails to compare-and-set " + on + " from " + from + ": it is " + on.show(on.value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof CompareAndSet<?> step
          && step.on == on
          && step.expected == expected
          && step.to == to;
    }

    @Override
    public int hashCode() {
      return on.hashCode();
    }
  }

  private record Swap<T extends @Nullable Object>(SharedRef<T> on, T to) implements Step<T> {
    @Override
    public boolean silent() {
      return on.value == to;
    }

    @Override
    public T perform() {
      T before = on.value;
      on.put(to);
      return before;
    }

    @Override
    public int observe(T result) {
      return on.identify(result);
    }

    @Override
    public String words(T result) {
      return "sets " + on + " to " + on.show(to) + ", was " + on.show(result);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Swap<?> step && step.on == on && step.to == to;
    }

    @Override
    public int hashCode() {
      return on.hashCode();
    }
  }
}
