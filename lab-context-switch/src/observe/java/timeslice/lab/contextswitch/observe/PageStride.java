package timeslice.lab.contextswitch.observe;

import java.util.Arrays;
import java.util.Random;

/**
 * How long one dependent load takes when every load goes to another page.
 *
 * <p>It follows a chain of pointers over n cache lines, in shuffled order so that no prefetcher can
 * guess the next one: once with one line in each of n pages, once with the same number of lines
 * side by side. Both use as many lines of the same cache sets; only the pages differ, and so the
 * difference is what translation costs.
 *
 * <p>Pitfalls: the same line of every page would crowd into few sets of the cache, so line i mod 64
 * of page i is used; other programs disturb, so the quickest of several rounds is taken; in a
 * virtual machine a miss walks two page tables.
 */
public final class PageStride {
  private static final int LONGS_IN_PAGE = 4096 / Long.BYTES;
  private static final int LONGS_IN_LINE = 64 / Long.BYTES;
  private static final int LINES_IN_PAGE = LONGS_IN_PAGE / LONGS_IN_LINE;
  private static final int LARGEST = 1 << 14;
  private static final int STEPS = 1 << 20;
  private static final int ROUNDS = 7;

  private PageStride() {}

  public static void main(String[] arguments) {
    if (Runtime.getRuntime().maxMemory() < 256L << 20) {
      System.out.println("skipped: this needs a heap of 256 MiB, and the JVM was given less");
      return;
    }
    long[] memory = new long[LARGEST * LONGS_IN_PAGE];
    measure(memory, 16, LONGS_IN_PAGE); // once for the compiler
    System.out.println("nanoseconds a load, the quickest of " + ROUNDS + " rounds");
    System.out.println("  lines   one in each page   side by side");
    for (int lines = 16; lines <= LARGEST; lines *= 2) {
      System.out.printf(
          "%7d %18.1f %14.1f%n",
          lines, measure(memory, lines, LONGS_IN_PAGE), measure(memory, lines, LONGS_IN_LINE));
    }
  }

  /** Nanoseconds a load over so many lines, each so many longs after the one before. */
  private static double measure(long[] memory, int lines, int apart) {
    Arrays.fill(memory, 0); // touches every page: none is missing when the clock runs
    int start = link(memory, lines, apart);
    long quickest = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = System.nanoTime();
      int end = follow(memory, start, STEPS);
      quickest = Math.min(quickest, System.nanoTime() - before);
      if (end < 0) {
        throw new IllegalStateException("the chain ran out of the memory, to " + end);
      }
    }
    return (double) quickest / STEPS;
  }

  private static int follow(long[] memory, int start, int steps) {
    int at = start;
    for (int step = 0; step < steps; step++) {
      at = (int) memory[at];
    }
    return at;
  }

  /** Links the lines into one ring in shuffled order; returns where it begins. */
  private static int link(long[] memory, int lines, int apart) {
    int[] places = new int[lines];
    for (int i = 0; i < lines; i++) {
      int line = apart == LONGS_IN_PAGE ? i % LINES_IN_PAGE : 0;
      places[i] = i * apart + line * LONGS_IN_LINE;
    }
    Random random = new Random(2);
    for (int i = lines - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int place = places[i];
      places[i] = places[other];
      places[other] = place;
    }
    for (int i = 0; i < lines; i++) {
      memory[places[i]] = places[(i + 1) % lines];
    }
    return places[0];
  }
}
