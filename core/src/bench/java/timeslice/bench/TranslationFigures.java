package timeslice.bench;

import java.io.IOException;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Nanoseconds per reference of a recorded trace.
 *
 * <p>Each pass over the trace is timed by itself, and what is printed is the tenth percentile: a
 * pass takes a few milliseconds, so that on a busy machine most passes that quick were left alone.
 */
final class TranslationFigures {
  private TranslationFigures() {}

  static void print(Table table) throws IOException, RunnerException {
    int length = Trace.load().length;
    Results results =
        Results.of(
            Results.samples(TranslationBenchmark.class, ".*", 2, "-Dtrace=" + Trace.FILE, "-Xmx1g")
                .forks(2));
    Nanos nanos = name -> results.percentile(name, 10) / length;
    table.title("Translation, %,d references".formatted(length), "ns per reference");
    table.atMostBoth(
        9, 1.5, "full MMU, 16 x 4, one address space", nanos.of("mmu1"), nanos.of("mmu1Floor"));
    table.atMostBoth(
        9,
        1.5,
        "full MMU, 16 x 4, four address spaces in turns",
        nanos.of("mmu4"),
        nanos.of("mmu4Floor"));
    table.atMost(
        2.5,
        "TLB alone, 16 x 4 (floor: tags only)",
        nanos.of("setAssociative"),
        nanos.of("setAssociativeFloor"));
    table.line(
        "TLB alone, 1 x 64 (floor: tags only)",
        nanos.of("fullyAssociative"),
        nanos.of("fullyAssociativeFloor"));
    table.atMost(
        10, "misses of all sizes at once (Mattson)", nanos.of("mattson"), nanos.of("mattsonFloor"));
  }

  private interface Nanos {
    double of(String benchmark);
  }
}
