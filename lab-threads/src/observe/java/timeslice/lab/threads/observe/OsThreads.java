package timeslice.lab.threads.observe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Counts the tasks that the kernel keeps for this JVM, with platform and with virtual threads. */
public final class OsThreads {
  private static final Path TASKS = Path.of("/proc/self/task");

  private OsThreads() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (!Files.isDirectory(TASKS)) {
      System.out.println("skipped: there is no " + TASKS + " here, only Linux has one");
      return;
    }
    count("100 platform threads", Thread.ofPlatform().daemon(), 100);
    count("10,000 virtual threads", Thread.ofVirtual(), 10_000);
  }

  private static void count(String what, Thread.Builder builder, int threads)
      throws IOException, InterruptedException {
    CountDownLatch waiting = new CountDownLatch(threads);
    CountDownLatch end = new CountDownLatch(1);
    long before = tasks();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      all.add(
          builder.start(
              () -> {
                waiting.countDown();
                try {
                  end.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    waiting.await();
    System.out.printf("%s, all waiting: %+d kernel tasks%n", what, tasks() - before);
    end.countDown();
    for (Thread thread : all) {
      thread.join();
    }
  }

  private static long tasks() throws IOException {
    try (Stream<Path> tasks = Files.list(TASKS)) {
      return tasks.count();
    }
  }
}
