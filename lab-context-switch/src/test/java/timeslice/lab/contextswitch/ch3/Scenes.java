package timeslice.lab.contextswitch.ch3;

import java.util.List;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.kernel.Dispatcher;
import timeslice.kernel.ProcessControlBlock;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.SetAssociativeTlb;
import timeslice.trace.TouchTrace;
import timeslice.workbook.oracle.PlainPageTable;

/** The chapter's scenes, run by core's own switch: for its predictions and its pictures. */
final class Scenes {
  static final List<String> LANES = List.of("A", "B");

  private final Cpu cpu;
  private final List<ProcessControlBlock> processes = List.of(process(1), process(2));
  private final TouchTrace trace = new TouchTrace();
  private int running;

  Scenes(int entries) {
    cpu = new Cpu(0, new SetAssociativeTlb(1, entries), Costs.TEXTBOOK);
    cpu.loadPageTable(processes.getFirst().pageTable());
  }

  /** Who runs walks over pages 0, 1, … in a loop; returns the misses. */
  long loop(int pages, int rounds) {
    long before = cpu.misses();
    for (int i = 0; i < pages * rounds; i++) {
      long hits = cpu.hits();
      cpu.access((long) (i % pages) << 12, Access.READ);
      trace.touch(running, i % pages, cpu.hits() > hits);
    }
    return cpu.misses() - before;
  }

  /** Gives the CPU to A (0) or B (1). */
  void switchTo(int process) {
    long flushes = cpu.tlb().flushes();
    Dispatcher.switchTo(cpu, processes.get(running), processes.get(process));
    running = process;
    trace.change(cpu.tlb().flushes() > flushes);
  }

  Cpu cpu() {
    return cpu;
  }

  ProcessControlBlock process(char name) {
    return processes.get(name - 'A');
  }

  TouchTrace trace() {
    return trace;
  }

  private static ProcessControlBlock process(int pid) {
    PlainPageTable table = new PlainPageTable();
    for (int page = 0; page < 32; page++) {
      table.map(page, PageTableEntry.of(100 * pid + page));
    }
    return new ProcessControlBlock(pid, table);
  }
}
