package timeslice.lab.contextswitch.ch1;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.lab.contextswitch.Refused.refused;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.4",
    answers = {FourLevelTable.class},
    closed = {"timeslice.memory.RadixPageTable", "timeslice.memory.Mmu"})
public class FourLevelTableProperties {

  @Example
  public void onePageInAnEmptySpace() {
    FourLevelTable table = new FourLevelTable();
    assertThat(table.tables()).as("tables of an empty space: the root").isEqualTo(1);
    assertThat(table.referencesOf(1)).as("references to page 1 in an empty space").isEqualTo(1);
    table.map(1, PageTableEntry.of(5));
    assertThat(table.walk(1)).as("entry of page 1").contains(PageTableEntry.of(5));
    assertThat(table.tables()).as("tables, one on each level").isEqualTo(4);
    assertThat(table.referencesOf(1)).as("references to page 1").isEqualTo(4);
    assertThat(table.referencesOf(2)).as("references to page 2, absent beside it").isEqualTo(4);
    assertThat(table.referencesOf(512)).as("references to page 512, a table further").isEqualTo(3);
    assertThat(table.referencesOf(1L << 35)).as("references to page 2^35").isEqualTo(1);
    table.unmap(1);
    assertThat(table.tables()).as("tables when nothing is mapped any more").isEqualTo(1);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  public void theTreeSaysWhatAFlatMapSays(
      @ForAll("changes") List<TableOp> changes, @ForAll("pages") long another) {
    FourLevelTable tree = tree(changes);
    TreeMap<Long, PageTableEntry> flat = flat(changes);
    for (long page : pagesOf(changes, another)) {
      assertThat(tree.walk(page))
          .as("entry of page %s", indices(page))
          .isEqualTo(Optional.ofNullable(flat.get(page)));
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  public void aWalkReadsOneEntryALevelUntilOneIsAbsent(
      @ForAll("changes") List<TableOp> changes, @ForAll("pages") long another) {
    FourLevelTable tree = tree(changes);
    TreeMap<Long, PageTableEntry> flat = flat(changes);
    for (long page : pagesOf(changes, another)) {
      // by definition: a table below the root exists if some mapped page shares the bits above it
      int references = 1;
      for (int bits = 27; bits > 0; bits -= 9) {
        references += prefixes(flat, bits).contains(page >>> bits) ? 1 : 0;
      }
      assertThat(tree.referencesOf(page))
          .as("references of a walk to page %s", indices(page))
          .isEqualTo(references);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void aTableExistsOnlyAboveSomethingMapped(@ForAll("changes") List<TableOp> changes) {
    TreeMap<Long, PageTableEntry> flat = flat(changes);
    int tables = 1;
    for (int bits = 27; bits > 0; bits -= 9) {
      tables += prefixes(flat, bits).size();
    }
    assertThat(tree(changes).tables())
        .as(
            "tables: the root, and one for each part of the space in use; mapped: %s",
            flat.keySet().stream().map(FourLevelTableProperties::indices).toList())
        .isEqualTo(tables);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void askingChangesNothing(
      @ForAll("changes") List<TableOp> changes, @ForAll("pages") long page) {
    FourLevelTable table = tree(changes);
    int before = table.tables();
    table.walk(page);
    table.referencesOf(page);
    assertThat(table.tables())
        .as("tables after a walk to page %s", indices(page))
        .isEqualTo(before);
  }

  @Property(tries = 300)
  public void aPageNumberOutOfRangeIsRefused(@ForAll("outside") long page) {
    FourLevelTable table = new FourLevelTable();
    table.map(0, PageTableEntry.of(5));
    refused("map(" + page + ", …)", page, () -> table.map(page, PageTableEntry.of(6)));
    refused("unmap(" + page + ")", page, () -> table.unmap(page));
    refused("walk(" + page + ")", page, () -> table.walk(page));
    refused("referencesOf(" + page + ")", page, () -> table.referencesOf(page));
    assertThat(table.walk(0)).as("page 0 after all that").contains(PageTableEntry.of(5));
  }

  @Property(tries = 100)
  public void eachTableIsItsOwn(@ForAll("pages") long page) {
    FourLevelTable one = new FourLevelTable();
    FourLevelTable other = new FourLevelTable();
    one.map(page, PageTableEntry.of(5));
    assertThat(other.walk(page))
        .as("entry of page %s in a second tree, where nothing was mapped", indices(page))
        .isEmpty();
    assertThat(other.tables()).as("tables of the second tree").isEqualTo(1);
  }

  private static FourLevelTable tree(List<TableOp> changes) {
    FourLevelTable table = new FourLevelTable();
    changes.forEach(change -> change.to(table));
    return table;
  }

  private static TreeMap<Long, PageTableEntry> flat(List<TableOp> changes) {
    TreeMap<Long, PageTableEntry> flat = new TreeMap<>();
    changes.forEach(change -> change.to(flat));
    return flat;
  }

  /** Every page that a change was about, and one that perhaps was not. */
  private static TreeSet<Long> pagesOf(List<TableOp> changes, long another) {
    TreeSet<Long> pages = new TreeSet<>();
    for (TableOp change : changes) {
      pages.add(change.page());
    }
    pages.add(another);
    return pages;
  }

  private static TreeSet<Long> prefixes(TreeMap<Long, PageTableEntry> flat, int bits) {
    return flat.keySet().stream()
        .map(page -> page >>> bits)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The page with its four indices, the root's first. */
  private static String indices(long page) {
    return TableOp.hex(page)
        + " (indices "
        + (page >>> 27)
        + ", "
        + (page >>> 18 & 511)
        + ", "
        + (page >>> 9 & 511)
        + ", "
        + (page & 511)
        + ")";
  }

  /** Few values for each of the four indices, so that pages share some tables and not others. */
  @Provide
  public Arbitrary<Long> pages() {
    Arbitrary<Long> index = Arbitraries.of(0L, 1L, 256L, 511L);
    return Combinators.combine(index, index, index, index)
        .as((a, b, c, d) -> ((a * 512 + b) * 512 + c) * 512 + d);
  }

  /** Changes to at most six pages, so that tables are emptied and filled again. */
  @Provide
  public Arbitrary<List<TableOp>> changes() {
    return pages()
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .flatMap(few -> TableOp.lists(Arbitraries.of(few)));
  }

  @Provide
  public Arbitrary<Long> outside() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(PageTable.PAGES, PageTable.PAGES + 1000),
        Arbitraries.longs().between(PageTable.PAGES, Long.MAX_VALUE),
        Arbitraries.longs().between(Long.MIN_VALUE, -1));
  }
}
