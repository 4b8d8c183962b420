package timeslice.bench;

import java.lang.management.ManagementFactory;
import timeslice.program.SplitMix;
import timeslice.runtime.loop.EventLoop;
import timeslice.runtime.loop.Script;
import timeslice.runtime.loop.SoloHost;

/**
 * A million tasks on one event loop, each of three steps with a computation in each: how much CPU
 * time a step takes on the real machine, and how many bytes a task.
 *
 * <p>Run with {@code -Dbench=MillionTasks}; the README of core has the rest of the command.
 */
public final class MillionTasks {
  private static final int TASKS = 1_000_000;
  private static final int STEPS = 3;
  private static final int ROUNDS = 4;

  private MillionTasks() {}

  /** Takes about half a minute; no arguments. */
  public static void main(String[] arguments) {
    System.out.printf("%-42s %12s %12s%n", "", "ns per step", "bytes a task");
    print("sleep(0) twice", Script.script().compute(300).pause().compute(500).pause().compute(200));
    print(
        "sleep of the same time twice",
        Script.script().compute(300).sleep(1_000).compute(500).sleep(1_000).compute(200));
    print(
        "sleep of up to 0.27 s at random twice",
        Script.script()
            .compute(300)
            .sleep(frame -> 1 + (frame.local() & 0xfffffff))
            .compute(500)
            .sleep(frame -> 1 + (frame.local() >>> 36))
            .compute(200));
  }

  private static void print(String what, Script task) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      SoloHost host = start(task);
      long before = cpuTime();
      host.runUntilIdle();
      best = Math.min(best, (double) (cpuTime() - before) / TASKS / STEPS);
    }
    System.out.printf("%-42s %12.0f %12d%n", what, best, bytesAfterTheFirstStep(task));
  }

  private static SoloHost start(Script task) {
    SoloHost host = new SoloHost();
    EventLoop loop = host.loop();
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < TASKS; i++) {
      loop.createTask(task.on(loop, random.next() >>> 1));
    }
    return host;
  }

  private static long bytesAfterTheFirstStep(Script task) {
    long before = used();
    SoloHost host = start(task);
    host.iterate();
    long bytes = (used() - before) / TASKS;
    host.runUntilIdle(); // so that the collector cannot have taken it before
    return bytes;
  }

  /** Of this thread alone: a busy machine and the collector's threads do not count. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    Runtime jvm = Runtime.getRuntime();
    System.gc();
    return jvm.totalMemory() - jvm.freeMemory();
  }
}
