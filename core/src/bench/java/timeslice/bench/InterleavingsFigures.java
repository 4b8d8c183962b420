package timeslice.bench;

import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/** Nanoseconds of CPU time for each state of a program of which all interleavings are explored. */
final class InterleavingsFigures {
  private InterleavingsFigures() {}

  static void print(Table table, boolean quick) throws RunnerException {
    Results results = quick ? Results.of(few()) : Results.of(few(), many());
    table.title("All interleavings of two threads with n increments", "ns per state");
    print(table, results, 10, 62_844);
    if (!quick) {
      print(table, results, 30, 6_773_884);
    }
  }

  private static ChainedOptionsBuilder few() {
    return Results.shots(InterleavingsBenchmark.class, ".*", 10, 15).param("increments", "10");
  }

  private static ChainedOptionsBuilder many() {
    return Results.shots(InterleavingsBenchmark.class, ".*", 1, 3).param("increments", "30");
  }

  private static void print(Table table, Results results, int increments, int states) {
    double core = nanos(results, "interleavings", increments, states);
    String n = "n = %d, %,d states".formatted(increments, states);
    double maps = nanos(results, "interleavingsFloor", increments, states);
    table.atMostTimes(1.5, n + " (floor: the JDK's maps)", core, maps);
    double arrays = nanos(results, "interleavingsArrays", increments, states);
    table.line(n + " (floor: arrays)", core, arrays);
  }

  private static double nanos(Results results, String name, int increments, int states) {
    return results.median(name + " increments=" + increments, "cpu") / states;
  }
}
