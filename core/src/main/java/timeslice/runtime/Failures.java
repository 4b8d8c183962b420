package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tasks that have failed: the first few of them, and how many there are. */
final class Failures {
  /** As many as anybody reads. */
  private static final int KEPT = 16;

  private final List<Failure> first = new ArrayList<>();
  private int count;
  private @Nullable Failure last;

  void add(Failure failure) {
    count++;
    last = failure;
    if (first.size() < KEPT) {
      first.add(failure);
    }
  }

  /** The one that was added last. */
  Failure last() {
    return Objects.requireNonNull(last, "no task has failed yet");
  }

  /** This outcome, if no task has failed. */
  Outcome with(Outcome others) {
    return count == 0 ? others : new Outcome.Failed(count, first, others);
  }
}
