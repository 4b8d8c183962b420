package timeslice.lab.contextswitch.observe;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Chapter 6, for real: how many jobs a second a pool finishes as it grows, if every job computes
 * for about 5 ms and then sleeps for 15 ms. The direction is the point; the figures are this
 * machine's, in this second.
 */
public final class HowManyWorkers {
  private static final long CPU_NANOS = 5_000_000;
  private static final long SLEEP_MILLIS = 15;
  private static final long MEASURE_NANOS = 900_000_000L;

  /** Where the busy loop leaves its result, so that it is not optimised away. */
  @SuppressWarnings("UnusedVariable")
  private static volatile long sink;

  private HowManyWorkers() {}

  /** Takes about eight seconds. */
  public static void main(String[] args) throws InterruptedException {
    int cores = Runtime.getRuntime().availableProcessors();
    long rounds = roundsOf(CPU_NANOS);
    long asked = (long) Math.ceil(cores * (1 + SLEEP_MILLIS * 1e6 / CPU_NANOS));
    System.out.printf("%d cores, jobs of 5 ms CPU and 15 ms sleep: %d workers%n", cores, asked);
    System.out.println("workers  jobs/s  ceiling min(cores/cpu, N/(cpu+wait))");
    for (long workers : new long[] {1, cores, 2L * cores + 1, asked, 2 * asked, 4 * asked}) {
      double ceiling = Math.min(cores / 0.005, workers / 0.020);
      System.out.printf("%7d  %6.0f  %6.0f%n", workers, throughput((int) workers, rounds), ceiling);
    }
  }

  /** How many rounds of the busy loop take this long on one core; the best of a few tries. */
  private static long roundsOf(long nanos) {
    long rounds = 200_000;
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 200; i++) {
      long start = System.nanoTime();
      compute(rounds);
      best = Math.min(best, System.nanoTime() - start);
    }
    return Math.max(1, rounds * nanos / Math.max(1, best));
  }

  private static double throughput(int workers, long rounds) throws InterruptedException {
    AtomicLong done = new AtomicLong();
    long end = System.nanoTime() + MEASURE_NANOS;
    Thread[] pool = new Thread[workers];
    for (int i = 0; i < workers; i++) {
      pool[i] =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (System.nanoTime() < end) {
                      compute(rounds);
                      try {
                        Thread.sleep(SLEEP_MILLIS);
                      } catch (InterruptedException stop) {
                        return;
                      }
                      if (System.nanoTime() < end) {
                        done.incrementAndGet();
                      }
                    }
                  });
    }
    for (Thread worker : pool) {
      worker.join();
    }
    return done.get() * 1e9 / MEASURE_NANOS;
  }

  private static void compute(long rounds) {
    long x = 1;
    for (long i = 0; i < rounds; i++) {
      x = x * 6364136223846793005L + 1442695040888963407L;
    }
    sink = x;
  }
}
