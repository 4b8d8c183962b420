package timeslice.lab.contextswitch.ch2;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import timeslice.cpu.Costs;
import timeslice.memory.Access;
import timeslice.memory.FifoTlb;
import timeslice.memory.Mmu;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;
import timeslice.memory.SetAssociativeTlb;
import timeslice.memory.StackDistances;
import timeslice.picture.MissCurveFigure;
import timeslice.picture.MmuFigure;
import timeslice.picture.RingFigure;
import timeslice.picture.SetsFigure;
import timeslice.picture.TlbRun;
import timeslice.picture.Words;
import timeslice.workbook.Pictures;

/** The pictures of chapter 2, each from a run of the model. */
public final class Ch2Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    Map<String, Function<Words, String>> pictures = new TreeMap<>();
    pictures.put("mmu", Ch2Pictures::mmu);
    pictures.put("ring", Ch2Pictures::ring);
    pictures.put("sets", Ch2Pictures::sets);
    pictures.put("belady", Ch2Pictures::belady);
    return pictures;
  }

  /** A miss, a hit, and both kinds of fault; the small TLB forgets nothing here. */
  private static String mmu(Words words) {
    Mmu mmu = new Mmu(1, 4, Costs.TEXTBOOK);
    mmu.space().table().map(1, PageTableEntry.of(5));
    mmu.space().table().map(2, new PageTableEntry(9, Protection.READ_ONLY));
    MmuFigure.Row[] rows = {
      new MmuFigure.Row(Access.READ, 0x1000),
      new MmuFigure.Row(Access.WRITE, 0x1ff8),
      new MmuFigure.Row(Access.READ, 0x2010),
      new MmuFigure.Row(Access.WRITE, 0x2010),
      new MmuFigure.Row(Access.READ, 0x3000),
      new MmuFigure.Row(Access.READ, 0x3000),
      new MmuFigure.Row(Access.READ, 0x1008)
    };
    return MmuFigure.svg(mmu, rows, words);
  }

  private static String ring(Words words) {
    TlbRun run = new TlbRun(() -> new SetAssociativeTlb(1, 4), 4, TlbRun.loop(6, 9));
    return RingFigure.svg(run, 6, 9, words);
  }

  private static String sets(Words words) {
    return SetsFigure.svg(4, 2, new long[] {0, 4, 1, 8, 3, 7}, words);
  }

  /** Misses of both policies on one string, sizes 1 to 7. */
  private static String belady(Words words) {
    List<Long> pages = PageString.laps(4, List.of(false, true)).pages();
    StackDistances distances =
        StackDistances.of(pages.stream().mapToLong(Long::longValue).toArray());
    int[] sizes = IntStream.rangeClosed(1, 7).toArray();
    return MissCurveFigure.svg(
        "belady",
        sizes,
        List.of(
            new MissCurveFigure.Line(
                "belady.fifo",
                "miss",
                each(sizes, size -> PageString.misses(new FifoTlb(size), pages))),
            new MissCurveFigure.Line("belady.lru", "hit", each(sizes, distances::misses))),
        words);
  }

  private static long[] each(int[] sizes, IntToLongFunction misses) {
    return IntStream.of(sizes).mapToLong(misses).toArray();
  }
}
