package timeslice.runtime.free;

/**
 * The arithmetic of an object's shared field: a signed count in the upper 30 bits, a {@link
 * CountState} in the lower two.
 *
 * <p>Every method is a function from the field's value to a value; who executes it, and whether a
 * compare-and-swap then succeeds, is the caller's business. CPython's field has 64 bits on a 64-bit
 * machine; 32 do here, and fit a state of a {@link timeslice.explore.StepModel}.
 *
 * <p>The class is open so that a test can replace one rule by a wrong one and see which law falls.
 * Source: FACTS §2.8; {@code Objects/object.c}.
 */
public class SharedCount {
  /** The rules as they are. */
  public static final SharedCount RULES = new SharedCount();

  /** What one reference adds to the field. */
  public static final int ONE = 4;

  /** The field with this count and this state. */
  public static int of(int count, CountState state) {
    return (count << 2) | state.ordinal();
  }

  /** The count: an arithmetic shift, because the count may be negative while queued. */
  public int count(int shared) {
    return shared >> 2;
  }

  /** One reference more; the state stays. */
  public int increment(int shared) {
    return shared + ONE;
  }

  /**
   * Whether a decrement by somebody who is not the owner must hand the object to the owner: the
   * shared count is 0, so the reference that goes now is one of those the owner counts.
   */
  public boolean queues(int shared) {
    return shared == of(0, CountState.INIT) || shared == of(0, CountState.MAYBE_WEAKREF);
  }

  /**
   * One reference less, by somebody who is not the owner. If the object {@link #queues}, nothing is
   * subtracted: the queue inherits the reference, so that the object cannot die in the queue.
   */
  public int decrement(int shared) {
    return queues(shared) ? of(0, CountState.QUEUED) : shared - ONE;
  }

  /** Whether nothing is left of a shared count that was just changed. */
  public boolean dies(int shared) {
    return shared == of(0, CountState.MERGED);
  }

  /**
   * Whether an owner without local references may free the object at once: nobody else has one,
   * nobody can get one, and no queue has it.
   */
  public boolean ownerMayFree(int shared) {
    return shared == 0;
  }

  /** What an owner without local references leaves to the others. */
  public int giveUp(int shared) {
    return shared | CountState.MERGED.ordinal();
  }

  /**
   * How many references there are in all, which is the count of the merged field.
   *
   * @param local what the owner counted
   * @param extra -1 if the queue's reference goes with the merge, 0 if it stays
   */
  public int total(int shared, int local, int extra) {
    return count(shared) + local + extra;
  }

  /** Whether somebody without a reference may take one. */
  public boolean mayTry(int shared) {
    return shared != of(0, CountState.INIT) && shared != of(0, CountState.MERGED);
  }

  /** The field once somebody who has a reference allows others to try. */
  public int allowTries(int shared) {
    return CountState.of(shared) == CountState.INIT
        ? shared | CountState.MAYBE_WEAKREF.ordinal()
        : shared;
  }
}
