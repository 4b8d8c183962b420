package timeslice.bench;

import org.openjdk.jmh.runner.RunnerException;

/**
 * Seconds for a million coroutines and for a million virtual threads: CPU time of the whole JVM, as
 * there is garbage to collect.
 */
final class MillionFigures {
  private static final double SECOND = 1e9;

  private MillionFigures() {}

  static void print(Table table) throws RunnerException {
    Results results = Results.of(Results.shots(MillionBenchmark.class, ".*", 1, 3));
    table.title("A million tasks of a language's runtime, trace summarised", "s of CPU time");
    table.atMost(10, "coroutines on one loop", results.median("coroutines", "jvm") / SECOND);
    table.atMost(
        10, "virtual threads on four carriers", results.median("virtualThreads", "jvm") / SECOND);
  }
}
