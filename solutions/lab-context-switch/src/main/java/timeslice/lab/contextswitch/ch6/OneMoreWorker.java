package timeslice.lab.contextswitch.ch6;

import java.util.List;
import timeslice.kernel.Job;

/**
 * Exercise 6.3: a batch that is done <em>later</em> with one more worker, although every job waits
 * for I/O and a switch costs nothing.
 *
 * <p>With two workers the longest job, (8, 7), has a core to itself and is done at 15. A third
 * worker brings the short job in at once: now three share two cores, the longest job computes until
 * 10 instead of 8, and everything it still has to wait for moves back with it.
 */
public final class OneMoreWorker {
  private OneMoreWorker() {}

  /** A long job that decides when all is done, one that shares, and a short one that disturbs. */
  public static List<Job> jobs() {
    return List.of(new Job(6, 5), new Job(8, 7), new Job(3, 1));
  }

  /** Two cores. */
  public static int cores() {
    return 2;
  }

  /** Two workers end at 15, three at 17. */
  public static int workers() {
    return 2;
  }

  /** A turn of two lets the short job push in early. */
  public static long quantum() {
    return 2;
  }
}
