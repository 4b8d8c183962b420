package timeslice.kernel;

/**
 * The future of a simulation: events by time, equal times in the order in which they were added.
 *
 * <p>Time only moves on: nothing may be added before the time of the event taken last. The order is
 * the whole contract, so two implementations give the same run to the byte.
 */
public interface EventQueue {

  /** Whether nothing is left to happen. */
  boolean isEmpty();

  /**
   * Adds an event.
   *
   * @param at when, not before {@link #now}
   * @param event what, a number of the caller's; it comes back from {@link #take}
   * @return the event's sequence number: 0 for the first one added, then 1, 2 …
   */
  long add(long at, int event);

  /** Removes the earliest event and returns it. */
  int take();

  /** The time of the event taken last, 0 before the first. */
  long now();

  /** The sequence number of the event taken last. */
  long sequence();
}
