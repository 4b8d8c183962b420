package timeslice.runtime.free;

/**
 * How far an object's shared count has come in life: the two low bits of its shared field.
 *
 * <p>The order is the order of life; no state is ever left for an earlier one. Source: FACTS §2.8
 * and {@code Include/refcount.h}.
 */
public enum CountState {
  /**
   * Nobody takes a reference without having one. So an owner whose local count falls to 0 and who
   * reads a shared field of 0 is alone with the object, and frees it without an atomic instruction.
   */
  INIT,

  /**
   * Somebody may try to take a reference without having one: through a weak reference, or from the
   * slot of a list. The shared field is not 0 any more, which forces the owner onto the slow path:
   * there the owner's compare-and-swap and that of the newcomer decide who was first.
   */
  MAYBE_WEAKREF,

  /**
   * Somebody else dropped a reference that the shared count had never seen, because the owner
   * counts it. The owner was asked to merge; until then the count may be negative.
   */
  QUEUED,

  /** Nobody owns the object any more and all references are in the shared count: 0 is the end. */
  MERGED;

  private static final CountState[] ALL = values();

  /** The state in the two low bits of a shared field. */
  public static CountState of(int shared) {
    return ALL[shared & 3];
  }
}
