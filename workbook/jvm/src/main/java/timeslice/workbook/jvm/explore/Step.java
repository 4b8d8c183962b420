package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;

/**
 * One atomic step on a shared object: it waits until it is enabled, and then happens in one go.
 *
 * <p>Every operation of this package is one such step, or two ({@link SharedCondition#await}: fall
 * asleep, wake up). Two steps are equal if a thread that takes the one instead of the other would
 * not notice.
 *
 * @param <T> what the step returns to the thread that takes it
 */
interface Step<T extends @Nullable Object> {

  /** The shared object that the step is on. */
  SharedObject on();

  /** Whether the step can be taken now; until then its thread waits. */
  default boolean enabled() {
    return true;
  }

  /** Whether the step, which is not enabled, could be taken as a wake-up that nobody caused. */
  default boolean spurious() {
    return false;
  }

  /** Whether the step, which is enabled, would change nothing but its thread's knowledge. */
  default boolean silent() {
    return false;
  }

  /** Takes the step. A silent one may be taken any number of times to see what it would return. */
  T perform();

  /** What the thread learned, as a number: equal numbers, equal results. */
  default int observe(T result) {
    return switch (result) {
      case Integer number -> number;
      case Boolean answer -> answer ? 1 : 0;
      case null, default -> 0;
    };
  }

  /** What was done, in words for a timeline: {@code reads n = 0}. */
  String words(T result);

  /** What its thread waits for while the step is not enabled: {@code waits for a, held by B}. */
  default String waits() {
    return "waits for " + on();
  }

  /** Whether this is the second half of an operation, whose first half told of the waiting. */
  default boolean resumes() {
    return false;
  }
}
