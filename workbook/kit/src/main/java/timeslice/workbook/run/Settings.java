package timeslice.workbook.run;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.text.PageWords;

/**
 * What the reader asked of this run, by the system properties {@code timeslice.seed} (empty, a
 * number, {@code random}) and {@code timeslice.chapter} (empty, a number, {@code all}).
 *
 * @param seed the base seed, from which every law's own is mixed
 * @param chapter the one chapter to run, or {@link #GATE}, or {@link #ALL}
 * @param complaint one sentence when a setting makes no sense; nothing is run then
 */
public record Settings(long seed, int chapter, @Nullable String complaint) {
  /** Chapters open one after the other. */
  public static final int GATE = -1;

  /** Every chapter is open. */
  public static final int ALL = -2;

  /** The base seed when nobody asks for another. */
  public static final long DEFAULT_SEED = 42;

  // Drawn once a JVM, so that the page can show the one that all laws had.
  private static final class Drawn {
    static final long SEED = new SecureRandom().nextInt(1_000_000_000);
  }

  /** The settings as the system properties stand now. */
  public static Settings read() {
    return of(
        System.getProperty("timeslice.seed", "").strip(),
        System.getProperty("timeslice.chapter", "").strip());
  }

  static Settings of(String seed, String chapter) {
    long base = DEFAULT_SEED;
    int open = GATE;
    String complaint = null;
    if (seed.equals("random")) {
      base = Drawn.SEED;
    } else if (!seed.isEmpty()) {
      try {
        base = Long.parseLong(seed);
      } catch (NumberFormatException e) {
        complaint = PageWords.read().say("settings.seed", seed);
      }
    }
    if (chapter.equals("all")) {
      open = ALL;
    } else if (!chapter.isEmpty()) {
      try {
        open = Integer.parseInt(chapter);
      } catch (NumberFormatException e) {
        open = GATE;
      }
      if (open < 0) {
        complaint = PageWords.read().say("settings.chapter", chapter);
        open = GATE;
      }
    }
    return new Settings(base, open, complaint);
  }

  /** The seed of one law: the same base, class and method always give the same examples. */
  long seedOf(String className, String method) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    String name = className + "#" + method;
    for (int i = 0; i < name.length(); i++) {
      mixed = (mixed ^ name.charAt(i)) * 0x100000001B3L;
    }
    return mixed ^ (mixed >>> 32);
  }
}
