package timeslice.workbook.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.engine.execution.lifecycle.CurrentDomainContext;
import net.jqwik.engine.execution.lifecycle.CurrentTestDescriptor;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;

/**
 * The thread that runs one law, so that the engine's own thread is free to watch it and, when it
 * never comes back, to leave it behind.
 *
 * <p>Threads that an answer starts join its group.
 */
final class LawThread extends Thread {

  /** The group of a law's threads. */
  static final class Group extends ThreadGroup {
    private final Trial trial;

    private Group(Trial trial) {
      super("law");
      this.trial = trial;
    }

    Trial trial() {
      return trial;
    }
  }

  /** What is run; it may throw anything. */
  interface Work<T> {
    T run() throws Throwable;
  }

  private final Trial trial;
  private final CountDownLatch done = new CountDownLatch(1);

  private LawThread(Trial trial, Runnable work) {
    // Enough stack for honest recursion over small examples; endless recursion ends soon.
    super(new Group(trial), work, "law", 2 << 20);
    this.trial = trial;
    setDaemon(true);
  }

  Trial trial() {
    return trial;
  }

  boolean await(long millis) throws InterruptedException {
    return done.await(millis, TimeUnit.MILLISECONDS);
  }

  /** The result of some work, or what it threw; both null while it has not come back. */
  static final class Result<T> {
    volatile @Nullable T value;
    volatile @Nullable Throwable thrown;
  }

  /** Starts the work with jqwik's state of the calling thread. */
  static <T> LawThread start(Trial trial, Result<T> result, Work<T> work) {
    TestDescriptor descriptor = CurrentTestDescriptor.get();
    DomainContext domain = CurrentDomainContext.get();
    CountDownLatch[] done = new CountDownLatch[1];
    Runnable inContext =
        () ->
            CurrentDomainContext.runWithContext(
                domain,
                () ->
                    CurrentTestDescriptor.runWithDescriptor(
                        descriptor,
                        () -> {
                          try {
                            result.value = work.run();
                          } catch (Throwable e) {
                            result.thrown = e;
                          }
                          return true;
                        }));
    LawThread thread =
        new LawThread(
            trial,
            () -> {
              try {
                inContext.run();
              } finally {
                done[0].countDown();
              }
            });
    done[0] = thread.done;
    thread.start();
    return thread;
  }
}
