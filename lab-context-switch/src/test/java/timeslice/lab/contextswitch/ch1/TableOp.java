package timeslice.lab.contextswitch.ch1;

import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;

/** One change to a page table, and what it means for a plain map from page to entry. */
public sealed interface TableOp {

  /** The page that it is about. */
  long page();

  /** Makes a page present. */
  record Put(long page, PageTableEntry entry) implements TableOp {
    @Override
    public String toString() {
      return "map(" + hex(page) + ", frame " + entry.frame() + " " + entry.protection() + ")";
    }
  }

  /** Makes a page absent. */
  record Remove(long page) implements TableOp {
    @Override
    public String toString() {
      return "unmap(" + hex(page) + ")";
    }
  }

  /** Does this to a page table. */
  default void to(PageTable table) {
    switch (this) {
      case Put put -> table.map(put.page(), put.entry());
      case Remove remove -> table.unmap(remove.page());
    }
  }

  /** Does this to a plain map. */
  default void to(TreeMap<Long, PageTableEntry> flat) {
    switch (this) {
      case Put put -> flat.put(put.page(), put.entry());
      case Remove remove -> flat.remove(remove.page());
    }
  }

  /** Up to 20 changes to pages of which each comes up again and again. */
  static Arbitrary<List<TableOp>> lists(Arbitrary<Long> pages) {
    return one(pages).list().ofMaxSize(20);
  }

  /** One change; two of three map something. */
  static Arbitrary<TableOp> one(Arbitrary<Long> pages) {
    Arbitrary<TableOp> puts = Combinators.combine(pages, entries()).as(Put::new);
    Arbitrary<TableOp> removes = pages.map(Remove::new);
    return Arbitraries.frequencyOf(Tuple.of(2, puts), Tuple.of(1, removes));
  }

  /** Entries with few frames, and of both protections. */
  static Arbitrary<PageTableEntry> entries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 20), Arbitraries.of(Protection.values()))
        .as(PageTableEntry::new);
  }

  /** A page number; as a hexadecimal figure where a decimal one would say nothing. */
  static String hex(long page) {
    return page < 10_000 ? String.valueOf(page) : "0x" + Long.toHexString(page);
  }
}
