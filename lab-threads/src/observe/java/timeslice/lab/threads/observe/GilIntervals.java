package timeslice.lab.threads.observe;

import timeslice.kernel.Machine;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.GilThreads;
import timeslice.runtime.Run;
import timeslice.trace.GilHold;

/**
 * Chapter 5: core's machine under a GIL, with three switch intervals: how often two computing
 * threads take turns, and how long 100 requests take beside a thread that computes.
 */
public final class GilIntervals {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  private GilIntervals() {}

  /** Prints a line for each interval. */
  public static void main(String[] args) {
    Program loop = Program.start().compute(200 * MILLI).end();
    System.out.println("interval      turns of two loops   100 requests beside a loop");
    for (long interval : new long[] {20 * MILLI, 5 * MILLI, MILLI / 2}) {
      GilThreads rules = GilThreads.cpython().withInterval(interval).withWakeLatency(50 * MICRO);
      Run turns = rules.run(Machine.cores(2), Workload.of(loop, loop));
      System.out.printf(
          "%5.1f ms      %18d   %9.1f ms with I/O of 100 us, %4.1f ms with 10 us%n",
          interval / 1e6,
          GilHold.all(turns.trace()).size(),
          requests(rules, 100 * MICRO),
          requests(rules, 10 * MICRO));
    }
  }

  /** When the last of 100 requests is answered, in milliseconds. */
  private static double requests(GilThreads rules, long io) {
    Program answers =
        Program.start()
            .repeat(99, code -> code.compute(60 * MICRO).io(io))
            .compute(60 * MICRO)
            .end();
    Program busy = Program.start().compute(5_000 * MILLI).end();
    return GilHold.all(rules.run(Machine.cores(2), Workload.of(answers, busy)).trace()).stream()
            .filter(hold -> hold.thread() == 0)
            .mapToLong(GilHold::to)
            .max()
            .orElse(0)
        / 1e6;
  }
}
