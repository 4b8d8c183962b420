package timeslice.lab.threads.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import timeslice.workbook.jvm.NativeIds;

/** Counts threads that go on with another kernel task, or on another CPU, after a short sleep. */
public final class ThreadIds {
  private static final int THREADS = 200;

  private ThreadIds() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws InterruptedException {
    NativeIds ids = NativeIds.find().orElse(null);
    if (ids == null) {
      System.out.println("skipped: this C library has no gettid and sched_getcpu (Linux's has)");
      return;
    }
    report("platform", Thread.ofPlatform(), ids);
    report("virtual", Thread.ofVirtual(), ids);
  }

  private static void report(String what, Thread.Builder builder, NativeIds ids)
      throws InterruptedException {
    AtomicInteger otherTask = new AtomicInteger();
    AtomicInteger otherCpu = new AtomicInteger();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(
          builder.start(
              () -> {
                int task = ids.task();
                int cpu = ids.cpu();
                sleep();
                otherTask.addAndGet(ids.task() == task ? 0 : 1);
                otherCpu.addAndGet(ids.cpu() == cpu ? 0 : 1);
              }));
    }
    for (Thread thread : all) {
      thread.join();
    }
    System.out.printf(
        "%d %-8s threads: after a sleep %3d on another kernel task, %3d on another CPU%n",
        THREADS, what, otherTask.get(), otherCpu.get());
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
