package timeslice.workbook.jvm;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The number of the kernel task and of the CPU that execute this call, on Linux.
 *
 * <p>Both are true for the moment of the call only: a virtual thread may go on with another task
 * after any wait, and a task on another CPU at any instant. Never keep them in a ThreadLocal.
 */
public final class NativeIds {
  private final MethodHandle gettid;
  private final MethodHandle schedGetcpu;

  private NativeIds(MethodHandle gettid, MethodHandle schedGetcpu) {
    this.gettid = gettid;
    this.schedGetcpu = schedGetcpu;
  }

  /** Empty where the C library has no {@code gettid} or no {@code sched_getcpu}. */
  public static Optional<NativeIds> find() {
    return find("gettid")
        .flatMap(task -> find("sched_getcpu").map(cpu -> new NativeIds(task, cpu)));
  }

  private static Optional<MethodHandle> find(String function) {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find(function)
        .map(at -> linker.downcallHandle(at, FunctionDescriptor.of(JAVA_INT)));
  }

  /** The kernel task that runs now ({@code gettid}). */
  public int task() {
    return call(gettid);
  }

  /** The CPU that it runs on ({@code sched_getcpu}). */
  public int cpu() {
    return call(schedGetcpu);
  }

  private static int call(MethodHandle function) {
    try {
      return (int) function.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("a call without arguments cannot fail, yet: " + e, e);
    }
  }
}
