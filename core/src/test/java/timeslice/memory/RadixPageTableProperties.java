package timeslice.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The four-level table is a plain map from page to entry, and costs what the hardware's costs. */
class RadixPageTableProperties {

  /** One thing that happens to a table: a page is mapped, or unmapped if there is no entry. */
  record Change(long page, Optional<PageTableEntry> entry) {
    @Override
    public String toString() {
      return entry.map(e -> "map " + page + " " + e).orElse("unmap " + page);
    }
  }

  @Property
  void aWalkFindsWhatAPlainMapHolds(@ForAll("changes") List<Change> changes) {
    RadixPageTable table = new RadixPageTable();
    Map<Long, PageTableEntry> map = new TreeMap<>();
    for (Change change : changes) {
      apply(change, table, map);
      for (Change any : changes) {
        assertThat(table.walk(any.page()))
            .as("page %d after %s", any.page(), change)
            .isEqualTo(Optional.ofNullable(map.get(any.page())));
      }
    }
  }

  @Property
  void thereAreNoMoreTablesThanPagesNeed(@ForAll("changes") List<Change> changes) {
    RadixPageTable table = new RadixPageTable();
    Map<Long, PageTableEntry> map = new TreeMap<>();
    for (Change change : changes) {
      apply(change, table, map);
      long needed = 1;
      for (int shift : new int[] {9, 18, 27}) {
        needed += map.keySet().stream().map(page -> page >>> shift).distinct().count();
      }
      assertThat(table.tables()).as("tables after %s", change).isEqualTo((int) needed);
    }
  }

  @Property
  void aWalkEndsAtTheFirstAbsentTable(
      @ForAll("changes") List<Change> changes, @ForAll("page") long page) {
    RadixPageTable table = new RadixPageTable();
    Map<Long, PageTableEntry> map = new TreeMap<>();
    changes.forEach(change -> apply(change, table, map));
    int expected = 1;
    for (int shift : new int[] {27, 18, 9}) {
      if (map.keySet().stream().noneMatch(mapped -> mapped >>> shift == page >>> shift)) {
        break;
      }
      expected++;
    }
    assertThat(table.levelsWalked(page)).isEqualTo(expected);
  }

  @Example
  void mappingAndUnmappingForeverNeedsNoMoreRoom() {
    RadixPageTable table = new RadixPageTable();
    for (long page = 0; page < 200_000; page++) {
      long far = page * 511 * 512 % PageTable.PAGES;
      table.map(far, PageTableEntry.of(1));
      assertThat(table.tables()).isEqualTo(4);
      table.unmap(far);
    }
    assertThat(table.tables()).isEqualTo(1);
  }

  private static void apply(Change change, PageTable table, Map<Long, PageTableEntry> map) {
    change
        .entry()
        .ifPresentOrElse(e -> table.map(change.page(), e), () -> table.unmap(change.page()));
    change.entry().ifPresentOrElse(e -> map.put(change.page(), e), () -> map.remove(change.page()));
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<PageTableEntry> entry =
        Combinators.combine(
                Arbitraries.of(0, 1, 7, Integer.MAX_VALUE), Arbitraries.of(Protection.values()))
            .as(PageTableEntry::new);
    return Combinators.combine(page(), entry.optional(0.6)).as(Change::new).list().ofMaxSize(25);
  }

  /** Pages that share tables at every level, up to the last page there is. */
  @Provide
  Arbitrary<Long> page() {
    Arbitrary<Long> index = Arbitraries.of(0L, 1L, 511L);
    return Combinators.combine(index, index, index, index)
        .as((a, b, c, d) -> a << 27 | b << 18 | c << 9 | d);
  }
}
