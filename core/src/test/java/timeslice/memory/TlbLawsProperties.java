package timeslice.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * What is true of TLBs and what only sounds true (FACTS §5.1): laws with their preconditions, and
 * the smallest examples we know against the rest.
 */
class TlbLawsProperties {

  /** A page as one address space sees it. */
  record Touch(int asid, long page) {
    static List<Touch> list(int... asidsAndPages) {
      List<Touch> touches = new ArrayList<>();
      for (int i = 0; i < asidsAndPages.length; i += 2) {
        touches.add(new Touch(asidsAndPages[i], asidsAndPages[i + 1]));
      }
      return touches;
    }
  }

  /** Precondition: LRU, one level, fully associative, no global pages. */
  @Property
  void tagsNeverMissMoreThanFlushing(
      @ForAll("touches") List<Touch> touches, @ForAll @IntRange(min = 1, max = 6) int entries) {
    assertThat(tagged(touches, entries, -1)).isLessThanOrEqualTo(flushed(touches, entries, -1));
  }

  @Example
  void withGlobalPagesTagsMayMissMore() {
    List<Touch> touches = Touch.list(2, 0, 2, 1, 1, 2, 1, 0);
    assertThat(tagged(touches, 2, 0)).isEqualTo(4);
    assertThat(flushed(touches, 2, 0)).isEqualTo(3);
  }

  @Example
  void underFifoTagsMayMissMore() {
    List<Touch> touches = Touch.list(1, 0, 2, 0, 1, 0, 1, 1, 1, 0, 1, 2, 1, 1, 3, 0);
    FifoTlb tagged = new FifoTlb(2);
    FifoTlb flushed = new FifoTlb(2);
    long misses = 0;
    long missesFlushed = 0;
    int asid = touches.getFirst().asid();
    for (Touch touch : touches) {
      if (touch.asid() != asid) {
        flushed.flush();
        asid = touch.asid();
      }
      // A page number of its own for each address space is as good as a tag.
      List<Long> page = List.of(10L * touch.asid() + touch.page());
      misses += Sample.misses(tagged, page);
      missesFlushed += Sample.misses(flushed, page);
    }
    assertThat(misses).isEqualTo(7);
    assertThat(missesFlushed).isEqualTo(6);
  }

  @Example
  void fifoMayMissMoreWithMoreEntries() {
    List<Long> belady = List.of(1L, 2L, 3L, 4L, 1L, 2L, 5L, 1L, 2L, 3L, 4L, 5L);
    assertThat(Sample.misses(new FifoTlb(3), belady)).isEqualTo(9);
    assertThat(Sample.misses(new FifoTlb(4), belady)).isEqualTo(10);
  }

  @Example
  void moreEntriesInAnotherShapeMayMissMore() {
    List<Long> loop = new ArrayList<>();
    for (int turn = 0; turn < 10; turn++) {
      loop.addAll(List.of(0L, 1L, 2L, 3L, 4L, 5L));
    }
    assertThat(Sample.misses(new SetAssociativeTlb(1, 5), loop)).isEqualTo(60);
    assertThat(Sample.misses(new SetAssociativeTlb(4, 1), loop)).isEqualTo(42);
  }

  @Property
  void fifoIsAQueueOfPages(
      @ForAll("pages") List<Long> pages, @ForAll @IntRange(min = 1, max = 6) int entries) {
    FifoTlb tlb = new FifoTlb(entries);
    List<Long> queue = new ArrayList<>();
    for (long page : pages) {
      assertThat(tlb.lookup(page).isPresent()).as("page %d", page).isEqualTo(queue.contains(page));
      tlb.insert(page, PageTableEntry.of(1)); // also when it is there: that must not renew it
      if (!queue.contains(page)) {
        queue.add(page);
        if (queue.size() > entries) {
          queue.removeFirst();
        }
      }
    }
  }

  private static long tagged(List<Touch> touches, int entries, long globalPage) {
    return misses(new TaggedSetAssociativeTlb(1, entries), touches, globalPage, false);
  }

  private static long flushed(List<Touch> touches, int entries, long globalPage) {
    return misses(new TaggedSetAssociativeTlb(1, entries), touches, globalPage, true);
  }

  private static long misses(
      TaggedTlb tlb, List<Touch> touches, long globalPage, boolean flushOnSwitch) {
    long misses = 0;
    int running = touches.isEmpty() ? 0 : touches.getFirst().asid();
    for (Touch touch : touches) {
      if (flushOnSwitch && touch.asid() != running) {
        tlb.flush(running);
      }
      running = touch.asid();
      if (tlb.lookup(touch.asid(), touch.page()).isEmpty()) {
        misses++;
        if (touch.page() == globalPage) {
          tlb.insertGlobal(touch.page(), PageTableEntry.of(1));
        } else {
          tlb.insert(touch.asid(), touch.page(), PageTableEntry.of(1));
        }
      }
    }
    return misses;
  }

  @Provide
  Arbitrary<List<Long>> pages() {
    return Sample.pages(8);
  }

  @Provide
  Arbitrary<List<Touch>> touches() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), Arbitraries.longs().between(0, 3))
        .as(Touch::new)
        .list()
        .ofMaxSize(60);
  }
}
