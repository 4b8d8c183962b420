package timeslice.workbook.jvm.explore;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the objects that shared references lead to, in one schedule; an object that a thread
 * brings up at the same point of its history has the same number in every schedule.
 */
final class Identities {
  private static final int NULL = 0;
  private static final int SMALLEST_SHARED_BOX = -128;
  private static final int LARGEST_SHARED_BOX = 127;

  private final Histories histories;
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
  private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
  private final Map<String, Integer> named = new HashMap<>();
  private int prepared;

  Identities(Histories histories) {
    this.histories = histories;
  }

  int of(@Nullable Object object) {
    return switch (object) {
      case null -> NULL;
      // There is only one such box of each number.
      case Integer box when box >= SMALLEST_SHARED_BOX && box <= LARGEST_SHARED_BOX ->
          SMALLEST_SHARED_BOX - 1 - (box - SMALLEST_SHARED_BOX);
      default -> numbers.computeIfAbsent(object, unseen -> birth());
    };
  }

  private int birth() {
    ExploredThread actor = Stage.actor();
    return actor != null ? actor.birth() : histories.birth(Histories.SETUP, prepared++);
  }

  /** The object in a word or two: its own, or {@code Node 2} for the second one shown. */
  String show(@Nullable Object object) {
    if (Show.speaksForItself(object)) {
      return Show.own(object);
    }
    return names.computeIfAbsent(
        object,
        unseen -> {
          String kind = Show.kind(unseen);
          return kind + " " + named.merge(kind, 1, Integer::sum);
        });
  }
}
