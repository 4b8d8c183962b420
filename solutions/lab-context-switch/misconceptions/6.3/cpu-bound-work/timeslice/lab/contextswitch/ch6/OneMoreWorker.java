package timeslice.lab.contextswitch.ch6;

import java.util.List;
import timeslice.kernel.Job;

/** Believes that the harm comes from workers that compute nearly all the time. */
public final class OneMoreWorker {
  private OneMoreWorker() {}

  /** A long job that decides when all is done, one that shares, and a short one that disturbs. */
  public static List<Job> jobs() {
    return List.of(new Job(20, 1), new Job(20, 1), new Job(20, 1));
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
