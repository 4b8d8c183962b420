package timeslice.lab.contextswitch.ch5;

import java.util.ArrayList;
import java.util.List;

/** How often a TLB must miss, counted in three ways that know nothing of the reader's. */
final class Misses {
  private Misses() {}

  /** A use hits if fewer than `entries` other translations were used since its last use. */
  static long byDefinition(List<TagStep.Touch> touches, int entries) {
    long misses = 0;
    for (int i = 0; i < touches.size(); i++) {
      String wanted = name(touches.get(i));
      List<String> since = new ArrayList<>();
      int back = i - 1;
      while (back >= 0 && !name(touches.get(back)).equals(wanted)) {
        since.add(name(touches.get(back)));
        back--;
      }
      misses += back < 0 || since.stream().distinct().count() >= entries ? 1 : 0;
    }
    return misses;
  }

  private static String name(TagStep.Touch touch) {
    return Machine.key(touch.asid(), touch.page());
  }

  /** A plain list of translations in order of use, from which things are taken out. */
  static long ofAList(List<TagStep> steps, int entries) {
    List<String> byUse = new ArrayList<>();
    long misses = 0;
    for (TagStep step : steps) {
      switch (step) {
        case TagStep.Touch touch -> {
          if (!byUse.remove(name(touch))) {
            misses++;
            if (byUse.size() == entries) {
              byUse.remove(0);
            }
          }
          byUse.add(name(touch));
        }
        case TagStep.Remap remap -> byUse.remove(Machine.key(remap.asid(), remap.page()));
        case TagStep.Reuse reuse -> byUse.removeIf(key -> key.startsWith(reuse.asid() + ":"));
        case TagStep.Reboot reboot -> byUse.clear();
      }
    }
    return misses;
  }

  /** A plain list of pages in order of use, emptied where the address space changes. */
  static long withFlushes(List<TagStep.Touch> touches, int entries) {
    List<Long> pages = new ArrayList<>();
    long misses = 0;
    int running = -1;
    for (TagStep.Touch touch : touches) {
      if (touch.asid() != running) {
        pages.clear();
        running = touch.asid();
      }
      if (!pages.remove(Long.valueOf(touch.page()))) {
        misses++;
        if (pages.size() == entries) {
          pages.remove(0);
        }
      }
      pages.add(touch.page());
    }
    return misses;
  }
}
