package timeslice.lab.sample;

import static timeslice.Todo.todo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** Stand-ins for what readers write: one method for every way of going wrong. */
@SuppressWarnings({"InfiniteRecursion", "SystemExitOutsideMain"})
public final class Answers {
  private static final Object LEFT = new Object();
  private static final Object RIGHT = new Object();

  private static volatile boolean released;

  private Answers() {}

  public static int notWritten() {
    return todo("9.1: anything");
  }

  /** Computes until the test lets it go, so that it does not slow down the tests after it. */
  public static void spin() {
    while (!released) {
      Thread.onSpinWait();
    }
  }

  public static void release() {
    released = true;
  }

  public static void sleep() {
    LockSupport.park();
    sleep();
  }

  public static int recurse(int n) {
    return again(n) + 1;
  }

  private static int again(int n) {
    return recurse(n) - 1;
  }

  public static int hoard() {
    List<long[]> all = new ArrayList<>();
    while (true) {
      all.add(new long[1 << 20]);
    }
  }

  public static void printForEver() {
    while (true) {
      System.out.println("here I am again, and I shall say so a gigabyte long");
    }
  }

  public static void exit() {
    System.exit(0);
  }

  /** Two threads that take two monitors in opposite order. */
  public static void deadlock() {
    CountDownLatch both = new CountDownLatch(2);
    Thread other = new Thread(() -> take(RIGHT, LEFT, both));
    other.start();
    take(LEFT, RIGHT, both);
  }

  private static void take(Object first, Object second, CountDownLatch both) {
    synchronized (first) {
      both.countDown();
      try {
        both.await();
      } catch (InterruptedException e) {
        return;
      }
      synchronized (second) {
        both.countDown();
      }
    }
  }
}
