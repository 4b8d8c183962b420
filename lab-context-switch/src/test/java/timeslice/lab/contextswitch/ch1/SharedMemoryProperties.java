package timeslice.lab.contextswitch.ch1;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.lab.contextswitch.Refused.refused;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.memory.PhysicalMemory;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.3",
    answers = {SharedMemory.class},
    closed = {"timeslice.memory.CopyOnWriteMemory"})
public class SharedMemoryProperties {

  /** What a frame is to those who use it: bytes by offset. */
  private static final class Cell {
    final TreeMap<Long, Byte> bytes = new TreeMap<>();
  }

  /** By the definition: a page of a process names a cell, and to share is to name the same one. */
  private static final class Cells {
    private final TreeMap<String, Cell> byPage = new TreeMap<>();

    void run(MemoryOp op) {
      switch (op) {
        case MemoryOp.Write(int process, long address, byte value) ->
            cell(process, address >>> 12).bytes.put(address & 4095, value);
        case MemoryOp.Share(int owner, long ownerPage, int other, long otherPage) ->
            byPage.put(other + ":" + otherPage, cell(owner, ownerPage));
        default -> throw new IllegalArgumentException("no operation of this exercise: " + op);
      }
    }

    byte read(int process, long address) {
      Cell untouched = new Cell();
      Cell cell = byPage.getOrDefault(process + ":" + (address >>> 12), untouched);
      return cell.bytes.getOrDefault(address & 4095, (byte) 0);
    }

    /** How many different cells are still named by some page. */
    int inUse() {
      return (int) byPage.values().stream().distinct().count();
    }

    private Cell cell(int process, long page) {
      return byPage.computeIfAbsent(process + ":" + page, _ -> new Cell());
    }
  }

  /** The answer with three processes, and the cells beside it. */
  private static final class Run {
    final PhysicalMemory memory = new PhysicalMemory(64);
    final SharedMemory answer = new SharedMemory(memory);
    final int[] processes = {answer.newProcess(), answer.newProcess(), answer.newProcess()};
    final Cells cells = new Cells();

    Run(List<MemoryOp> ops) {
      for (MemoryOp op : ops) {
        run(op);
      }
    }

    void run(MemoryOp op) {
      cells.run(op);
      switch (op) {
        case MemoryOp.Write(int process, long address, byte value) ->
            answer.write(processes[process], address, value);
        case MemoryOp.Share(int owner, long ownerPage, int other, long otherPage) ->
            answer.share(processes[owner], ownerPage, processes[other], otherPage);
        default -> throw new IllegalArgumentException("no operation of this exercise: " + op);
      }
    }

    void checkAllBytes() {
      for (int process = 0; process < processes.length; process++) {
        for (long page : MemoryOp.PAGES) {
          for (long offset : new long[] {0, 1, 4095}) {
            long address = page * 4096 + offset;
            assertThat(answer.read(processes[process], address))
                .as("what P%d reads at %s", process, MemoryOp.hex(address))
                .isEqualTo(cells.read(process, address));
          }
        }
      }
    }
  }

  @Example
  public void oneAddressTwoProcessesThenOnePageForBoth() {
    SharedMemory shared = new SharedMemory(new PhysicalMemory(8));
    int one = shared.newProcess();
    int other = shared.newProcess();
    shared.write(one, 0x1000, (byte) 5);
    shared.write(other, 0x1000, (byte) 7);
    assertThat(shared.read(one, 0x1000)).as("what the first reads at 0x1000").isEqualTo((byte) 5);
    shared.share(one, 1, other, 2);
    assertThat(shared.read(other, 0x2000))
        .as("what the second reads at 0x2000, which is now page 1 of the first")
        .isEqualTo((byte) 5);
    shared.write(other, 0x2001, (byte) 9);
    assertThat(shared.read(one, 0x1001))
        .as("what the first reads at 0x1001 after the second wrote at 0x2001")
        .isEqualTo((byte) 9);
  }

  @Property(tries = 300)
  public void processesThatShareNothingDoNotSeeEachOther(@ForAll("writing") List<MemoryOp> ops) {
    new Run(ops).checkAllBytes();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void aSharedPageIsOnePage(@ForAll("sharing") List<MemoryOp> ops) {
    new Run(ops).checkAllBytes();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void thereAreAsManyFramesAsDifferentPages(@ForAll("sharing") List<MemoryOp> ops) {
    Run run = new Run(ops);
    assertThat(run.memory.inUse())
        .as("frames in use: one for each page written to or shared, shared ones counted once")
        .isEqualTo(run.cells.inUse());
  }

  @Property(tries = 100)
  public void readingTakesNoFrame(@ForAll("writing") List<MemoryOp> ops) {
    Run run = new Run(ops);
    run.checkAllBytes();
    assertThat(run.memory.inUse())
        .as("frames in use after every page was read")
        .isEqualTo(run.cells.inUse());
  }

  @Property(tries = 50)
  public void aProcessThatDoesNotExistIsRefused(@ForAll @IntRange(max = 3) int processes) {
    PhysicalMemory memory = new PhysicalMemory(8);
    SharedMemory shared = new SharedMemory(memory);
    TreeSet<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < processes; i++) {
      numbers.add(shared.newProcess());
    }
    assertThat(numbers).as("numbers of %d processes", processes).hasSize(processes);
    int nobody = numbers.isEmpty() ? 0 : numbers.last() + 1;
    refused("read(" + nobody + ", 0x1000)", nobody, () -> shared.read(nobody, 0x1000));
    refused(
        "write(" + nobody + ", 0x1000, 1)", nobody, () -> shared.write(nobody, 0x1000, (byte) 1));
    if (!numbers.isEmpty()) {
      int somebody = numbers.first();
      String from = "share(" + nobody + ", 1, " + somebody + ", 1)";
      refused(from, nobody, () -> shared.share(nobody, 1, somebody, 1));
      String to = "share(" + somebody + ", 1, " + nobody + ", 1)";
      refused(to, nobody, () -> shared.share(somebody, 1, nobody, 1));
    }
    assertThat(memory.inUse()).as("frames in use after nothing but refused calls").isZero();
  }

  @Provide
  public Arbitrary<List<MemoryOp>> writing() {
    return MemoryOp.writing();
  }

  @Provide
  public Arbitrary<List<MemoryOp>> sharing() {
    return MemoryOp.sharing();
  }
}
