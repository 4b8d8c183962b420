package timeslice.lab.contextswitch.ch2;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;
import timeslice.memory.Tlb;

/** One call of a TLB. */
sealed interface Operation {

  record Lookup(long page) implements Operation {
    @Override
    public String toString() {
      return "lookup " + page;
    }
  }

  record Insert(long page, PageTableEntry entry) implements Operation {
    @Override
    public String toString() {
      String readOnly = entry.protection() == Protection.READ_ONLY ? " read-only" : "";
      return "insert " + page + "→" + entry.frame() + readOnly;
    }
  }

  record Invalidate(long page) implements Operation {
    @Override
    public String toString() {
      return "invalidate " + page;
    }
  }

  record Flush() implements Operation {
    @Override
    public String toString() {
      return "flush";
    }
  }

  /** Does it; what a lookup says is nobody's business here. */
  default void on(Tlb tlb) {
    switch (this) {
      case Lookup(long page) -> tlb.lookup(page);
      case Insert(long page, PageTableEntry entry) -> tlb.insert(page, entry);
      case Invalidate(long page) -> tlb.invalidate(page);
      case Flush() -> tlb.flush();
    }
  }

  /** Mostly insertions and lookups of so few pages that a TLB of up to four entries is crowded. */
  static Arbitrary<List<Operation>> lists() {
    return Arbitraries.of(PageString.Numbering.values())
        .flatMap(
            numbering -> {
              Arbitrary<Long> page = Arbitraries.integers().between(0, 5).map(numbering::of);
              // Often the same entry again: that is a use too.
              Arbitrary<PageTableEntry> entry =
                  Arbitraries.frequencyOf(
                      Tuple.of(2, Arbitraries.just(PageTableEntry.of(0))),
                      Tuple.of(1, Arbitraries.of(1, 2).map(PageTableEntry::of)),
                      Tuple.of(1, Arbitraries.just(new PageTableEntry(3, Protection.READ_ONLY))));
              Arbitrary<Operation> operation =
                  Arbitraries.frequencyOf(
                      Tuple.of(9, Combinators.combine(page, entry).as(Insert::new)),
                      Tuple.of(7, page.map(Lookup::new)),
                      Tuple.of(2, page.map(Invalidate::new)),
                      Tuple.of(2, Arbitraries.just(new Flush())));
              return operation.list().ofMaxSize(40).withoutEdgeCases();
            });
  }
}
