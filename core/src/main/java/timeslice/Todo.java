package timeslice;

/**
 * Thrown by a skeleton that nobody has filled in yet.
 *
 * <p>It counts its calls, so that a check can tell "not written yet" from "wrong" even when an
 * answer or a test swallows the error itself.
 */
public final class Todo extends Error {
  private static final long serialVersionUID = 1L;

  // One writer at a time is all that is needed: a check asks "did it move?", never "by how much?".
  private static volatile int calls;

  private Todo(String task) {
    super(task);
  }

  /**
   * Marks a place that the reader fills in.
   *
   * @param task exercise id and what belongs here, for example {@code "2.1: forget everything"}
   * @return nothing, ever; the type fits wherever the answer will stand
   */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  public static <T> T todo(String task) {
    calls++;
    throw new Todo(task);
  }

  /** How often {@link #todo} was called in this JVM (of this class loader) so far. */
  public static int calls() {
    return calls;
  }
}
