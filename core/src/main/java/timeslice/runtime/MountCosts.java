package timeslice.runtime;

/**
 * What it costs a carrier to change its task, in nanoseconds of CPU time, 0 or more.
 *
 * @param mount to begin with a task, from the moment it was chosen
 * @param unmount to put a task down, before anybody else can carry it
 */
public record MountCosts(long mount, long unmount) {
  /** Nothing. */
  public static final MountCosts FREE = new MountCosts(0, 0);

  public MountCosts {
    if (mount < 0 || unmount < 0) {
      throw new IllegalArgumentException(
          "mounting and unmounting must cost 0 ns or more, got " + mount + " and " + unmount);
    }
  }
}
