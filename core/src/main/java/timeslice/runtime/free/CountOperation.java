package timeslice.runtime.free;

/**
 * One thing that a thread of a {@link BiasedCountModel} does with its references to the object.
 *
 * @param other the thread that gets the reference, for {@link Kind#GIVE}; else -1
 */
public record CountOperation(Kind kind, int other) {

  /** What may be done; all but the last three wait until the thread has a reference. */
  public enum Kind {
    /** Takes one more reference: {@code Py_INCREF}. */
    COPY,
    /** Drops a reference: {@code Py_DECREF}. */
    DROP,
    /** Leaves a reference to another thread, as by a queue between them: no count changes. */
    GIVE,
    /** Allows others to try: the object gets a weak reference, or goes into a shared list. */
    ALLOW_TRIES,
    /** Tries to take a reference without having one. */
    TRY,
    /** Looks at the eval-breaker. */
    CHECK,
    /** Blocks outside of Python for a while. */
    BLOCK
  }

  public static CountOperation copy() {
    return new CountOperation(Kind.COPY, -1);
  }

  public static CountOperation drop() {
    return new CountOperation(Kind.DROP, -1);
  }

  public static CountOperation giveTo(int other) {
    return new CountOperation(Kind.GIVE, other);
  }

  public static CountOperation allowTries() {
    return new CountOperation(Kind.ALLOW_TRIES, -1);
  }

  public static CountOperation tryToCopy() {
    return new CountOperation(Kind.TRY, -1);
  }

  public static CountOperation check() {
    return new CountOperation(Kind.CHECK, -1);
  }

  public static CountOperation block() {
    return new CountOperation(Kind.BLOCK, -1);
  }

  /** Whether a thread must have a reference for this. */
  boolean needsReference() {
    return switch (kind) {
      case COPY, DROP, GIVE, ALLOW_TRIES -> true;
      case TRY, CHECK, BLOCK -> false;
    };
  }

  /** The first instruction of this operation. */
  CountInstruction first() {
    return switch (kind) {
      case COPY -> CountInstruction.INCREF_LOAD_LOCAL;
      case DROP -> CountInstruction.DECREF_LOAD_LOCAL;
      case GIVE -> CountInstruction.GIVE;
      case ALLOW_TRIES -> CountInstruction.ALLOW_LOAD_LOCAL;
      case TRY -> CountInstruction.TRY_LOAD_LOCAL;
      case CHECK -> CountInstruction.CHECK_LOAD_BREAKER;
      case BLOCK -> CountInstruction.DETACH;
    };
  }
}
