package timeslice.lab.threads.ch2;

import java.util.List;

/**
 * Exercise 2.5: jobs that are done <em>later</em> with one more core.
 *
 * <p>Graham's own example. With three cores the long job 8 begins at 3 and is done at 12. A fourth
 * core lets job 3 run at once, so jobs 4 to 7 are set free early. They stand before job 8 in the
 * list and take all cores, and job 8 begins at 6.
 */
public final class OneMoreCore {
  private OneMoreCore() {}

  /** Job {@code then} may not begin before job {@code first} is done. */
  public record Arc(int first, int then) {}

  /** The long job stands last. */
  public static long[] durations() {
    return new long[] {3, 2, 2, 2, 4, 4, 4, 4, 9};
  }

  /** The long job waits for the first one, the middle ones for job 3. */
  public static List<Arc> arcs() {
    return List.of(new Arc(0, 8), new Arc(3, 4), new Arc(3, 5), new Arc(3, 6), new Arc(3, 7));
  }

  /** Three cores end at 12, four at 15. */
  public static int cores() {
    return 3;
  }
}
