package timeslice.lab.threads.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Chapter 2, for real: how often threads leave the CPU by themselves (voluntary) and how often the
 * kernel takes it from them (involuntary). Linux counts this for each thread.
 */
public final class WhoGivesUpTheCpu {
  private static final Path STATUS = Path.of("/proc/thread-self/status");
  private static final long NANOS = 1_000_000_000L;

  private WhoGivesUpTheCpu() {}

  /** Takes about two seconds. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (!Files.exists(STATUS)) {
      System.out.println("skipped: there is no " + STATUS + " here (it is Linux's)");
      return;
    }
    int cores = Runtime.getRuntime().availableProcessors();
    System.out.println(cores + " cores, 1 second         voluntary  involuntary");
    together("computes", 2 * cores, () -> {});
    together("yields", 2 * cores, Thread::yield);
    together("sleeps 1 ms", 1, WhoGivesUpTheCpu::sleep);
  }

  /** So many threads do this over and over again for a second, all at the same time. */
  private static void together(String what, int threads, Runnable step)
      throws InterruptedException {
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(Thread.ofPlatform().start(() -> report(what, step)));
    }
    for (Thread thread : all) {
      thread.join();
    }
  }

  private static void report(String what, Runnable step) {
    try {
      long[] before = counts();
      long end = System.nanoTime() + NANOS;
      while (System.nanoTime() < end) {
        step.run();
      }
      long[] after = counts();
      synchronized (WhoGivesUpTheCpu.class) {
        System.out.printf("%-24s %10d  %11d%n", what, after[0] - before[0], after[1] - before[1]);
      }
    } catch (IOException e) {
      System.out.println("skipped: " + e);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Voluntary and involuntary switches of the thread that asks. */
  private static long[] counts() throws IOException {
    long[] counts = new long[2];
    for (String line : Files.readAllLines(STATUS)) {
      if (line.startsWith("voluntary_ctxt_switches:")) {
        counts[0] = Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
      } else if (line.startsWith("nonvoluntary_ctxt_switches:")) {
        counts[1] = Long.parseLong(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return counts;
  }
}
