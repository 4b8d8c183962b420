package timeslice.lab.contextswitch.observe;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import timeslice.Todo;
import timeslice.cpu.Costs;
import timeslice.lab.contextswitch.ch2.LruTlb;
import timeslice.lab.contextswitch.ch2.Mmu;
import timeslice.lab.contextswitch.ch2.SetAssociativeTlb;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.RadixPageTable;
import timeslice.memory.Tlb;
import timeslice.program.RecordedTrace;

/** Your MMU and your TLBs of chapter 2 over the recorded run of {@code join.c}, beside core's. */
public final class TraceHitRates {
  private static final String TRACE = "/ch2/trace/join.trace";
  private static final int[][] SHAPES = {
    {1, 4}, {1, 16}, {1, 32}, {1, 48}, {1, 64}, {16, 4}, {32, 2}, {64, 1}
  };

  private TraceHitRates() {}

  public static void main(String[] arguments) throws IOException {
    RecordedTrace trace;
    try (InputStream in = TraceHitRates.class.getResourceAsStream(TRACE)) {
      if (in == null) {
        System.out.println("skipped: " + TRACE + " is not on the class path");
        return;
      }
      trace = RecordedTrace.decode(in.readAllBytes());
    }
    System.out.printf("%,d references of a hash join%n", trace.size());
    System.out.println("sets × ways   your misses   core's   hit rate");
    Set<String> unwritten = new LinkedHashSet<>();
    for (int[] shape : SHAPES) {
      show(trace, shape[0], shape[1], unwritten);
    }
    for (String task : unwritten) {
      System.out.println("not written yet, so nothing to show of yours: " + task);
    }
  }

  private static void show(RecordedTrace trace, int sets, int ways, Set<String> unwritten) {
    long core = core(trace, sets, ways);
    String yours;
    try {
      yours = String.format("%,d", yours(trace, sets, ways));
    } catch (Todo todo) {
      unwritten.add(todo.getMessage());
      yours = "–";
    }
    System.out.printf(
        "%4d × %-4d %13s %,10d %9.2f %%%n",
        sets, ways, yours, core, 100.0 - 100.0 * core / trace.size());
  }

  /** One set is your 2.1, several are your 2.2; around both stands your 2.3. */
  private static long yours(RecordedTrace trace, int sets, int ways) {
    Tlb tlb = sets == 1 ? new LruTlb(ways) : new SetAssociativeTlb(sets, ways);
    Mmu mmu = new Mmu(tlb, table(trace), Costs.CASCADE_LAKE);
    trace.forEach((kind, address, _) -> mmu.access(address, access(kind)));
    return mmu.misses();
  }

  private static long core(RecordedTrace trace, int sets, int ways) {
    timeslice.memory.Mmu mmu = new timeslice.memory.Mmu(sets, ways, Costs.CASCADE_LAKE);
    mapAll(trace, mmu.space().table());
    trace.forEach((kind, address, _) -> mmu.access(address, access(kind)));
    return mmu.misses();
  }

  private static RadixPageTable table(RecordedTrace trace) {
    RadixPageTable table = new RadixPageTable();
    mapAll(trace, table);
    return table;
  }

  /** Every page of the trace is present, so that nothing but the TLB is in question. */
  private static void mapAll(RecordedTrace trace, RadixPageTable table) {
    int[] frames = {0};
    trace.forEach(
        (_, address, _) -> {
          long page = address >>> 12;
          if (table.walk(page).isEmpty()) {
            table.map(page, PageTableEntry.of(frames[0]++));
          }
        });
  }

  private static Access access(RecordedTrace.Kind kind) {
    return kind.writes() ? Access.WRITE : Access.READ;
  }
}
