package timeslice.runtime.free;

import java.util.ArrayList;
import java.util.List;

/** A thread as {@link ReferenceCounts} knows it. */
final class InterpreterThread {

  /** Where a thread is: it runs Python, is blocked outside, or has left for good. */
  enum Where {
    ATTACHED,
    DETACHED,
    GONE
  }

  /** A reference on an evaluation stack, and whether the object's count knows of it. */
  record OnStack(BiasedCount object, boolean counted) {}

  Where where = Where.ATTACHED;

  /** Objects that this thread should merge; the queue has a reference to each. */
  final List<BiasedCount> queue = new ArrayList<>();

  final List<OnStack> stack = new ArrayList<>();

  /** Whether the thread should look into its queue at the next call or loop. */
  boolean evalBreaker;

  boolean hasOnStack(BiasedCount object) {
    for (OnStack entry : stack) {
      if (entry.object() == object) {
        return true;
      }
    }
    return false;
  }
}
