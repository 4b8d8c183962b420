package timeslice.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import timeslice.trace.Limit;

/** How many threads and processes there are beside what the machine allows, and their weights. */
final class Accounts {
  /** Linux: that of nice 0. */
  static final int NORMAL_WEIGHT = 1024;

  private final Limits limits;
  private int threads;
  private int processes;
  private long memory;

  /** Empty until somebody's weight is not normal. */
  private int[] weights = new int[0];

  Accounts(Limits limits) {
    this.limits = limits;
  }

  /** Takes what a thread needs; the limit that forbids it, or null. */
  @Nullable Limit newThread() {
    if (threads == limits.threads()) {
      return Limit.THREADS;
    }
    if (limits.bytesPerThread() > limits.memoryBytes() - memory) {
      return Limit.MEMORY;
    }
    threads++;
    memory += limits.bytesPerThread();
    return null;
  }

  void threadEnded() {
    threads--;
    memory -= limits.bytesPerThread();
  }

  /** The number of a new process, -1 if there is no memory for it. */
  int newProcess() {
    if (limits.bytesPerProcess() > limits.memoryBytes() - memory) {
      return -1;
    }
    memory += limits.bytesPerProcess();
    return processes++;
  }

  int weight(int thread) {
    return thread < weights.length && weights[thread] > 0 ? weights[thread] : NORMAL_WEIGHT;
  }

  void setWeight(int thread, int weight) {
    if (weight < 1) {
      throw new IllegalArgumentException("a weight must be 1 or more, got " + weight);
    }
    if (thread >= weights.length) {
      weights = Arrays.copyOf(weights, thread + (thread >> 1) + 16);
    }
    weights[thread] = weight;
  }
}
