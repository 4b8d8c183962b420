package timeslice.runtime.loop;

import java.util.LinkedHashSet;
import java.util.List;

/** A gather of the {@link NaiveLoop}. */
final class NaiveGather extends NaiveFuture {
  final List<NaiveTask> children;
  final boolean evenIfTheyFail;
  int left;
  boolean asked;

  NaiveGather(NaiveLoop loop, List<NaiveTask> children, boolean evenIfTheyFail) {
    super(loop);
    this.children = children;
    this.evenIfTheyFail = evenIfTheyFail;
    var distinct = new LinkedHashSet<>(children);
    left = distinct.size();
    if (children.isEmpty()) {
      ended = NaiveLoop.OK;
    }
    distinct.stream()
        .filter(each -> each.ended == null)
        .forEach(each -> each.whenDone.add(this::one));
    distinct.stream()
        .filter(each -> each.ended != null)
        .forEach(each -> one(String.valueOf(each.ended)));
  }

  private void one(String how) {
    left--;
    if (ended == null && !how.equals(NaiveLoop.OK) && !evenIfTheyFail) {
      end(how);
    } else if (ended == null && left == 0) {
      end(asked ? "cancelled" : NaiveLoop.OK);
    }
  }

  @Override
  boolean cancel() {
    if (ended != null) {
      return false;
    }
    boolean any = false;
    for (NaiveTask child : children) {
      any = child.cancel() || any;
    }
    asked |= any;
    return any;
  }
}
