package timeslice.lab.contextswitch.ch1;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.lab.contextswitch.Refused.refused;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.memory.PhysicalMemory;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.6",
    answers = {CopyOnWrite.class},
    closed = {"timeslice.memory.CopyOnWriteMemory"})
public class CopyOnWriteProperties {

  @Example
  public void theChildCopiesAndTheParentDoesNot() {
    PhysicalMemory memory = new PhysicalMemory(8);
    CopyOnWrite processes = new CopyOnWrite(memory);
    int parent = processes.newProcess();
    processes.write(parent, 0x1000, (byte) 5);
    int child = processes.fork(parent);
    assertThat(processes.read(child, 0x1000)).as("what the child reads").isEqualTo((byte) 5);
    assertThat(memory.copies()).as("frames copied by the fork and a read").isZero();
    processes.write(child, 0x1000, (byte) 7);
    assertThat(processes.read(parent, 0x1000)).as("what the parent reads").isEqualTo((byte) 5);
    assertThat(memory.copies()).as("frames copied by the child's write").isEqualTo(1);
    processes.write(parent, 0x1000, (byte) 6);
    assertThat(memory.copies()).as("frames copied after the last owner wrote").isEqualTo(1);
    assertThat(processes.read(child, 0x1000)).as("what the child reads").isEqualTo((byte) 7);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void afterAForkWritesStayPrivate(@ForAll("lives") List<MemoryOp> ops) {
    Family family = new Family();
    ops.forEach(family::run);
    family.checkAllBytes();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  public void forksAndReadsCopyNothing(@ForAll("lives") List<MemoryOp> ops) {
    Family family = new Family();
    for (MemoryOp op : ops) {
      long copies = family.memory.copies();
      int frames = family.memory.inUse();
      family.run(op);
      family.checkAllBytes();
      if (op instanceof MemoryOp.Fork) {
        assertThat(family.memory.copies()).as("frames copied after %s", op).isEqualTo(copies);
        assertThat(family.memory.inUse()).as("frames in use after %s", op).isEqualTo(frames);
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void aWriteCopiesOnlyWhatOthersStillUse(@ForAll("lives") List<MemoryOp> ops) {
    Family family = new Family();
    for (MemoryOp op : ops) {
      family.run(op);
      assertThat(family.memory.copies()).as("frames copied after: %s", op).isEqualTo(family.copies);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  public void noFrameIsKeptThatNobodyUses(@ForAll("lives") List<MemoryOp> ops) {
    Family family = new Family();
    ops.forEach(family::run);
    assertThat(family.memory.inUse()).as("frames in use").isEqualTo(family.framesNeeded());
    while (family.alive() > 0) {
      family.run(new MemoryOp.Exit(0));
    }
    assertThat(family.memory.inUse()).as("frames in use after every process exited").isZero();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  public void theLastOwnerNeedsNoFreeFrame(
      @ForAll @IntRange(min = 1, max = 4) int pages, @ForAll boolean childLeaves) {
    PhysicalMemory memory = new PhysicalMemory(pages);
    CopyOnWrite processes = new CopyOnWrite(memory);
    int parent = processes.newProcess();
    for (int page = 0; page < pages; page++) {
      processes.write(parent, page * 4096L, (byte) 1);
    }
    int child = processes.fork(parent);
    int last = childLeaves ? parent : child;
    processes.exit(childLeaves ? child : parent);
    for (int page = 0; page < pages; page++) {
      processes.write(last, page * 4096L, (byte) 2); // all frames are in use: no room for a copy
      assertThat(processes.read(last, page * 4096L)).as("page %d", page).isEqualTo((byte) 2);
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  public void lookingAtAnObjectCopiesItsPage(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 1023) Integer> places) {
    PhysicalMemory memory = new PhysicalMemory(16);
    CopyOnWrite processes = new CopyOnWrite(memory);
    int parent = processes.newProcess();
    TreeSet<Long> pages = new TreeSet<>();
    for (int place : places) {
      long object = place * 16L; // four pages of 256 objects
      processes.write(parent, object, (byte) 1);
      processes.write(parent, object + 8, (byte) (place % 100));
      pages.add(object / 4096);
    }
    int child = processes.fork(parent);
    for (int place : places) {
      assertThat(processes.readObject(child, place * 16L))
          .as("value of the object at 0x%x, seen by the child", place * 16)
          .isEqualTo((byte) (place % 100));
    }
    assertThat(memory.copies())
        .as(
            "pages copied after the child looked at the objects at %s",
            places.stream().map(place -> MemoryOp.hex(place * 16L)).toList())
        .isEqualTo(pages.size());
  }

  @Property(tries = 100)
  public void lookingLeavesTheCountAsItWas(
      @ForAll @IntRange(max = 255) int place, @ForAll("counts") byte count) {
    CopyOnWrite processes = new CopyOnWrite(new PhysicalMemory(4));
    int process = processes.newProcess();
    long object = 0x3000 + place * 16L;
    processes.write(process, object, count);
    processes.write(process, object + 8, (byte) 42);
    assertThat(processes.readObject(process, object)).as("value").isEqualTo((byte) 42);
    assertThat(processes.read(process, object)).as("count after looking").isEqualTo(count);
    assertThat(processes.read(process, object + 8)).as("value after that").isEqualTo((byte) 42);
  }

  @Property(tries = 100)
  public void aProcessThatDoesNotExistIsRefused(
      @ForAll @IntRange(max = 3) int births, @ForAll boolean lastExits) {
    CopyOnWrite processes = new CopyOnWrite(new PhysicalMemory(4));
    int first = processes.newProcess();
    TreeSet<Integer> numbers = new TreeSet<>(List.of(first));
    for (int i = 0; i < births; i++) {
      numbers.add(i % 2 == 0 ? processes.fork(first) : processes.newProcess());
    }
    assertThat(numbers).as("numbers of %d processes", births + 1).hasSize(births + 1);
    refuses(processes, numbers.last() + 1);
    int gone = lastExits ? numbers.last() : first;
    processes.exit(gone);
    refuses(processes, gone);
    int next = gone == first ? processes.newProcess() : processes.fork(first);
    assertThat(numbers).as("numbers given before number %d", next).doesNotContain(next);
  }

  private static void refuses(CopyOnWrite processes, int nobody) {
    refused("read(" + nobody + ", 0)", nobody, () -> processes.read(nobody, 0));
    refused("write(" + nobody + ", 0, 1)", nobody, () -> processes.write(nobody, 0, (byte) 1));
    refused("fork(" + nobody + ")", nobody, () -> processes.fork(nobody));
    refused("exit(" + nobody + ")", nobody, () -> processes.exit(nobody));
  }

  @Provide
  public Arbitrary<List<MemoryOp>> lives() {
    return MemoryOp.forking();
  }

  @Provide
  public Arbitrary<Byte> counts() {
    return Arbitraries.bytes().between((byte) 1, (byte) 120);
  }
}
