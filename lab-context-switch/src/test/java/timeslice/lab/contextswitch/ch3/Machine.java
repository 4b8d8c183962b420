package timeslice.lab.contextswitch.ch3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.kernel.ProcessControlBlock;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Translation;
import timeslice.workbook.oracle.PlainPageTable;
import timeslice.workbook.oracle.UnboundedTlb;

/** One CPU and three processes that use the same page numbers, switched by the reader's code. */
final class Machine {
  static final int PROCESSES = 3;
  static final int PAGES = 5;
  static final long BASE = 0x400; // number of the first page

  private final UnboundedTlb entries = new UnboundedTlb();
  private final Cpu cpu = new Cpu(0, entries, Costs.TEXTBOOK);
  private final List<ProcessControlBlock> processes = new ArrayList<>();
  private int running;

  Machine() {
    for (int process = 0; process < PROCESSES; process++) {
      PlainPageTable table = new PlainPageTable();
      for (int page = 0; page < PAGES; page++) {
        table.map(BASE + page, PageTableEntry.of(frame(process, page)));
      }
      processes.add(new ProcessControlBlock(process, table));
    }
    cpu.loadPageTable(processes.get(0).pageTable());
  }

  Cpu cpu() {
    return cpu;
  }

  ProcessControlBlock process(int index) {
    return processes.get(index);
  }

  int running() {
    return running;
  }

  /** What the hardware does right after each flush. */
  void afterEachFlush(Runnable action) {
    entries.afterEachFlush(action);
  }

  void switchTo(int process) {
    ContextSwitch.switchTo(cpu, processes.get(running), processes.get(process));
    running = process;
  }

  Translation read(int page) {
    return cpu.access((BASE + page) << 12 | 0x2A, Access.READ);
  }

  void assertReads(int process, int page) {
    assertReads(process, page, "");
  }

  /** For a run in which the hardware walks all pages right after each flush. */
  void assertReadsAfterWalksAhead(int process, int page) {
    assertReads(
        process,
        page,
        " (right after your flush the hardware walked page "
            + page
            + ", with the table that was loaded then)");
  }

  private void assertReads(int process, int page, String remark) {
    Translation found = read(page);
    assertThat(place(found))
        .as("what process %d reaches when it reads its page %d%s", process, page, remark)
        .isEqualTo("frame " + frame(process, page));
    assertThat(found)
        .as("the byte of page %d that process %d reaches", page, process)
        .isEqualTo(new Translation.Physical((long) frame(process, page) << 12 | 0x2A));
  }

  /** Where a read ended, in words. */
  private static String place(Translation found) {
    return switch (found) {
      case Translation.Physical(long address) -> "frame " + (address >>> 12);
      case Translation.Absent _ -> "a page fault";
      case Translation.Forbidden _ -> "a protection fault";
    };
  }

  private static int frame(int process, int page) {
    return 10 * (process + 1) + page;
  }
}
