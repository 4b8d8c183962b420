package timeslice.bench;

import java.io.IOException;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures core beside its floors, everything in one run, and says which goals are met.
 *
 * <p>{@code -Dpart=translation}, {@code scheduling}, {@code million} or {@code interleavings}
 * measures that part alone; {@code -Dquick=true} takes the shorter half of each.
 */
public final class Bench {
  private static final String PART = System.getProperty("part", "all");
  private static final boolean QUICK = Boolean.getBoolean("quick");

  private Bench() {}

  /** No arguments; see above. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Table table = new Table();
    if (isWanted("translation")) {
      TranslationFigures.print(table);
    }
    if (isWanted("scheduling")) {
      SchedulingFigures.print(table, QUICK);
    }
    if (isWanted("million")) {
      MillionFigures.print(table);
    }
    if (isWanted("interleavings")) {
      InterleavingsFigures.print(table, QUICK);
    }
    table.sum();
  }

  private static boolean isWanted(String part) {
    return PART.equals("all") || PART.equals(part);
  }
}
