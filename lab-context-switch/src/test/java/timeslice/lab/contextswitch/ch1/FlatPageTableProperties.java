package timeslice.lab.contextswitch.ch1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;
import timeslice.memory.Translation;
import timeslice.memory.Translation.Absent;
import timeslice.memory.Translation.Forbidden;
import timeslice.memory.Translation.Physical;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.2",
    answers = {FlatPageTable.class},
    closed = {"timeslice.memory.RadixPageTable", "timeslice.memory.Mmu"})
public class FlatPageTableProperties {
  private static final long LAST_PAGE = (1L << 36) - 1;

  @Example
  public void twoPagesAndTwoFaults() {
    FlatPageTable table = new FlatPageTable();
    table.map(1, new PageTableEntry(5, Protection.READ_WRITE));
    table.map(2, new PageTableEntry(7, Protection.READ_ONLY));
    assertThat(say(table.translate(0x1a2c, Access.WRITE)))
        .as("write to 0x1a2c; page 1 lies in frame 5")
        .isEqualTo("physical 0x5a2c");
    assertThat(say(table.translate(0x2000, Access.READ)))
        .as("read at 0x2000; page 2 lies in frame 7")
        .isEqualTo("physical 0x7000");
    assertThat(say(table.translate(0x2000, Access.WRITE)))
        .as("write to 0x2000; page 2 is read-only")
        .isEqualTo("page 2 forbids WRITE");
    assertThat(say(table.translate(0x3abc, Access.READ)))
        .as("read at 0x3abc; nothing was mapped there")
        .isEqualTo("page 3 is absent");
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void theTableSaysWhatWasLastMapped(
      @ForAll("changes") List<TableOp> changes, @ForAll("pages") long page) {
    FlatPageTable table = new FlatPageTable();
    TreeMap<Long, PageTableEntry> flat = new TreeMap<>();
    for (TableOp change : changes) {
      change.to(table);
      change.to(flat);
    }
    assertThat(table.walk(page))
        .as("entry of page %s", TableOp.hex(page))
        .isEqualTo(Optional.ofNullable(flat.get(page)));
  }

  @Property(tries = 300)
  public void aTranslationIsTheFrameAndTheSameOffset(
      @ForAll("pages") long page, @ForAll("frames") int frame, @ForAll("offsets") int offset) {
    FlatPageTable table = new FlatPageTable();
    table.map(page, PageTableEntry.of(frame));
    long address = page * 4096 + offset;
    assertThat(say(table.translate(address, Access.READ)))
        .as("read at 0x%x; page %s lies in frame %d", address, TableOp.hex(page), frame)
        .isEqualTo(say(new Physical(frame * 4096L + offset)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void absentAndForbiddenAreDifferentFaults(
      @ForAll("changes") List<TableOp> changes,
      @ForAll("pages") long page,
      @ForAll("offsets") int offset,
      @ForAll Access access) {
    FlatPageTable table = new FlatPageTable();
    TreeMap<Long, PageTableEntry> flat = new TreeMap<>();
    for (TableOp change : changes) {
      change.to(table);
      change.to(flat);
    }
    assertThat(say(table.translate(page * 4096 + offset, access)))
        .as("%s at 0x%x", access, page * 4096 + offset)
        .isEqualTo(say(expected(flat.get(page), page, offset, access)));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void askingChangesNothing(
      @ForAll("changes") List<TableOp> changes, @ForAll("pages") long page) {
    FlatPageTable table = new FlatPageTable();
    changes.forEach(change -> change.to(table));
    Optional<PageTableEntry> before = table.walk(page);
    table.translate(page * 4096, Access.READ);
    table.translate(page * 4096, Access.WRITE);
    assertThat(table.walk(page))
        .as("entry of page %s after a read and a write were translated", TableOp.hex(page))
        .isEqualTo(before);
  }

  @Property(tries = 100)
  public void eachTableIsItsOwn(@ForAll("pages") long page) {
    FlatPageTable one = new FlatPageTable();
    FlatPageTable other = new FlatPageTable();
    one.map(page, PageTableEntry.of(5));
    assertThat(other.walk(page))
        .as("entry of page %s in a second table, where nothing was mapped", TableOp.hex(page))
        .isEmpty();
  }

  /** An answer in words, with addresses that can be read. */
  private static String say(Translation answer) {
    return switch (answer) {
      case Physical(long address) -> "physical 0x" + Long.toHexString(address);
      case Absent(long page) -> "page " + TableOp.hex(page) + " is absent";
      case Forbidden(long page, Access access) ->
          "page " + TableOp.hex(page) + " forbids " + access;
    };
  }

  private static Translation expected(
      @Nullable PageTableEntry entry, long page, int offset, Access access) {
    if (entry == null) {
      return new Absent(page);
    }
    if (entry.protection() == Protection.READ_ONLY && access == Access.WRITE) {
      return new Forbidden(page, access);
    }
    return new Physical(entry.frame() * 4096L + offset);
  }

  /** Few pages, so that they meet; two of them far up, where an int no longer reaches. */
  @Provide
  public Arbitrary<Long> pages() {
    return Arbitraries.of(0L, 1L, 2L, 3L, (1L << 32) + 1, LAST_PAGE);
  }

  @Provide
  public Arbitrary<List<TableOp>> changes() {
    return TableOp.lists(pages());
  }

  @Provide
  public Arbitrary<Integer> frames() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 9),
        Arbitraries.integers().between(1 << 19, Integer.MAX_VALUE));
  }

  @Provide
  public Arbitrary<Integer> offsets() {
    return Arbitraries.integers().between(0, 4095);
  }
}
