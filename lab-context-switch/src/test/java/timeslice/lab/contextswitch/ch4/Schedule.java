package timeslice.lab.contextswitch.ch4;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.kernel.Dispatcher;
import timeslice.kernel.ProcessControlBlock;
import timeslice.kernel.ThreadControlBlock;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.SetAssociativeTlb;
import timeslice.trace.TouchTrace;
import timeslice.workbook.oracle.PlainPageTable;

/**
 * The chapter's schedule, run by core's own switch: for its prediction and its picture. Threads are
 * named {@code A1}; each turn touches pages 0 and 1.
 */
final class Schedule {
  static final List<String> CHAPTER = List.of("A1", "A2", "B1", "B1", "A2", "A1", "A1", "B2");
  static final List<String> LANES = List.of("A1", "A2", "B1", "B2");

  private final Cpu cpu = new Cpu(0, new SetAssociativeTlb(1, 8), Costs.TEXTBOOK);
  private final TouchTrace trace = new TouchTrace();

  private Schedule() {}

  static Schedule run(List<String> names) {
    Schedule schedule = new Schedule();
    ProcessControlBlock a = process(1);
    ProcessControlBlock b = process(2);
    List<ThreadControlBlock> threads = new ArrayList<>();
    for (String lane : LANES) {
      threads.add(new ThreadControlBlock(threads.size() + 1, lane.startsWith("A") ? a : b));
    }
    int running = LANES.indexOf(names.getFirst());
    schedule.cpu.loadPageTable(threads.get(running).process().pageTable());
    for (String name : names) {
      int next = LANES.indexOf(name);
      schedule.change(threads.get(running), threads.get(next));
      schedule.turn(next);
      running = next;
    }
    return schedule;
  }

  private void change(ThreadControlBlock from, ThreadControlBlock to) {
    long flushes = cpu.tlb().flushes();
    Dispatcher.switchTo(cpu, from, to);
    if (from != to) {
      trace.change(cpu.tlb().flushes() > flushes);
    }
  }

  private void turn(int lane) {
    for (long page = 0; page < 2; page++) {
      long hits = cpu.hits();
      cpu.access(page << 12, Access.READ);
      trace.touch(lane, page, cpu.hits() > hits);
    }
  }

  long flushes() {
    return cpu.tlb().flushes();
  }

  TouchTrace trace() {
    return trace;
  }

  private static ProcessControlBlock process(int pid) {
    PlainPageTable table = new PlainPageTable();
    table.map(0, PageTableEntry.of(100 * pid));
    table.map(1, PageTableEntry.of(100 * pid + 1));
    return new ProcessControlBlock(pid, table);
  }
}
