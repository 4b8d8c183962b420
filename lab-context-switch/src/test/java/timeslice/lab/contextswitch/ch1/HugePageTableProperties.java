package timeslice.lab.contextswitch.ch1;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.lab.contextswitch.Refused.refused;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.5",
    answers = {HugePageTable.class},
    optional = true,
    closed = {"timeslice.memory.RadixPageTable", "timeslice.memory.Mmu"})
public class HugePageTableProperties {

  /** A change to a table: of one page, or, with a huge leaf, of 512. */
  public record Change(TableOp small, boolean huge) {
    @Override
    public String toString() {
      return huge ? small.toString().replace("map(", "mapHuge(") : small.toString();
    }

    private void to(HugePageTable table) {
      if (huge && small instanceof TableOp.Put(long page, PageTableEntry entry)) {
        table.mapHuge(page, entry);
      } else {
        small.to(table);
      }
    }
  }

  /** By the definition: a huge leaf is 512 entries; beside them, which regions are one leaf. */
  private static final class Flat {
    final TreeMap<Long, PageTableEntry> entries = new TreeMap<>();
    final TreeSet<Long> hugeRegions = new TreeSet<>();

    Flat(List<Change> changes) {
      for (Change change : changes) {
        if (change.huge() && change.small() instanceof TableOp.Put(long first, var entry)) {
          for (int i = 0; i < 512; i++) {
            entries.put(first + i, new PageTableEntry(entry.frame() + i, entry.protection()));
          }
          hugeRegions.add(first / 512);
        } else {
          change.small().to(entries);
          hugeRegions.remove(change.small().page() / 512);
        }
      }
    }
  }

  @Example
  public void oneLeafForTwoMebibytes() {
    HugePageTable table = new HugePageTable();
    table.mapHuge(512, PageTableEntry.of(1024));
    assertThat(table.walk(512 + 7)).as("page 519").contains(PageTableEntry.of(1024 + 7));
    assertThat(table.referencesOf(519)).as("references to page 519").isEqualTo(3);
    table.map(519, new PageTableEntry(3, Protection.READ_ONLY));
    assertThat(table.walk(519))
        .as("page 519, mapped anew beneath the huge leaf")
        .contains(new PageTableEntry(3, Protection.READ_ONLY));
    assertThat(table.walk(520)).as("page 520 beside it").contains(PageTableEntry.of(1032));
    assertThat(table.referencesOf(520)).as("references to page 520, now small").isEqualTo(4);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  public void aHugeLeafSaysWhatItsPagesWouldSay(
      @ForAll("changes") List<Change> changes, @ForAll("pages") long page) {
    assertThat(table(changes).walk(page))
        .as("entry of page %d", page)
        .isEqualTo(Optional.ofNullable(new Flat(changes).entries.get(page)));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  public void aHugeLeafSavesOneReferenceUntilItIsSplit(
      @ForAll("changes") List<Change> changes, @ForAll("pages") long page) {
    Flat flat = new Flat(changes);
    if (flat.entries.containsKey(page)) {
      boolean huge = flat.hugeRegions.contains(page / 512);
      assertThat(table(changes).referencesOf(page))
          .as("references to page %d, beneath %s", page, huge ? "a huge leaf" : "small leaves")
          .isEqualTo(huge ? 3 : 4);
    } else {
      assertThat(table(changes).walk(page)).as("entry of page %d", page).isEmpty();
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  public void splittingALeafKeepsItsOtherPages(
      @ForAll @IntRange(max = 511) int index, @ForAll("hugeEntries") PageTableEntry entry) {
    HugePageTable table = new HugePageTable();
    table.mapHuge(1024, entry);
    table.unmap(1024 + index);
    assertThat(table.walk(1024 + index)).as("page %d, unmapped", 1024 + index).isEmpty();
    for (int i = 0; i < 512; i++) {
      if (i != index) {
        assertThat(table.walk(1024 + i))
            .as("page %d after page %d was unmapped", 1024 + i, 1024 + index)
            .contains(new PageTableEntry(entry.frame() + i, entry.protection()));
      }
    }
  }

  @Property(tries = 100)
  public void aLeafThatIsNotAlignedIsRefused(
      @ForAll @IntRange(min = 1, max = 511) int off, @ForAll @IntRange(max = 3) int region) {
    HugePageTable table = new HugePageTable();
    int wrong = region * 512 + off;
    PageTableEntry small = PageTableEntry.of(3);
    table.map(512, small);
    refused(
        "mapHuge(" + wrong + ", frame 512)",
        wrong,
        () -> table.mapHuge(wrong, PageTableEntry.of(512)));
    refused(
        "mapHuge(512, frame " + wrong + ")",
        wrong,
        () -> table.mapHuge(512, PageTableEntry.of(wrong)));
    assertThat(table.walk(512)).as("page 512, mapped before all was refused").contains(small);
    assertThat(table.walk(wrong)).as("page %d, never mapped", wrong).isEmpty();
  }

  private static HugePageTable table(List<Change> changes) {
    HugePageTable table = new HugePageTable();
    changes.forEach(change -> change.to(table));
    return table;
  }

  /** First, second and last pages of three regions, one of them far up. */
  @Provide
  public Arbitrary<Long> pages() {
    return Combinators.combine(regions(), Arbitraries.of(0L, 1L, 511L)).as((r, i) -> r * 512 + i);
  }

  @Provide
  public Arbitrary<PageTableEntry> hugeEntries() {
    return TableOp.entries().map(e -> new PageTableEntry(e.frame() * 512, e.protection()));
  }

  @Provide
  public Arbitrary<List<Change>> changes() {
    Arbitrary<Change> huge =
        Combinators.combine(regions(), hugeEntries())
            .as((region, entry) -> new Change(new TableOp.Put(region * 512, entry), true));
    Arbitrary<Change> small = TableOp.one(pages()).map(op -> new Change(op, false));
    return Arbitraries.frequencyOf(Tuple.of(2, huge), Tuple.of(3, small)).list().ofMaxSize(12);
  }

  private static Arbitrary<Long> regions() {
    return Arbitraries.of(0L, 1L, (1L << 27) - 1);
  }
}
