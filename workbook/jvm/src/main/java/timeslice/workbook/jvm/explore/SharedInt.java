package timeslice.workbook.jvm.explore;

/**
 * A number that several threads read and write: sequentially consistent, like a {@code volatile
 * int} with the operations of an {@code AtomicInteger}.
 *
 * <p>Each method is <em>one</em> atomic step, and nothing more is: {@code n.set(n.get() + 1)} is
 * two steps, and between them another thread may do anything; {@code n.incrementAndGet()} is one.
 * It also counts as a boolean (0 and 1) where one is shared.
 *
 * <p>{@link #futexWait} and {@link #futexWake} are the kernel's futex on this number (futex(2)).
 */
public final class SharedInt extends SharedObject {
  private int value;
  private final WaitQueue sleepers = new WaitQueue();

  /** A number that is 0 at first; the name stands in the timeline of a failing schedule. */
  public SharedInt(String name) {
    this(name, 0);
  }

  /** A number with its first value; the name stands in the timeline of a failing schedule. */
  public SharedInt(String name, int value) {
    super(name);
    this.value = value;
  }

  /** Reads the number. */
  public int get() {
    return take(new Get(this));
  }

  /** Writes the number. */
  public void set(int value) {
    take(new Set(this, value));
  }

  /** Writes the number if it is {@code expected}; whether it was. */
  public boolean compareAndSet(int expected, int value) {
    return take(new CompareAndSet(this, expected, value));
  }

  /** Writes the number and returns what stood there before. */
  public int getAndSet(int value) {
    return take(new Swap(this, value));
  }

  /** Adds to the number and returns what stood there before. */
  public int getAndAdd(int more) {
    return take(new Add(this, more));
  }

  /** Adds to the number and returns the sum. */
  public int addAndGet(int more) {
    return getAndAdd(more) + more;
  }

  /** Adds 1 and returns the sum. */
  public int incrementAndGet() {
    return addAndGet(1);
  }

  /** Subtracts 1 and returns the difference. */
  public int decrementAndGet() {
    return addAndGet(-1);
  }

  /**
   * Falls asleep on this number if it is {@code expected}, both in one step, until {@link
   * #futexWake}; under an exploration with spurious wake-ups it may also return for no reason.
   *
   * @return false, at once, if the number was not {@code expected}
   */
  public boolean futexWait(int expected) {
    Futex.Sleep sleep = new Futex.Sleep(this, expected);
    WaitQueue.Waiter waiter = take(sleep);
    return waiter != null && take(new Futex.Awake(this, waiter));
  }

  /** Wakes up to so many of the threads that sleep on this number; returns how many there were. */
  public int futexWake(int most) {
    if (most < 0) {
      throw new IllegalArgumentException("futexWake wakes 0 threads or more, got " + most);
    }
    return take(new Futex.Wake(this, most));
  }

  int value() {
    return value;
  }

  WaitQueue sleepers() {
    return sleepers;
  }

  @Override
  void contents(Position.Builder position) {
    position.add(value);
    sleepers.contents(position);
  }

  private record Get(SharedInt on) implements Step<Integer> {
    @Override
    public boolean silent() {
      return true;
    }

    @Override
    public Integer perform() {
      return on.value;
    }

    @Override
    public String words(Integer result) {
      return "reads " + on + " = " + result;
    }
  }

  private record Set(SharedInt on, int to) implements Step<Boolean> {
    @Override
    public boolean silent() {
      return on.value == to;
    }

    @Override
    public Boolean perform() {
      on.value = to;
      return true;
    }

    @Override
    public String words(Boolean result) {
      return "sets " + on + " to " + to;
    }
  }

  private record CompareAndSet(SharedInt on, int expected, int to) implements Step<Boolean> {
    @Override
    public boolean silent() {
      return on.value != expected || to == expected;
    }

    @Override
    public Boolean perform() {
      if (on.value != expected) {
        return false;
      }
      on.value = to;
      return true;
    }

    @Override
    public String words(Boolean result) {
      return result
          ? "compare-and-sets " + on + " from " + expected + " to " + to
          : "fails to compare-and-set " + on + " from " + expected + ": it is " + on.value;
    }
  }

  private record Swap(SharedInt on, int to) implements Step<Integer> {
    @Override
    public boolean silent() {
      return on.value == to;
    }

    @Override
    public Integer perform() {
      int before = on.value;
      on.value = to;
      return before;
    }

    @Override
    public String words(Integer result) {
      return "sets " + on + " to " + to + ", was " + result;
    }
  }

  private record Add(SharedInt on, int more) implements Step<Integer> {
    @Override
    public boolean silent() {
      return more == 0;
    }

    @Override
    public Integer perform() {
      int before = on.value;
      on.value += more;
      return before;
    }

    @Override
    public String words(Integer result) {
      return "adds " + more + " to " + on + ": " + result + " becomes " + (result + more);
    }
  }
}
