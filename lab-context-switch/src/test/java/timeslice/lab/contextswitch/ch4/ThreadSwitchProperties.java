package timeslice.lab.contextswitch.ch4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.cpu.Register;
import timeslice.cpu.RegisterFile;
import timeslice.kernel.Dispatcher;
import timeslice.kernel.ThreadControlBlock;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Translation;
import timeslice.workbook.Exercise;

@Exercise(
    value = "4.2",
    answers = {ThreadSwitch.class},
    closed = {"timeslice.kernel.Dispatcher", "timeslice.kernel.MemoryDescriptor"})
class ThreadSwitchProperties {

  /**
   * This thread gets the CPU, executes {@code register = register + addend}, and touches a page.
   * Threads 0 and 1 belong to one process, 2 and 3 to the next, 4 and 5 to the third.
   */
  record Turn(int thread, Register register, int addend, int page) {}

  @Example
  void aSiblingFindsTheTlbWarm() {
    ThreadMachine machine = new ThreadMachine();
    machine.read(0);
    machine.switchTo(1);
    machine.read(0);
    assertThat(machine.cpu().hits()).as("hits when the sibling touches the same page").isEqualTo(1);
    assertThat(machine.cpu().tlb().flushes()).as("flushes between siblings").isZero();
  }

  @Property(tries = 200)
  void everyThreadFindsItsRegistersAsItLeftThem(@ForAll("turns") List<Turn> turns) {
    ThreadMachine machine = new ThreadMachine();
    RegisterFile[] alone = new RegisterFile[ThreadMachine.THREADS];
    for (int thread = 0; thread < alone.length; thread++) {
      alone[thread] = new RegisterFile();
    }
    for (Turn turn : turns) {
      machine.switchTo(turn.thread());
      execute(turn, machine.cpu().registers());
      execute(turn, alone[turn.thread()]);
      for (Register register : Register.values()) {
        assertThat(machine.cpu().registers().get(register))
            .as("%s of thread %d, compared with its run alone", register, turn.thread())
            .isEqualTo(alone[turn.thread()].get(register));
      }
    }
  }

  @Property(tries = 200)
  void aSwitchBetweenSiblingsLeavesTlbAndPointerAlone(@ForAll("turns") List<Turn> turns) {
    ThreadMachine machine = new ThreadMachine();
    TreeSet<Integer> touched = new TreeSet<>();
    for (Turn turn : turns) {
      boolean sibling = machine.runsSiblingOf(turn.thread());
      long cycles = machine.cpu().cycles();
      machine.switchTo(turn.thread());
      if (sibling) {
        assertThat(machine.cpu().cycles() - cycles)
            .as("cycles for pointer and TLB in a switch to thread %d, a sibling", turn.thread())
            .isZero();
      } else {
        touched.clear();
      }
      long hits = machine.cpu().hits();
      touched.forEach(machine::read);
      assertThat(machine.cpu().hits() - hits)
          .as("hits of thread %d on pages %s, which its process has used", turn.thread(), touched)
          .isEqualTo(touched.size());
      machine.read(turn.page());
      touched.add(turn.page());
    }
  }

  @Property(tries = 200)
  void whatASiblingMapsWhileAThreadIsAwayItSeesOnReturn(
      @ForAll("turns") List<Turn> away, @ForAll("page") int page) {
    ThreadMachine machine = new ThreadMachine();
    long newPage = ThreadMachine.BASE + ThreadMachine.PAGES + page;
    long address = newPage << 12;
    assertThat(machine.cpu().access(address, Access.READ))
        .as("thread 0 touches a page that nobody has mapped yet")
        .isEqualTo(new Translation.Absent(newPage));
    machine.switchTo(1);
    machine.thread(1).process().pageTable().map(newPage, PageTableEntry.of(77));
    away.forEach(turn -> machine.switchTo(turn.thread()));
    machine.switchTo(0);
    assertThat(machine.cpu().access(address, Access.READ))
        .as("thread 0 touches it after thread 1, its sibling, has mapped it to frame 77")
        .isEqualTo(new Translation.Physical(77L << 12));
  }

  @Property(tries = 200)
  void noFrameOfAnotherProcessIsEverReached(@ForAll("turns") List<Turn> turns) {
    ThreadMachine machine = new ThreadMachine();
    for (Turn turn : turns) {
      machine.switchTo(turn.thread());
      machine.assertReads(turn.page());
    }
  }

  @Property(tries = 100)
  void whatTheHardwareCachesAheadDuringTheSwitchDoesNoHarm(@ForAll("turns") List<Turn> turns) {
    ThreadMachine machine = new ThreadMachine();
    machine.afterEachFlush(
        () -> {
          for (int page = 0; page < ThreadMachine.PAGES; page++) {
            machine.cpu().walkAhead(ThreadMachine.BASE + page);
          }
        });
    for (Turn turn : turns) {
      machine.switchTo(turn.thread());
      machine.assertReads(turn.page());
    }
  }

  @Property(tries = 100)
  void aSwitchToTheSameThreadDoesNothing(@ForAll("turns") List<Turn> turns) {
    ThreadMachine machine = new ThreadMachine();
    for (Turn turn : turns) {
      machine.switchTo(turn.thread());
      machine.cpu().registers().set(turn.register(), turn.addend());
      long cycles = machine.cpu().cycles();
      machine.switchTo(turn.thread());
      assertThat(machine.cpu().cycles() - cycles).as("cycles of a switch to itself").isZero();
      assertThat(machine.cpu().registers().get(turn.register()))
          .as("%s after a switch to itself", turn.register())
          .isEqualTo(turn.addend());
    }
  }

  @Property(tries = 200)
  void theFlushesCountedAreTheModels(@ForAll("schedules") List<Integer> schedule) {
    ThreadMachine machine = new ThreadMachine();
    List<ThreadControlBlock> threads = schedule.stream().map(machine::thread).toList();
    for (int i = 1; i < threads.size(); i++) {
      Dispatcher.switchTo(machine.cpu(), threads.get(i - 1), threads.get(i));
    }
    assertThat(ThreadSwitch.flushes(threads))
        .as("flushes of threads %s (0 and 1 are siblings, 2 and 3, 4 and 5)", schedule)
        .isEqualTo((int) machine.cpu().tlb().flushes());
  }

  @Property(tries = 200)
  void theFlushesCountedAreThoseOfYourSwitch(@ForAll("schedules") List<Integer> schedule) {
    ThreadMachine machine = new ThreadMachine();
    List<ThreadControlBlock> threads = schedule.stream().map(machine::thread).toList();
    for (int i = 1; i < threads.size(); i++) {
      ThreadSwitch.switchTo(machine.cpu(), threads.get(i - 1), threads.get(i));
    }
    assertThat(ThreadSwitch.flushes(threads))
        .as("flushes of threads %s, against what your switchTo did to the TLB", schedule)
        .isEqualTo((int) machine.cpu().tlb().flushes());
  }

  @Property(tries = 100)
  void siblingsOneAfterAnotherNeedOneFlushLessThanThereAreProcesses(
      @ForAll("schedules") List<Integer> schedule) {
    ThreadMachine machine = new ThreadMachine();
    List<ThreadControlBlock> sorted = schedule.stream().sorted().map(machine::thread).toList();
    long processes = schedule.stream().map(thread -> thread / 2).distinct().count();
    assertThat((long) ThreadSwitch.flushes(sorted))
        .as("flushes when the threads of %s are sorted by process", schedule)
        .isEqualTo(Math.max(0, processes - 1));
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    return Combinators.combine(
            Arbitraries.integers().between(0, ThreadMachine.THREADS - 1),
            Arbitraries.of(Register.class),
            Arbitraries.integers().between(-9, 9),
            page())
        .as(Turn::new)
        .list()
        .ofMinSize(4)
        .ofMaxSize(24);
  }

  @Provide
  Arbitrary<List<Integer>> schedules() {
    return Arbitraries.integers().between(0, ThreadMachine.THREADS - 1).list().ofMaxSize(16);
  }

  @Provide
  Arbitrary<Integer> page() {
    return Arbitraries.integers().between(0, ThreadMachine.PAGES - 1);
  }

  private static void execute(Turn turn, RegisterFile registers) {
    registers.set(turn.register(), registers.get(turn.register()) + turn.addend());
  }
}
