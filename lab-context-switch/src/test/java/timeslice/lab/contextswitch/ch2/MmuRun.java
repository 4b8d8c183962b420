package timeslice.lab.contextswitch.ch2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import timeslice.cpu.Costs;
import timeslice.memory.Access;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;
import timeslice.memory.Tlb;
import timeslice.memory.Translation;
import timeslice.workbook.oracle.PlainPageTable;

/** One run of the reader's MMU: what was asked of it, and what it answered. */
final class MmuRun {

  /** One call of an MMU. */
  sealed interface Step {
    record Use(Access access, long address) implements Step {
      long page() {
        return address >>> 12;
      }

      @Override
      public String toString() {
        return (access == Access.WRITE ? "write 0x" : "read 0x") + Long.toHexString(address);
      }
    }

    record Map(long page, PageTableEntry entry) implements Step {
      @Override
      public String toString() {
        String readOnly = entry.protection() == Protection.READ_ONLY ? " read-only" : "";
        return "map " + page + "→" + entry.frame() + readOnly;
      }
    }

    record Unmap(long page) implements Step {
      @Override
      public String toString() {
        return "unmap " + page;
      }
    }
  }

  /** A TLB may forget at any time; this one does at once. */
  static final class ForgetfulTlb implements Tlb {
    @Override
    public Optional<PageTableEntry> lookup(long page) {
      return Optional.empty();
    }

    @Override
    public void insert(long page, PageTableEntry entry) {}

    @Override
    public void invalidate(long page) {}

    @Override
    public void flush() {}
  }

  private final PlainPageTable table = new PlainPageTable();
  private final Mmu mmu;
  private final List<Translation> answers = new ArrayList<>();

  MmuRun(Tlb tlb, Costs costs, List<Step> steps) {
    mmu = new Mmu(tlb, table, costs);
    for (Step step : steps) {
      switch (step) {
        case Step.Use use -> answers.add(mmu.access(use.address(), use.access()));
        case Step.Map(long page, PageTableEntry entry) -> mmu.map(page, entry);
        case Step.Unmap(long page) -> mmu.unmap(page);
      }
    }
  }

  Mmu mmu() {
    return mmu;
  }

  /** The answers to all uses, in order. */
  List<Translation> answers() {
    return answers;
  }

  /** How often the page table was walked. */
  long walks() {
    return table.walks();
  }

  /** The answers that the page table alone demands: no TLB here. */
  static List<Translation> truth(List<Step> steps) {
    Map<Long, PageTableEntry> entries = new TreeMap<>();
    List<Translation> answers = new ArrayList<>();
    for (Step step : steps) {
      switch (step) {
        case Step.Use use -> answers.add(truth(entries, use));
        case Step.Map(long page, PageTableEntry entry) -> entries.put(page, entry);
        case Step.Unmap(long page) -> entries.remove(page);
      }
    }
    return answers;
  }

  private static Translation truth(Map<Long, PageTableEntry> entries, Step.Use use) {
    if (!entries.containsKey(use.page())) {
      return new Translation.Absent(use.page());
    }
    PageTableEntry entry = entries.get(use.page());
    if (use.access() == Access.WRITE && entry.protection() == Protection.READ_ONLY) {
      return new Translation.Forbidden(use.page(), use.access());
    }
    return new Translation.Physical(4096L * entry.frame() + use.address() % 4096);
  }

  /** Misses that an LRU TLB of so many entries must have: it learns only from what succeeded. */
  static long misses(List<Step> steps, int entries) {
    List<Translation> truth = truth(steps);
    ByDefinition tlb = new ByDefinition(1, entries);
    long misses = 0;
    int use = 0;
    for (Step step : steps) {
      switch (step) {
        case Step.Map(long page, _) -> tlb.follow(new Operation.Invalidate(page));
        case Step.Unmap(long page) -> tlb.follow(new Operation.Invalidate(page));
        case Step.Use(_, long address) -> {
          long page = address >>> 12;
          boolean goesAhead = truth.get(use++) instanceof Translation.Physical;
          if (tlb.pages().contains(page)) {
            tlb.follow(new Operation.Lookup(page));
          } else {
            misses++;
            if (goesAhead) {
              tlb.follow(new Operation.Insert(page, PageTableEntry.of(0)));
            }
          }
        }
      }
    }
    return misses;
  }

  /** Mostly uses of a few pages, the first of them mapped beforehand. */
  static Arbitrary<List<Step>> steps() {
    Arbitrary<Long> page = Arbitraries.of(0L, 1L, 2L, 3L, 4L, (1L << 32) + 1, PageTable.PAGES - 1);
    Arbitrary<Integer> offset = Arbitraries.of(0, 8, 4095);
    Arbitrary<PageTableEntry> entry =
        Combinators.combine(
                Arbitraries.of(0, 1, 7, 1 << 20),
                Arbitraries.of(Protection.READ_WRITE, Protection.READ_ONLY))
            .as(PageTableEntry::new);
    Arbitrary<Step> use =
        Combinators.combine(Arbitraries.of(Access.READ, Access.WRITE), page, offset)
            .as((access, number, at) -> new Step.Use(access, 4096 * number + at));
    Arbitrary<Step> map = Combinators.combine(page, entry).as(Step.Map::new);
    Arbitrary<Step> any =
        Arbitraries.frequencyOf(
            Tuple.of(12, use), Tuple.of(4, map), Tuple.of(1, page.map(Step.Unmap::new)));
    return Combinators.combine(map.list().ofMaxSize(5), any.list().ofMinSize(1).ofMaxSize(25))
        .as(
            (first, then) -> {
              List<Step> steps = new ArrayList<>(first);
              steps.addAll(then);
              return steps;
            })
        .withoutEdgeCases();
  }
}
