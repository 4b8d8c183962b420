package timeslice.lab.contextswitch.ch4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.kernel.ProcessControlBlock;
import timeslice.kernel.ThreadControlBlock;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Translation;
import timeslice.workbook.oracle.PlainPageTable;
import timeslice.workbook.oracle.UnboundedTlb;

/** One CPU, three processes with the same page numbers, and two threads of each. */
final class ThreadMachine {
  static final int THREADS = 6;
  static final int PAGES = 4;
  static final long BASE = 0x400; // number of the first page

  private final UnboundedTlb entries = new UnboundedTlb();
  private final Cpu cpu = new Cpu(0, entries, Costs.TEXTBOOK);
  private final List<ThreadControlBlock> threads = new ArrayList<>();
  private int running;

  ThreadMachine() {
    for (int process = 0; process < 3; process++) {
      PlainPageTable table = new PlainPageTable();
      for (int page = 0; page < PAGES; page++) {
        table.map(BASE + page, PageTableEntry.of(frame(process, page)));
      }
      ProcessControlBlock block = new ProcessControlBlock(process, table);
      // siblings' numbers are no neighbours: a number tells nothing about the process
      threads.add(new ThreadControlBlock(10 + process, block));
      threads.add(new ThreadControlBlock(13 + process, block));
    }
    cpu.loadPageTable(threads.getFirst().process().pageTable());
  }

  Cpu cpu() {
    return cpu;
  }

  ThreadControlBlock thread(int index) {
    return threads.get(index);
  }

  int running() {
    return running;
  }

  /** What the hardware does right after each flush. */
  void afterEachFlush(Runnable action) {
    entries.afterEachFlush(action);
    entries.afterEachInvalidate(action);
  }

  void switchTo(int thread) {
    ThreadSwitch.switchTo(cpu, threads.get(running), threads.get(thread));
    running = thread;
  }

  boolean runsSiblingOf(int thread) {
    return thread / 2 == running / 2;
  }

  Translation read(int page) {
    return cpu.access((BASE + page) << 12 | 0x2A, Access.READ);
  }

  /** The running thread reads this page and must reach its own process's frame. */
  void assertReads(int page) {
    assertThat(place(read(page)))
        .as("what thread %d, of process %d, reaches at page %d", running, running / 2, page)
        .isEqualTo("frame " + frame(running / 2, page));
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
