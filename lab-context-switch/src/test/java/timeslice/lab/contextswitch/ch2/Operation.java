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

  /** Mostly insertions and lookups of so few pages that a TLB of up to five entries is crowded. */
  static Arbitrary<List<Operation>> lists() {
    return Arbitraries.of(PageString.Numbering.values())
        .flatMap(
            numbering -> {
              Arbitrary<Long> page = Arbitraries.integers().between(0, 6).map(numbering::of);
              Arbitrary<PageTableEntry> entry =
                  Combinators.combine(
                          Arbitraries.integers().between(0, 99), Arbitraries.of(Protection.READ_WRITE, Protection.READ_ONLY))
                      .as(PageTableEntry::new);
              Arbitrary<Operation> operation =
                  Arbitraries.frequencyOf(
                      Tuple.of(9, Combinators.combine(page, entry).as(Insert::new)),
                      Tuple.of(7, page.map(Lookup::new)),
                      Tuple.of(2, page.map(Invalidate::new)),
                      Tuple.of(1, Arbitraries.just(new Flush())));
              return operation.list().ofMaxSize(30).withoutEdgeCases();
            });
  }
}
