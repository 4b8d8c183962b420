package timeslice.explore;

import org.jspecify.annotations.Nullable;

/**
 * A concurrent program as a transition system: threads that take atomic steps on a shared state.
 *
 * <p>A state is a vector of numbers of one fixed length and holds everything: shared memory, what
 * each thread has in its registers, and where each thread is. Two states with equal numbers have
 * the same future; that is what lets an exploration merge them. A step is chosen by naming a
 * thread; nothing else is left to chance.
 */
public interface StepModel {

  /** How many threads there are, 1 or more; their numbers start at 0. */
  int threads();

  /** The state before any step, as a new array. */
  int[] initial();

  /** Whether this thread has no step left in this state. */
  boolean finished(int[] state, int thread);

  /**
   * Whether this thread can take its next step now; false while it waits, and once it has finished.
   */
  boolean enabled(int[] state, int thread);

  /** Takes the thread's next step, which must be enabled, by changing the state in place. */
  void step(int[] state, int thread);

  /** What the thread's next step does, in a few words for a timeline: {@code "read x = 0"}. */
  String describe(int[] state, int thread);

  /**
   * What a thread that has not finished, and cannot take a step, is waiting for, in a few words for
   * a timeline: {@code "waits for m"}.
   */
  default String blocked(int[] state, int thread) {
    return "waits";
  }

  /** What is wrong with this state, in a sentence, or null if nothing is; asked after each step. */
  default @Nullable String violation(int[] state) {
    return null;
  }
}
