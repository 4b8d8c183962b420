package timeslice.lab.contextswitch.ch6;

import java.util.Collections;
import java.util.List;
import timeslice.kernel.Job;

/** Believes that many workers on two cores must get in each other's way. */
public final class OneMoreWorker {
  private OneMoreWorker() {}

  /** A long job that decides when all is done, one that shares, and a short one that disturbs. */
  public static List<Job> jobs() {
    return Collections.nCopies(8, new Job(10, 10));
  }

  /** Two cores. */
  public static int cores() {
    return 2;
  }

  /** Two workers end at 15, three at 17. */
  public static int workers() {
    return 7;
  }

  /** A turn of two lets the short job push in early. */
  public static long quantum() {
    return 2;
  }
}
