package timeslice.lab.contextswitch.ch3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.cpu.Register;
import timeslice.cpu.RegisterFile;
import timeslice.kernel.ProcessControlBlock;
import timeslice.memory.Translation;
import timeslice.workbook.Exercise;
import timeslice.workbook.oracle.PlainPageTable;
import timeslice.workbook.oracle.UnboundedTlb;

@Exercise(
    value = "3.2",
    answers = {ContextSwitch.class},
    closed = {"timeslice.kernel.Dispatcher", "timeslice.kernel.MemoryDescriptor"})
class ContextSwitchProperties {
  /** The process with this index gets the CPU and touches these pages. */
  record Visit(int process, List<Integer> pages) {
    @Override
    public String toString() {
      return process + " touches " + pages;
    }
  }

  @Example
  void bReadsItsOwnPageAndAComesBackToItsRegisters() {
    Machine machine = new Machine();
    machine.cpu().registers().set(Register.PC, 0x1234);
    machine.assertReads(0, 2);
    machine.switchTo(1);
    machine.assertReads(1, 2);
    machine.cpu().registers().set(Register.PC, 0x9999);
    machine.switchTo(0);
    assertThat(machine.cpu().registers().get(Register.PC))
        .as("A's program counter after A, B, A")
        .isEqualTo(0x1234);
    machine.assertReads(0, 2);
  }

  @Property(tries = 200)
  void everyProcessFindsItsRegistersAsItLeftThem(@ForAll("turns") List<Turn> turns) {
    Machine machine = new Machine();
    RegisterFile[] alone = {new RegisterFile(), new RegisterFile(), new RegisterFile()};
    for (Turn turn : turns) {
      machine.switchTo(turn.process());
      turn.execute(machine.cpu().registers());
      turn.execute(alone[machine.running()]);
      for (Register register : Register.values()) {
        assertThat(machine.cpu().registers().get(register))
            .as("%s of process %d, compared with its run alone", register, machine.running())
            .isEqualTo(alone[machine.running()].get(register));
      }
    }
  }

  @Property(tries = 200)
  void noFrameOfAnotherProcessIsEverReached(@ForAll("visits") List<Visit> visits) {
    Machine machine = new Machine();
    for (Visit visit : visits) {
      machine.switchTo(visit.process());
      visit.pages().forEach(page -> machine.assertReads(visit.process(), page));
    }
  }

  @Property(tries = 100)
  void aPageThatOnlyAnotherProcessHasIsAbsent(
      @ForAll("visits") List<Visit> visits, @ForAll("page") int page) {
    Machine machine = new Machine();
    machine.process(2).pageTable().unmap(Machine.BASE + page);
    for (Visit visit : visits) {
      machine.switchTo(visit.process());
      Translation found = machine.read(page);
      if (visit.process() == 2) {
        assertThat(found)
            .as("page %d of process 2, which only processes 0 and 1 have", page)
            .isEqualTo(new Translation.Absent(Machine.BASE + page));
      } else {
        machine.assertReads(visit.process(), page);
      }
    }
  }

  @Property(tries = 200)
  void theFirstTouchOfEachPageMissesAfterASwitchAndLaterTouchesHit(
      @ForAll("visits") List<Visit> visits) {
    Machine machine = new Machine();
    Set<Integer> touched = new TreeSet<>();
    for (Visit visit : visits) {
      if (visit.process() != machine.running()) {
        touched.clear();
      }
      machine.switchTo(visit.process());
      for (int page : visit.pages()) {
        long missesBefore = machine.cpu().misses();
        machine.read(page);
        boolean first = touched.add(page);
        assertThat(machine.cpu().misses() > missesBefore)
            .as(
                "process %d touches page %d %s since it got the CPU: a miss?",
                machine.running(), page, first ? "for the first time" : "again")
            .isEqualTo(first);
      }
    }
  }

  @Property(tries = 100)
  void whatTheHardwareCachesAheadDuringTheSwitchDoesNoHarm(@ForAll("visits") List<Visit> visits) {
    Machine machine = new Machine();
    // Right after each flush the hardware walks ahead, with whatever table is loaded then.
    machine.afterEachFlush(
        () -> {
          for (int page = 0; page < Machine.PAGES; page++) {
            machine.cpu().walkAhead(Machine.BASE + page);
          }
        });
    for (Visit visit : visits) {
      machine.switchTo(visit.process());
      visit.pages().forEach(page -> machine.assertReadsAfterWalksAhead(visit.process(), page));
    }
  }

  @Property(tries = 100)
  void eachSwitchLoadsOnePageTableAndFlushesOnce(@ForAll("visits") List<Visit> visits) {
    Machine machine = new Machine();
    for (Visit visit : visits) {
      if (visit.process() == machine.running()) {
        continue;
      }
      long loads = machine.cpu().pageTableLoads();
      long flushes = machine.cpu().tlb().flushes();
      machine.switchTo(visit.process());
      assertThat(machine.cpu().hasLoaded(machine.process(machine.running()).pageTable()))
          .as("process %d runs, and its page table is loaded", machine.running())
          .isTrue();
      assertThat(machine.cpu().pageTableLoads() - loads)
          .as("page table loads of one switch")
          .isEqualTo(1);
      assertThat(machine.cpu().tlb().flushes() - flushes).as("flushes of one switch").isEqualTo(1);
    }
  }

  @Property(tries = 100)
  void aSwitchToTheSameProcessDoesNothing(@ForAll("visits") List<Visit> visits) {
    Machine machine = new Machine();
    for (Visit visit : visits) {
      machine.switchTo(visit.process());
      machine.cpu().registers().set(Register.R3, 33 + visit.pages().size());
      visit.pages().forEach(machine::read);
      long cycles = machine.cpu().cycles();
      ContextSwitch.switchTo(
          machine.cpu(), machine.process(machine.running()), machine.process(machine.running()));
      assertThat(machine.cpu().cycles() - cycles)
          .as("cycles of a switch from process %d to itself", machine.running())
          .isZero();
      assertThat(machine.cpu().registers().get(Register.R3))
          .as("R3 after a switch to the same process")
          .isEqualTo(33 + visit.pages().size());
      long misses = machine.cpu().misses();
      visit.pages().forEach(machine::read);
      assertThat(machine.cpu().misses() - misses)
          .as("misses on pages that were touched before the switch to the same process")
          .isZero();
    }
  }

  /** As in two containers: both have a process number 1. */
  @Example
  void twoProcessesMayHaveTheSameNumber() {
    PlainPageTable mine = new PlainPageTable();
    PlainPageTable yours = new PlainPageTable();
    ProcessControlBlock from = new ProcessControlBlock(1, mine);
    ProcessControlBlock to = new ProcessControlBlock(1, yours);
    Cpu cpu = new Cpu(0, new UnboundedTlb(), Costs.TEXTBOOK);
    cpu.loadPageTable(mine);
    cpu.registers().set(Register.R3, 33);
    ContextSwitch.switchTo(cpu, from, to);
    assertThat(cpu.hasLoaded(yours))
        .as("from one process 1 to another process 1: the page table of the second is loaded")
        .isTrue();
    assertThat(cpu.registers().get(Register.R3)).as("R3 of the second, which never ran").isZero();
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    return Turn.any().list().ofMinSize(2).ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<Visit>> visits() {
    Arbitrary<List<Integer>> pages = page().list().ofMinSize(1).ofMaxSize(6);
    return Combinators.combine(Arbitraries.integers().between(0, Machine.PROCESSES - 1), pages)
        .as(Visit::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<Integer> page() {
    return Arbitraries.integers().between(0, Machine.PAGES - 1);
  }
}
