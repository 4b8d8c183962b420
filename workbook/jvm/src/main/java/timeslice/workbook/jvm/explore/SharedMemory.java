package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The shared objects of one schedule, in an order that does not depend on the schedule. */
final class SharedMemory {
  private final Identities identities;
  private final List<SharedObject> prepared = new ArrayList<>();
  private final TreeMap<Integer, SharedObject> born = new TreeMap<>();

  SharedMemory(Histories histories) {
    identities = new Identities(histories);
  }

  /** A new object, made by the thread that runs here or while the scenario is prepared. */
  void add(SharedObject object) {
    ExploredThread actor = Stage.actor();
    if (actor == null) {
      prepared.add(object);
    } else {
      born.put(actor.birth(), object);
    }
  }

  void contents(Position.Builder position) {
    prepared.forEach(object -> object.contents(position));
    born.forEach(
        (birth, object) -> {
          position.add(birth);
          object.contents(position);
        });
  }

  Identities identities() {
    return identities;
  }
}
