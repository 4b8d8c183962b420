package timeslice.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The tagged TLB does what a list of entries in order of use would do, whatever happens to it. */
class TaggedTlbProperties {

  /** What may happen to a tagged TLB. */
  enum Kind {
    LOOKUP,
    INSERT,
    INSERT_GLOBAL,
    INVALIDATE,
    FLUSH,
    FLUSH_ALL
  }

  /** One thing that happens to it. */
  record Event(Kind kind, int asid, long page, PageTableEntry entry) {}

  /** What one entry of the plain list knows. */
  record Remembered(int asid, boolean global, long page, PageTableEntry entry) {
    boolean answers(int asker, long asked) {
      return page == asked && (global || asid == asker);
    }
  }

  /** One set of a tagged TLB, the most recently used entry first. */
  static final class PlainSet {
    private final int ways;
    private final List<Remembered> recent = new ArrayList<>();

    PlainSet(int ways) {
      this.ways = ways;
    }

    Optional<PageTableEntry> apply(Event event) {
      int asid = event.asid();
      long page = event.page();
      switch (event.kind()) {
        case LOOKUP -> {
          for (Remembered one : recent) {
            if (one.answers(asid, page)) {
              recent.remove(one);
              recent.addFirst(one);
              return Optional.of(one.entry());
            }
          }
        }
        case INSERT -> {
          recent.removeIf(one -> one.answers(asid, page));
          add(new Remembered(asid, false, page, event.entry()));
        }
        case INSERT_GLOBAL -> {
          recent.removeIf(one -> one.page() == page);
          add(new Remembered(asid, true, page, event.entry()));
        }
        case INVALIDATE -> recent.removeIf(one -> one.answers(asid, page));
        case FLUSH -> recent.removeIf(one -> !one.global() && one.asid() == asid);
        case FLUSH_ALL -> recent.clear();
      }
      return Optional.empty();
    }

    private void add(Remembered one) {
      recent.addFirst(one);
      if (recent.size() > ways) {
        recent.removeLast();
      }
    }
  }

  @Property
  void itAnswersAsAListInOrderOfUse(@ForAll("events") List<Event> events) {
    TaggedTlb tlb = new TaggedSetAssociativeTlb(2, 3);
    List<PlainSet> sets = List.of(new PlainSet(3), new PlainSet(3));
    for (Event event : events) {
      Optional<PageTableEntry> expected = Optional.empty();
      for (int set = 0; set < 2; set++) {
        boolean concerned = event.page() % 2 == set || event.kind().compareTo(Kind.FLUSH) >= 0;
        if (concerned) {
          expected = expected.or(answerOf(sets.get(set), event));
        }
      }
      assertThat(apply(event, tlb)).as("%s", event).isEqualTo(expected);
    }
  }

  @Example
  void anotherAddressSpaceDoesNotSeeMyEntry() {
    TaggedTlb tlb = new TaggedSetAssociativeTlb(1, 4);
    tlb.insert(1, 5, PageTableEntry.of(10));
    assertThat(tlb.lookup(2, 5)).isEmpty();
    tlb.insert(2, 5, PageTableEntry.of(20));
    assertThat(tlb.lookup(1, 5)).contains(PageTableEntry.of(10));
    assertThat(tlb.lookup(2, 5)).contains(PageTableEntry.of(20));
  }

  @Example
  void aGlobalEntryAnswersForAllAndOutlivesAFlush() {
    TaggedTlb tlb = new TaggedSetAssociativeTlb(1, 4);
    tlb.insertGlobal(5, PageTableEntry.of(10));
    tlb.flush(0);
    tlb.flush(3);
    assertThat(tlb.lookup(3, 5)).contains(PageTableEntry.of(10));
    tlb.flushAll();
    assertThat(tlb.lookup(3, 5)).isEmpty();
  }

  private static Supplier<Optional<PageTableEntry>> answerOf(PlainSet set, Event event) {
    Optional<PageTableEntry> answer = set.apply(event);
    return () -> answer;
  }

  private static Optional<PageTableEntry> apply(Event event, TaggedTlb tlb) {
    switch (event.kind()) {
      case LOOKUP -> {
        return tlb.lookup(event.asid(), event.page());
      }
      case INSERT -> tlb.insert(event.asid(), event.page(), event.entry());
      case INSERT_GLOBAL -> tlb.insertGlobal(event.page(), event.entry());
      case INVALIDATE -> tlb.invalidate(event.asid(), event.page());
      case FLUSH -> tlb.flush(event.asid());
      case FLUSH_ALL -> tlb.flushAll();
    }
    return Optional.empty();
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Kind> kind =
        Arbitraries.frequency(
            Tuple.of(12, Kind.LOOKUP),
            Tuple.of(10, Kind.INSERT),
            Tuple.of(3, Kind.INSERT_GLOBAL),
            Tuple.of(2, Kind.INVALIDATE),
            Tuple.of(1, Kind.FLUSH),
            Tuple.of(1, Kind.FLUSH_ALL));
    Arbitrary<PageTableEntry> entry =
        Combinators.combine(
                Arbitraries.integers().between(0, 99), Arbitraries.of(Protection.values()))
            .as(PageTableEntry::new);
    return Combinators.combine(
            kind, Arbitraries.of(0, 1, 4095), Arbitraries.longs().between(0, 9), entry)
        .as(Event::new)
        .list()
        .ofMaxSize(60);
  }
}
