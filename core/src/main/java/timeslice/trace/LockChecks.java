package timeslice.trace;

import java.util.Optional;

/** Rules for locks and semaphores. */
public final class LockChecks {
  private static final int NOBODY = -1;

  private LockChecks() {}

  /** A lock is held by one task at a time, and given back by whoever holds it. */
  public static Optional<String> mutualExclusion(Trace trace) {
    IntColumn holder = new IntColumn(NOBODY);
    for (int i = 0; i < trace.size(); i++) {
      Kind kind = trace.kind(i);
      if (kind != Kind.ACQUIRED && kind != Kind.RELEASED) {
        continue;
      }
      int held = holder.get(trace.other(i));
      boolean taken = kind == Kind.ACQUIRED;
      if (held != (taken ? NOBODY : trace.who(i))) {
        String by = held == NOBODY ? "nobody holds" : "task " + held + " holds";
        return Optional.of(trace.event(i) + ", which " + by);
      }
      holder.set(trace.other(i), taken ? trace.who(i) : NOBODY);
    }
    return Optional.empty();
  }

  /**
   * No permit is taken from a semaphore that has none.
   *
   * @param first how many permits each has at first; a semaphore beyond has 1
   */
  public static Optional<String> permits(Trace trace, int... first) {
    IntColumn left = new IntColumn(1);
    for (int semaphore = 0; semaphore < first.length; semaphore++) {
      left.set(semaphore, first[semaphore]);
    }
    for (int i = 0; i < trace.size(); i++) {
      int semaphore = trace.other(i);
      switch (trace.kind(i)) {
        case PERMIT_TAKEN -> {
          if (left.get(semaphore) == 0) {
            return Optional.of(trace.event(i) + ", which has none left");
          }
          left.set(semaphore, left.get(semaphore) - 1);
        }
        case PERMIT_RETURNED -> left.set(semaphore, left.get(semaphore) + 1);
        default -> {
          // has nothing to do with a semaphore
        }
      }
    }
    return Optional.empty();
  }
}
