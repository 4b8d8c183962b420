package timeslice.lab.contextswitch.ch5;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * One thing that happens to a tagged TLB in exercise 5.1. Pages and tags are few, but some differ
 * only in high bits, and the kernel's pages are global.
 */
sealed interface TagStep {
  /** The first page of the kernel, which all address spaces share. */
  long KERNEL = 0xf_0000_0000L;

  /** An address space uses a page. */
  record Touch(int asid, long page) implements TagStep {
    @Override
    public String toString() {
      return asid + " uses " + name(page);
    }
  }

  /** The page table changes for one page, and this page is invalidated. */
  record Remap(int asid, long page) implements TagStep {
    @Override
    public String toString() {
      return asid + " remaps " + name(page);
    }
  }

  /** The tag is given to another process, and flushed. */
  record Reuse(int asid) implements TagStep {
    @Override
    public String toString() {
      return "tag " + asid + " reused";
    }
  }

  /** Everything changes, and everything is flushed. */
  record Reboot() implements TagStep {
    @Override
    public String toString() {
      return "all flushed";
    }
  }

  static Arbitrary<Touch> touches() {
    return Combinators.combine(tags(), pages()).as(Touch::new);
  }

  private static String name(long page) {
    return (page < KERNEL ? "0x" : "global 0x") + Long.toHexString(page);
  }

  /** Touches without global pages. */
  static Arbitrary<Touch> userTouches() {
    return Combinators.combine(tags(), Arbitraries.of(0L, 1L, 2L, 3L)).as(Touch::new);
  }

  static Arbitrary<List<TagStep>> steps() {
    return Arbitraries.<TagStep>frequencyOf(
            Tuple.of(12, touches()),
            Tuple.of(3, Combinators.combine(tags(), pages()).as(Remap::new)),
            Tuple.of(2, tags().map(Reuse::new)),
            Tuple.of(1, Arbitraries.of(new Reboot())))
        .list()
        .ofMaxSize(40);
  }

  private static Arbitrary<Integer> tags() {
    return Arbitraries.of(0, 1, 2, 2048, 4095);
  }

  private static Arbitrary<Long> pages() {
    return Arbitraries.of(0L, 1L, 2L, 0x1_0000_0000L, KERNEL, KERNEL + 1);
  }
}
