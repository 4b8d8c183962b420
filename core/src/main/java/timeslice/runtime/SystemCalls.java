package timeslice.runtime;

/**
 * What a library of user-level threads does with calls that would block the kernel thread below it.
 */
public enum SystemCalls {
  /** Makes them: whoever shares the kernel thread waits along. */
  BLOCKING,
  /**
   * Puts a non-blocking call or a timer in place of each wait for a socket or for time, and lends
   * the kernel thread to another task meanwhile (jacketing: Stallings, Operating Systems). Files
   * and native code block all the same.
   */
  JACKETED
}
