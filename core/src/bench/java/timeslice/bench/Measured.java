package timeslice.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What is measured of one long run, beside its time on the clock, which says little on a machine
 * that others use as well.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Measured {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** CPU time of the thread that runs it, in nanoseconds. */
  public long cpu;

  /** CPU time of the whole JVM, with its garbage collector and its compiler, in nanoseconds. */
  public long jvm;

  /** What the thread allocated, in bytes, garbage included. */
  public long bytes;

  /** When the simulated run ended, in simulated nanoseconds. */
  public long simulated;

  /** How many events it had, if it counts them. */
  public long events;

  void begin() {
    jvm = -SYSTEM.getProcessCpuTime();
    bytes = -THREADS.getCurrentThreadAllocatedBytes();
    cpu = -THREADS.getCurrentThreadCpuTime();
  }

  void end(long simulatedEnd, long simulatedEvents) {
    cpu += THREADS.getCurrentThreadCpuTime();
    bytes += THREADS.getCurrentThreadAllocatedBytes();
    jvm += SYSTEM.getProcessCpuTime();
    simulated = simulatedEnd;
    events = simulatedEvents;
  }
}
