package timeslice.lab.contextswitch.ch5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;
import timeslice.memory.TaggedTlb;

/**
 * Page tables of all address spaces beside a tagged TLB: what the TLB says must be what they say.
 */
final class Machine {
  private final TaggedTlb tlb;

  /** Where each page is now, by "asid:page" or "page" for a global one. */
  private final Map<String, PageTableEntry> tables = new TreeMap<>();

  private int nextFrame = 100;
  private long misses;

  Machine(TaggedTlb tlb) {
    this.tlb = tlb;
  }

  long misses() {
    return misses;
  }

  void doAll(List<? extends TagStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      doStep(steps, i);
    }
  }

  private void doStep(List<? extends TagStep> steps, int index) {
    switch (steps.get(index)) {
      case TagStep.Touch touch -> {
        Optional<PageTableEntry> found = tlb.lookup(touch.asid(), touch.page());
        PageTableEntry truth = walk(touch.asid(), touch.page());
        if (found.isPresent()) {
          assertThat(found.get())
              .as("what the TLB says at the end of … %s", until(steps, index))
              .isEqualTo(truth);
        } else {
          misses++;
          fill(touch, truth);
        }
      }
      case TagStep.Remap remap -> {
        tables.remove(key(remap.asid(), remap.page()));
        tlb.invalidate(remap.asid(), remap.page());
      }
      case TagStep.Reuse reuse -> {
        tables.keySet().removeIf(key -> key.startsWith(reuse.asid() + ":"));
        tlb.flush(reuse.asid());
      }
      case TagStep.Reboot reboot -> {
        tables.clear();
        tlb.flushAll();
      }
    }
  }

  /** The last steps up to this one; what decides stands at the end. */
  private static List<? extends TagStep> until(List<? extends TagStep> steps, int index) {
    return steps.subList(Math.max(0, index - 5), index + 1);
  }

  private void fill(TagStep.Touch touch, PageTableEntry entry) {
    if (touch.page() >= TagStep.KERNEL) {
      tlb.insertGlobal(touch.page(), entry);
    } else {
      tlb.insert(touch.asid(), touch.page(), entry);
    }
  }

  /** Every new mapping gets a frame of its own, so that a wrong answer shows. */
  private PageTableEntry walk(int asid, long page) {
    return tables.computeIfAbsent(key(asid, page), key -> newEntry());
  }

  private PageTableEntry newEntry() {
    nextFrame++;
    return new PageTableEntry(
        nextFrame, nextFrame % 2 == 0 ? Protection.READ_WRITE : Protection.READ_ONLY);
  }

  static String key(int asid, long page) {
    return page >= TagStep.KERNEL ? "" + page : asid + ":" + page;
  }
}
