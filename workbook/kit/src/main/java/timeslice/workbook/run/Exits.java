package timeslice.workbook.run;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the JVM alive when an answer calls {@code System.exit}, until the run is over.
 *
 * <p>Nothing can forbid the call since Java 24, but it waits for the shutdown hooks. Ours waits for
 * the thread that runs the laws, which meanwhile reports the law and goes on; that thread ends, or
 * asks for the exit itself, when everything is said.
 */
final class Exits {
  private static boolean registered;
  private static volatile @Nullable LawThread current;
  private static volatile @Nullable Thread engine;

  private Exits() {}

  /** To be called on the engine's thread when a law starts. */
  static void running(LawThread law) {
    current = law;
    engine = Thread.currentThread();
    register();
  }

  private static synchronized void register() {
    if (registered) {
      return;
    }
    registered = true;
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(Exits::waitForTheRun, "exit-guard"));
    } catch (IllegalStateException e) {
      // The JVM is ending already: nothing is left to guard.
      return;
    }
  }

  /** Whether a thread is inside {@code System.exit}. */
  static boolean inProgress(Thread thread) {
    for (StackTraceElement frame : thread.getStackTrace()) {
      if (frame.getClassName().equals("java.lang.Runtime")
          && frame.getMethodName().equals("exit")) {
        return true;
      }
    }
    return false;
  }

  private static void waitForTheRun() {
    LawThread law = current;
    Thread runner = engine;
    if (law == null || runner == null || !askedBy(law)) {
      return; // the run itself, or the reader's Ctrl-C
    }
    while (runner.isAlive() && !inProgress(runner)) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static boolean askedBy(LawThread law) {
    if (inProgress(law)) {
      return true;
    }
    ThreadGroup group = law.getThreadGroup();
    if (group != null) {
      Thread[] threads = new Thread[group.activeCount() + 8];
      int count = group.enumerate(threads);
      for (int i = 0; i < count; i++) {
        if (inProgress(threads[i])) {
          return true;
        }
      }
    }
    return false;
  }
}
