package timeslice.lab.contextswitch.ch4;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.kernel.Dispatcher;
import timeslice.kernel.ProcessControlBlock;
import timeslice.kernel.ThreadControlBlock;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.SetAssociativeTlb;
import timeslice.trace.TouchTrace;

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
    Map<String, ThreadControlBlock> threads = new TreeMap<>();
    ProcessControlBlock a = process(1);
    ProcessControlBlock b = process(2);
    for (String lane : LANES) {
      threads.put(lane, new ThreadControlBlock(LANES.indexOf(lane) + 1, lane.startsWith("A") ? a : b));
    }
    schedule.cpu.loadPageTable(threads.get(names.getFirst()).process().pageTable());
    for (int i = 0; i < names.size(); i++) {
      if (i > 0) {
        schedule.change(threads.get(names.get(i - 1)), threads.get(names.get(i)));
      }
      schedule.turn(LANES.indexOf(names.get(i)));
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
    PlainTable table = new PlainTable();
    table.map(0, PageTableEntry.of(100 * pid));
    table.map(1, PageTableEntry.of(100 * pid + 1));
    return new ProcessControlBlock(pid, table);
  }
}
