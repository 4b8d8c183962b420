package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;

/**
 * A mutex with condition variables: at most one thread holds it. Not reentrant: a thread that locks
 * it twice waits for itself.
 *
 * <p>Whoever unlocks it does not choose who comes next: any thread that wants it may have it then.
 */
@SuppressWarnings("ReferenceEquality") // a thread equals only itself
public final class SharedLock extends SharedObject {
  private @Nullable Object owner;

  /** A lock that nobody holds; the name stands in the timeline of a failing schedule. */
  public SharedLock(String name) {
    super(name);
  }

  /** Waits until nobody holds the lock, and holds it. */
  public void lock() {
    take(new Acquire(this));
  }

  /** Holds the lock if nobody else does; whether it does now. */
  public boolean tryLock() {
    return take(new TryAcquire(this));
  }

  /**
   * Gives the lock back.
   *
   * @throws IllegalMonitorStateException if the calling thread does not hold it
   */
  public void unlock() {
    take(new Release(this));
  }

  /** Whether the calling thread holds the lock. */
  public boolean isHeldByCurrentThread() {
    return take(new Ask(this));
  }

  /** A condition on which holders of this lock can wait. */
  public SharedCondition newCondition(String name) {
    return new SharedCondition(this, name);
  }

  boolean free() {
    return owner == null;
  }

  void hold() {
    owner = caller();
  }

  /** Gives it back for {@code what}: the caller must hold it. */
  void free(String what) {
    if (owner != caller()) {
      String holder = owner == null ? "which nobody holds" : "which " + nameOf(owner) + " holds";
      throw new Misuse(nameOf(caller()) + " " + what + " " + this + ", " + holder);
    }
    owner = null;
  }

  void mustHold(String what) {
    free(what);
    hold();
  }

  String waitsForIt() {
    String holder = nameOf(owner);
    if (owner instanceof ExploredThread actor && actor.finished()) {
      holder += ", which has finished";
    }
    return "waits for " + this + ", held by " + holder;
  }

  @Override
  void contents(Position.Builder position) {
    position.add(numberOf(owner));
  }

  /** A lock used by a thread that must not use it so. */
  static final class Misuse extends IllegalMonitorStateException {
    private static final long serialVersionUID = 1L;

    private Misuse(String sentence) {
      super(sentence);
    }
  }

  private record Acquire(SharedLock on) implements Step<Boolean> {
    @Override
    public boolean enabled() {
      return on.free();
    }

    @Override
    public Boolean perform() {
      on.hold();
      return true;
    }

    @Override
    public String words(Boolean result) {
      return "locks " + on;
    }

    @Override
    public String waits() {
      return on.waitsForIt();
    }
  }

  private record TryAcquire(SharedLock on) implements Step<Boolean> {
    @Override
    public boolean silent() {
      return !on.free();
    }

    @Override
    public Boolean perform() {
      boolean free = on.free();
      if (free) {
        on.hold();
      }
      return free;
    }

    @Override
    public String words(Boolean result) {
      return result ? "locks " + on : "cannot lock " + on + ", held by " + nameOf(on.owner);
    }
  }

  private record Release(SharedLock on) implements Step<Boolean> {
    @Override
    public Boolean perform() {
      on.free("unlocks");
      return true;
    }

    @Override
    public String words(Boolean result) {
      return "unlocks " + on;
    }
  }

  private record Ask(SharedLock on) implements Step<Boolean> {
    @Override
    public Boolean perform() {
      return on.owner == caller();
    }

    @Override
    public String words(Boolean result) {
      return result ? "holds " + on : "does not hold " + on;
    }
  }
}
