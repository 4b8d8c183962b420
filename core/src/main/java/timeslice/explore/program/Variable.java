package timeslice.explore.program;

/**
 * A variable that all threads share.
 *
 * @param name what the program calls it
 * @param slot where it stands in a state
 */
public record Variable(String name, int slot) implements WaitQueue {

  /** Its value in a state of the program. */
  public int in(int[] state) {
    return state[slot];
  }
}
