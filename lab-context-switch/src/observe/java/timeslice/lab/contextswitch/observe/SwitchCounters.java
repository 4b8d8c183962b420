package timeslice.lab.contextswitch.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Counts context switches of single threads: one that sleeps a thousand times, one that computes.
 * The file of the whole process shows something else.
 */
public final class SwitchCounters {
  private static final Path THREAD = Path.of("/proc/thread-self/status");
  private static final Path PROCESS = Path.of("/proc/self/status");

  private SwitchCounters() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (!Files.exists(THREAD)) {
      System.out.println("skipped: there is no " + THREAD + " here (it is Linux's)");
      return;
    }
    Counts before = Counts.read(PROCESS);
    System.out.println("                                   voluntary  involuntary");
    List<Thread> threads =
        List.of(
            Thread.ofPlatform()
                .start(() -> report("sleeps 1000 times for 0.5 ms", SwitchCounters::sleeps)),
            Thread.ofPlatform()
                .start(() -> report("computes for 2 seconds", SwitchCounters::computes)),
            Thread.ofPlatform()
                .start(() -> report("computes for 2 seconds", SwitchCounters::computes)),
            Thread.ofPlatform()
                .start(() -> report("computes for 2 seconds", SwitchCounters::computes)));
    for (Thread thread : threads) {
      thread.join();
    }
    print(PROCESS.toString(), Counts.read(PROCESS).minus(before));
  }

  private static void report(String what, Runnable work) {
    try {
      Counts before = Counts.read(THREAD);
      work.run();
      print(what, Counts.read(THREAD).minus(before));
    } catch (IOException e) {
      System.out.println("skipped: " + e);
    }
  }

  private static void sleeps() {
    try {
      for (int i = 0; i < 1000; i++) {
        TimeUnit.MICROSECONDS.sleep(500);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void computes() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static synchronized void print(String what, Counts counts) {
    System.out.printf("%-32s %11d  %11d%n", what, counts.voluntary(), counts.involuntary());
  }

  /** How often a thread gave up the CPU, and how often it was taken away. */
  private record Counts(long voluntary, long involuntary) {
    static Counts read(Path status) throws IOException {
      List<String> lines = Files.readAllLines(status);
      return new Counts(
          number(lines, "voluntary_ctxt_switches:"), number(lines, "nonvoluntary_ctxt_switches:"));
    }

    Counts minus(Counts earlier) {
      return new Counts(voluntary - earlier.voluntary, involuntary - earlier.involuntary);
    }

    private static long number(List<String> lines, String name) throws IOException {
      for (String line : lines) {
        if (line.startsWith(name)) {
          return Long.parseLong(line.substring(name.length()).strip());
        }
      }
      throw new IOException("no line \"" + name + "\"");
    }
  }
}
