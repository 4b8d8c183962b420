package timeslice.workbook.jvm.explore;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A virtual thread that is its own scheduler: what the JDK wants to run of it is kept until
 * somebody runs it, on his own thread, up to the next place where it stops.
 */
final class SteppedThread implements Executor {

  /** How it came to stand still. */
  enum Stop {
    /** It is where it was meant to stop. */
    HERE,
    /** It waits for something, and nobody knows for what. */
    WAITS,
    /** It has stopped very often, and never where it was meant to. */
    GOES_ON
  }

  /** So often a thread may stop elsewhere. */
  private static final int PAUSES = 10_000;

  /** So many milliseconds a thread may wait for something unknown. */
  private static final int PATIENCE = 200;

  /** So often a thread may run on after it was told to end. */
  private static final int ENDINGS = 200;

  private final Thread thread;
  private volatile @Nullable Runnable ready;

  SteppedThread(String name, Runnable body) {
    thread = VirtualThreads.unstarted(name, this, body);
  }

  @Override
  public void execute(Runnable continuation) {
    ready = continuation;
  }

  void start() {
    thread.start();
  }

  /** Runs the thread until it stops where it should. */
  Stop runUntil(BooleanSupplier here) {
    for (int pauses = 0; pauses < PAUSES; pauses++) {
      Runnable continuation = ready;
      if (continuation == null) {
        return Stop.WAITS;
      }
      ready = null;
      continuation.run();
      if (here.getAsBoolean()) {
        return Stop.HERE;
      }
      awaitReady();
    }
    return Stop.GOES_ON;
  }

  // Something in the JDK may take another thread's lock for a moment, printing for example.
  private void awaitReady() {
    for (int i = 0; i < PATIENCE && ready == null; i++) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Runs the thread to its end, interrupting what it waits for; whether it came to its end. */
  boolean end() {
    for (int i = 0; thread.isAlive() && i < ENDINGS; i++) {
      if (ready == null) {
        thread.interrupt();
      }
      Runnable continuation = ready;
      if (continuation == null) {
        return false;
      }
      ready = null;
      continuation.run();
    }
    return !thread.isAlive();
  }

  /** For the thread itself: stops until it is run on. */
  @SuppressWarnings("ThreadPriorityCheck") // the scheduler that it relies on is this one
  static void stop() {
    Thread.yield();
  }

  /** For the thread itself: stands still for ever, whatever anybody does. */
  static void standStill() {
    while (true) {
      // Otherwise an interrupt would keep it from parking.
      boolean ignored = Thread.interrupted();
      LockSupport.park();
    }
  }

  StackTraceElement[] stackTrace() {
    return thread.getStackTrace();
  }
}
