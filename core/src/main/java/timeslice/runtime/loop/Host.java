package timeslice.runtime.loop;

/**
 * What a loop needs of the thread it runs on: a clock, a selector that can be woken, and other
 * threads for blocking calls. {@link SoloHost} is the plain one.
 */
public interface Host {

  /** The time in nanoseconds; it never runs backwards. */
  long now();

  /**
   * Ends the wait in the selector, or the next one if there is none (asyncio writes a byte to a
   * socket pair that its own selector watches).
   */
  void wakeUp();

  /**
   * Gives a blocking call to the default pool, which has {@link PoolCall#defaultThreads} threads
   * and one first-in-first-out queue. The thread that takes it says {@link PoolCall#begin}, does
   * it, and says {@link PoolCall#end}.
   */
  void submit(PoolCall call);
}
