package timeslice.lab.threads.ch2;

import java.util.List;

/** Believes that idle cores make others slower. */
public final class OneMoreCore {
  private OneMoreCore() {}

  /** Job {@code then} may not begin before job {@code first} is done. */
  public record Arc(int first, int then) {}

  /** The long job stands last. */
  public static long[] durations() {
    return new long[] {3, 2, 2};
  }

  /** The long job waits for the first one, the middle ones for job 3. */
  public static List<Arc> arcs() {
    return List.of(new Arc(0, 2));
  }

  /** Three cores end at 12, four at 15. */
  public static int cores() {
    return 3;
  }
}
