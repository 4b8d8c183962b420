package timeslice.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;

/**
 * Nanoseconds of CPU time per event. An event is the end of a turn on a core or of a wait, however
 * many things core notes of it.
 */
final class SchedulingFigures {
  private static final int[] CORES = {1, 4, 16, 64, 256, 1024};
  private static final int MILLION = 1_000_000;

  private final Table table;
  private final boolean quick;
  private final Results results;

  private SchedulingFigures(Table table, boolean quick) throws RunnerException {
    this.table = table;
    this.quick = quick;
    List<ChainedOptionsBuilder> runs = new ArrayList<>();
    runs.add(shots("machine|calendar|heap", 7, 7).param("longWaits", "false", "true"));
    runs.add(shots("machine|calendar", 7, 9).param("cores", "1", "16", "64", "256", "1024"));
    runs.add(
        shots("machine|machineHeap|calendar|heap", 2, 5)
            .param("longWaits", "false", "true")
            .param("tasks", "1000000"));
    runs.add(
        shots("machine", 2, 5)
            .param("longWaits", "false", "true")
            .param("tasks", "1000000")
            .param("recording", "SUMMARY", "FULL"));
    if (!quick) {
      runs.add(
          shots("machine|calendar", 0, 1)
              .param("longWaits", "false", "true")
              .param("tasks", "10000000"));
    }
    results = Results.of(runs.toArray(ChainedOptionsBuilder[]::new));
  }

  private static ChainedOptionsBuilder shots(String methods, int warmup, int measured) {
    return Results.shots(SchedulingBenchmark.class, methods, warmup, measured);
  }

  static void print(Table table, boolean quick) throws RunnerException {
    for (boolean longWaits : new boolean[] {false, true}) {
      for (int cores : CORES) {
        new SchedulingWorkload(20_000, cores, longWaits).check();
      }
    }
    SchedulingFigures figures = new SchedulingFigures(table, quick);
    table.remark(
        """

        Scheduling: core and both floors agreed on slices, waits, end and turnaround, and both \
        queues of core on everything noted, in order.""");
    figures.tasks();
    figures.recording();
    figures.cores();
    figures.memory();
  }

  private void tasks() {
    table.title("Scheduling on 4 cores, turns of 10 ns", "ns per event; floor: calendar queue");
    for (boolean longWaits : new boolean[] {false, true}) {
      String load = longWaits ? "I/O-heavy" : "CPU-bound";
      Case small = new Case(100_000, 4, longWaits);
      table.line(load + ", 100,000 tasks", small.machine(), small.calendar());
      Case million = new Case(MILLION, 4, longWaits);
      double goal = longWaits ? 170 : 60;
      table.atMost(goal, load + ", 1,000,000 tasks", million.machine(), million.calendar());
      if (!quick) {
        Case large = new Case(10_000_000, 4, longWaits);
        table.line(load + ", 10,000,000 tasks, once", large.machine(), large.calendar());
      }
      table.line(
          load + ", 1,000,000 tasks, both with a heap",
          million.nanos("machineHeap", "OFF"),
          million.nanos("heap", "OFF"));
    }
  }

  private void recording() {
    table.title("The same with 1,000,000 tasks and the trace", "ns per event");
    for (boolean longWaits : new boolean[] {false, true}) {
      String load = longWaits ? "I/O-heavy" : "CPU-bound";
      Case million = new Case(MILLION, 4, longWaits);
      double floor = million.calendar();
      table.line(load + ", summarised", million.nanos("machine", "SUMMARY"), floor);
      table.atMost(150, load + ", kept in full", million.nanos("machine", "FULL"), floor);
    }
  }

  private void cores() {
    table.title("Cores, with 100,000 CPU-bound tasks", "ns per event; floor: calendar queue");
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int cores : CORES) {
      Case on = new Case(100_000, cores, false);
      least = Math.min(least, on.machine());
      most = Math.max(most, on.machine());
      table.line("%,d cores".formatted(cores), on.machine(), on.calendar());
    }
    table.atMostTimes(1.25, "flat: the most beside the least", most, least);
  }

  private void memory() {
    table.title("Memory with 1,000,000 tasks", "bytes per task, all that was allocated");
    for (boolean longWaits : new boolean[] {false, true}) {
      Case million = new Case(MILLION, 4, longWaits);
      table.atMost(
          64,
          longWaits ? "I/O-heavy" : "CPU-bound",
          million.median("machine", "OFF", "bytes") / MILLION,
          million.median("calendar", "OFF", "bytes") / MILLION);
    }
  }

  /** One workload, measured in core and on the floors. */
  private final class Case {
    private final int tasks;
    private final int cores;
    private final boolean longWaits;

    Case(int tasks, int cores, boolean longWaits) {
      this.tasks = tasks;
      this.cores = cores;
      this.longWaits = longWaits;
      double end = median("calendar", "OFF", "simulated");
      if (median("machine", "OFF", "simulated") != end) {
        throw new IllegalStateException("core and the floor ended at different times");
      }
    }

    double median(String name, String recording, String counter) {
      return results.median(
          "%s cores=%d longWaits=%s recording=%s tasks=%d"
              .formatted(name, cores, longWaits, recording, tasks),
          counter);
    }

    double nanos(String name, String recording) {
      return median(name, recording, "cpu") / median("calendar", "OFF", "events");
    }

    double machine() {
      return nanos("machine", "OFF");
    }

    double calendar() {
      return nanos("calendar", "OFF");
    }
  }
}
