package timeslice.lab.contextswitch.ch1;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import timeslice.memory.CopyOnWriteMemory;
import timeslice.memory.PageSize;
import timeslice.memory.PageTableEntry;
import timeslice.memory.PhysicalMemory;
import timeslice.memory.RadixPageTable;
import timeslice.picture.AddressFigure;
import timeslice.picture.ForkFigure;
import timeslice.picture.ForkFigure.Moment;
import timeslice.picture.WalkFigure;
import timeslice.picture.Words;
import timeslice.workbook.Pictures;

/** What chapter 1 shows. */
public final class Ch1Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    return Map.of(
        "address", words -> AddressFigure.svg(PageSize.KIB_4, 5, 0x1a2c, words),
        "walk", Ch1Pictures::walk,
        "fork", Ch1Pictures::fork);
  }

  private static String walk(Words words) {
    RadixPageTable table = new RadixPageTable();
    long address = 0x7f3a_4c21_5a2cL;
    table.map(address >>> 12, PageTableEntry.of(5));
    return WalkFigure.svg(table, address, words);
  }

  /** Three pages; a fork; then the child writes to the middle one. */
  private static String fork(Words words) {
    CopyOnWriteMemory memory = new CopyOnWriteMemory(new PhysicalMemory(8));
    int parent = memory.newProcess();
    for (int page = 0; page < 3; page++) {
      memory.write(parent, page * 4096L, (byte) 1);
    }
    Moment before = Moment.of("fork.before", memory, 1, 3);
    int child = memory.fork(parent);
    Moment after = Moment.of("fork.after", memory, 2, 3);
    memory.write(child, 4096, (byte) 2);
    Moment written = Moment.of("fork.written", memory, 2, 3);
    return ForkFigure.svg(List.of(before, after, written), words);
  }
}
