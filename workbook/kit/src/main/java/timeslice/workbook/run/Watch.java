package timeslice.workbook.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a law's thread will never come back.
 *
 * <p>It goes by what the threads did, not by how long it took, so that a slow or busy machine is
 * not taken for a hang: three seconds of CPU time in one try, or five seconds of waiting during
 * which nothing moved, or a deadlock the JVM itself can prove. One minute is the backstop.
 */
final class Watch {
  private static final long CPU_LIMIT = TimeUnit.SECONDS.toNanos(3);
  private static final long WAIT_LIMIT = TimeUnit.SECONDS.toNanos(5);
  private static final long IDLE_CPU = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long BACKSTOP = TimeUnit.SECONDS.toNanos(60);
  private static final int FEWEST_SAMPLES = 50;

  /** How a law that does not come back is stuck. */
  enum Stuck {
    /** It computes. */
    SPINS,
    /** It waits for something that does not happen. */
    WAITS,
    /** Threads wait for each other. */
    DEADLOCK,
    /** It asked the JVM to end. */
    EXITS
  }

  private final ThreadMXBean beans = ManagementFactory.getThreadMXBean();
  private final LawThread law;
  private long seenAttempts = -1;
  private long began;
  private long cpuWhenBegan;
  private long windowBegan;
  private long cpuWhenWindowBegan;
  private int samples;
  private int waiting;

  Watch(LawThread law) {
    this.law = law;
  }

  /** To be asked every few milliseconds; null while there is hope. */
  @Nullable Stuck look() {
    long now = System.nanoTime();
    long attempts = law.trial().attempts();
    if (attempts != seenAttempts) {
      seenAttempts = attempts;
      began = now;
      cpuWhenBegan = cpu();
      openWindow(now);
      return null;
    }
    long cpu = cpu();
    if (cpu - cpuWhenBegan >= CPU_LIMIT) {
      return Stuck.SPINS;
    }
    if (now - began >= BACKSTOP) {
      return waits() ? Stuck.WAITS : Stuck.SPINS;
    }
    samples++;
    if (waits()) {
      waiting++;
      if (exits()) {
        return Stuck.EXITS;
      }
      if (waiting > FEWEST_SAMPLES / 2 && deadlocked().length > 0) {
        return Stuck.DEADLOCK;
      }
    }
    if (now - windowBegan >= WAIT_LIMIT && samples >= FEWEST_SAMPLES) {
      boolean idle = cpu - cpuWhenWindowBegan < IDLE_CPU;
      if (idle && waiting >= samples - samples / 10) {
        return Stuck.WAITS;
      }
      openWindow(now);
    }
    return null;
  }

  private void openWindow(long now) {
    windowBegan = now;
    cpuWhenWindowBegan = cpu();
    samples = 0;
    waiting = 0;
  }

  private boolean waits() {
    return switch (law.getState()) {
      case BLOCKED, WAITING, TIMED_WAITING -> true;
      case NEW, RUNNABLE, TERMINATED -> false;
    };
  }

  // System.exit waits for the shutdown hooks, and ours waits for us.
  private boolean exits() {
    for (Thread thread : threads()) {
      if (Exits.inProgress(thread)) {
        return true;
      }
    }
    return false;
  }

  /** The law's thread and those it started, itself first. */
  List<Thread> threads() {
    ThreadGroup group = law.getThreadGroup();
    List<Thread> all = new ArrayList<>();
    all.add(law);
    if (group != null) {
      Thread[] found = new Thread[group.activeCount() + 8];
      int count = group.enumerate(found);
      for (int i = 0; i < count; i++) {
        if (found[i] != law) {
          all.add(found[i]);
        }
      }
    }
    return all;
  }

  /** Ids of deadlocked threads, when the law's are among them. */
  long[] deadlocked() {
    long[] ids = beans.findDeadlockedThreads();
    if (ids == null) {
      return new long[0];
    }
    for (long id : ids) {
      for (Thread thread : threads()) {
        if (thread.threadId() == id) {
          return ids;
        }
      }
    }
    return new long[0];
  }

  private long cpu() {
    long sum = 0;
    for (Thread thread : threads()) {
      sum += Math.max(0, beans.getThreadCpuTime(thread.threadId()));
    }
    return sum;
  }
}
