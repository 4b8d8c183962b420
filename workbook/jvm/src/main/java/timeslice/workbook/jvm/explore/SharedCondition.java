package timeslice.workbook.jvm.explore;

import timeslice.workbook.jvm.explore.WaitQueue.Waiter;

/**
 * A condition variable of a {@link SharedLock}: whoever holds the lock can wait here, giving the
 * lock back meanwhile, until another holder signals.
 *
 * <p>A signal wakes the thread that has waited longest, and is lost if there is none. The woken
 * thread must get the lock again like everybody else, and another one may be faster: what it waited
 * for may be gone again when {@link #await} returns. An exploration with spurious wake-ups also
 * lets it return without any signal, as POSIX and Java allow.
 */
public final class SharedCondition extends SharedObject {
  private final SharedLock lock;
  private final WaitQueue waiting = new WaitQueue();

  SharedCondition(SharedLock lock, String name) {
    super(name);
    this.lock = lock;
  }

  /**
   * Gives the lock back and waits, both in one step; returns holding the lock.
   *
   * @throws IllegalMonitorStateException if the calling thread does not hold the lock
   */
  public void await() {
    Waiter waiter = take(new Rest(this));
    take(new Return(this, waiter));
  }

  /**
   * Wakes one waiting thread, if there is one.
   *
   * @throws IllegalMonitorStateException if the calling thread does not hold the lock
   */
  public void signal() {
    take(new Signal(this, 1));
  }

  /**
   * Wakes all waiting threads.
   *
   * @throws IllegalMonitorStateException if the calling thread does not hold the lock
   */
  public void signalAll() {
    take(new Signal(this, Integer.MAX_VALUE));
  }

  // Whoever waits here waits for both, so one monitor serves both.
  @Override
  Object monitor() {
    return lock.monitor();
  }

  @Override
  void contents(Position.Builder position) {
    waiting.contents(position);
  }

  private record Rest(SharedCondition on) implements Step<Waiter> {
    @Override
    public Waiter perform() {
      on.lock.free("waits on " + on + " without");
      return on.waiting.join(caller());
    }

    @Override
    public String words(Waiter result) {
      return "waits on " + on + ", gives back " + on.lock;
    }
  }

  private record Return(SharedCondition on, Waiter waiter) implements Step<Boolean> {
    @Override
    public boolean enabled() {
      return waiter.woken() && on.lock.free();
    }

    @Override
    public boolean spurious() {
      return !waiter.woken() && on.lock.free();
    }

    @Override
    public Boolean perform() {
      on.waiting.leave(waiter);
      on.lock.hold();
      return true;
    }

    @Override
    public String words(Boolean result) {
      return waiter.woken()
          ? "wakes up and locks " + on.lock
          : "wakes up, signalled by nobody, and locks " + on.lock;
    }

    @Override
    public String waits() {
      return waiter.woken()
          ? on.lock.waitsForIt()
          : "waits on " + on + ", which nobody signals any more";
    }

    @Override
    public boolean resumes() {
      return true;
    }
  }

  private record Signal(SharedCondition on, int most) implements Step<Integer> {
    @Override
    public Integer perform() {
      on.lock.mustHold("signals " + on + " without holding");
      return on.waiting.wake(most);
    }

    // A signaller does not learn whether anybody listened.
    @Override
    public int observe(Integer result) {
      return 0;
    }

    @Override
    public String words(Integer result) {
      return switch (result) {
        case 0 -> "signals " + on + ": nobody waits";
        case 1 -> "signals " + on + ": wakes one thread";
        default -> "signals " + on + ": wakes " + result + " threads";
      };
    }
  }
}
