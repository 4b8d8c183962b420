package timeslice.solutions;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Work that begins now and whose result is asked for later, so that a harness' lanes are all busy.
 */
final class Later<T> {
  private static final ExecutorService POOL =
      Executors.newFixedThreadPool(
          4, work -> Thread.ofPlatform().daemon().name("contract").unstarted(work));

  private final Future<T> future;

  private Later(Future<T> future) {
    this.future = future;
  }

  static <T> Later<T> of(Callable<T> work) {
    return new Later<>(POOL.submit(work));
  }

  /** Waits for it. */
  T get() {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
