package timeslice.bench;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures everything in one run and prints nanoseconds per reference, and the ratios.
 *
 * <p>Each pass over the trace is timed by itself, and what is printed is the tenth percentile: a
 * pass takes a few milliseconds, so that on a busy machine most passes that quick were left alone.
 */
public final class Bench {
  private Bench() {}

  /** Takes about two minutes; no arguments. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    int length = Trace.load().length;
    Options options =
        new OptionsBuilder()
            .include(TranslationBenchmark.class.getSimpleName())
            .forks(2)
            .jvmArgs("-Dtrace=" + Trace.FILE, "-Xmx1g")
            .warmupIterations(3)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(3)
            .measurementTime(TimeValue.seconds(1))
            .verbosity(VerboseMode.SILENT)
            .build();
    Map<String, Double> nanos = new TreeMap<>();
    for (RunResult result : new Runner(options).run()) {
      String name = result.getPrimaryResult().getLabel();
      nanos.put(name, result.getPrimaryResult().getStatistics().getPercentile(10) / length);
    }
    System.out.printf("%s, %,d references; ns per reference%n", Trace.FILE, length);
    System.out.printf("%-52s %6s %6s %6s%n", "", "core", "floor", "ratio");
    print(nanos, "mmu1", "full MMU, 16 x 4, one address space");
    print(nanos, "mmu4", "full MMU, 16 x 4, four address spaces in turns");
    print(nanos, "setAssociative", "TLB alone, 16 x 4 (the floor keeps tags only)");
    print(nanos, "fullyAssociative", "TLB alone, 1 x 64 (the floor keeps tags only)");
    print(nanos, "mattson", "misses of all sizes at once (Mattson)");
  }

  private static void print(Map<String, Double> nanos, String name, String what) {
    double core = nanos.getOrDefault(name, Double.NaN);
    double floor = nanos.getOrDefault(name + "Floor", Double.NaN);
    System.out.printf("%-52s %6.2f %6.2f %6.2f%n", what, core, floor, core / floor);
  }
}
