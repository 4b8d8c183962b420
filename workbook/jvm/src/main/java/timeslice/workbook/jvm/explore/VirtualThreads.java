package timeslice.workbook.jvm.explore;

import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;

/**
 * Virtual threads with a scheduler of our own: whenever one can run on, the JDK gives the scheduler
 * something to run, and nothing happens until it does.
 *
 * <p>The JDK keeps this possibility to itself ({@code java.lang.ThreadBuilders} in JDK 25), so the
 * JVM must be started with the root pom's {@code jvm.access}.
 */
final class VirtualThreads {
  private static final Constructor<?> BUILDER = builder();

  private VirtualThreads() {}

  /** A thread that is not started yet. */
  static Thread unstarted(String name, Executor scheduler, Runnable body) {
    try {
      var builder = (Thread.Builder.OfVirtual) BUILDER.newInstance(scheduler);
      return builder.name(name).unstarted(body);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Constructor<?> builder() {
    try {
      Constructor<?> builder =
          Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
              .getDeclaredConstructor(Executor.class);
      builder.setAccessible(true);
      return builder;
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new IllegalStateException(
          "the explorer needs JDK 25 started with --add-opens=java.base/java.lang=ALL-UNNAMED"
              + " (jvm.access in the root pom.xml)",
          e);
    }
  }
}
