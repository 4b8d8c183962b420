package timeslice.lab.contextswitch.ch3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.cpu.Register;
import timeslice.cpu.RegisterFile;
import timeslice.workbook.Exercise;

@Exercise(
    value = "3.1",
    answers = {Pcb.class},
    closed = {"timeslice.kernel"})
class PcbProperties {

  @Example
  void aProcessComesBackAsItLeft() {
    RegisterFile cpu = filled(100);
    Pcb pcb = new Pcb();
    pcb.save(cpu);
    fill(cpu, 900); // somebody else computes
    pcb.restore(cpu);
    assertSame(cpu, filled(100), "after save, somebody else's work, and restore");
  }

  @Property(tries = 200)
  void anyInterleavingLeavesEachProcessAsIfItRanAlone(@ForAll("turns") List<Turn> turns) {
    RegisterFile[] cpus = {new RegisterFile(), new RegisterFile()};
    Pcb[] pcbs = new Pcb[Turn.PROCESSES];
    RegisterFile[] alone = new RegisterFile[Turn.PROCESSES];
    for (int process = 0; process < Turn.PROCESSES; process++) {
      pcbs[process] = new Pcb();
      alone[process] = new RegisterFile();
    }
    int running = 0;
    RegisterFile cpu = cpus[0];
    for (Turn turn : turns) {
      if (turn.process() != running) {
        pcbs[running].save(cpu);
        cpu = cpu == cpus[0] ? cpus[1] : cpus[0]; // a process may come back on another CPU
        pcbs[turn.process()].restore(cpu);
        running = turn.process();
      }
      turn.execute(cpu);
      turn.execute(alone[running]);
      assertSame(cpu, alone[running], "process " + running + ", compared with its run alone");
    }
  }

  @Property(tries = 100)
  void whatRunsLaterChangesNothingThatWasSaved(
      @ForAll("values") List<Long> mine, @ForAll("values") List<Long> later) {
    RegisterFile cpu = registers(mine);
    Pcb pcb = new Pcb();
    pcb.save(cpu);
    overwrite(cpu, later);
    RegisterFile otherCpu = new RegisterFile();
    pcb.restore(otherCpu);
    assertSame(
        otherCpu, registers(mine), "saved on one CPU, overwritten there, restored on another CPU");
  }

  @Property(tries = 100)
  void theLastSaveCounts(@ForAll("values") List<Long> first, @ForAll("values") List<Long> second) {
    Pcb pcb = new Pcb();
    pcb.save(registers(first));
    RegisterFile cpu = filled(900);
    pcb.restore(cpu);
    pcb.save(registers(second));
    pcb.restore(cpu);
    assertSame(cpu, registers(second), "restored after two saves");
  }

  @Property(tries = 100)
  void restoringUsesNothingUp(
      @ForAll("values") List<Long> mine, @ForAll("values") List<Long> later) {
    Pcb pcb = new Pcb();
    pcb.save(registers(mine));
    RegisterFile cpu = new RegisterFile();
    pcb.restore(cpu);
    overwrite(cpu, later);
    pcb.restore(cpu);
    assertSame(cpu, registers(mine), "restored a second time");
  }

  @Property(tries = 100)
  void savingLeavesTheCpuAsItWas(@ForAll("values") List<Long> mine) {
    RegisterFile cpu = registers(mine);
    new Pcb().save(cpu);
    assertSame(cpu, registers(mine), "the CPU after save");
  }

  @Property(tries = 100)
  void eachProcessHasItsOwn(@ForAll("values") List<Long> mine, @ForAll("values") List<Long> yours) {
    Pcb a = new Pcb();
    Pcb b = new Pcb();
    a.save(registers(mine));
    b.save(registers(yours));
    RegisterFile cpu = new RegisterFile();
    a.restore(cpu);
    assertSame(cpu, registers(mine), "the first of two control blocks, restored");
    b.restore(cpu);
    assertSame(cpu, registers(yours), "the second of two control blocks, restored");
  }

  @Example
  void aFreshOneHoldsZero() {
    RegisterFile cpu = filled(900);
    new Pcb().restore(cpu);
    assertSame(cpu, new RegisterFile(), "restored from a control block that never saved");
  }

  @Provide
  Arbitrary<List<Turn>> turns() {
    return Turn.any().list().ofMinSize(2).ofMaxSize(40);
  }

  /** One value a register; 0 among them, and values wider than 32 bits. */
  @Provide
  Arbitrary<List<Long>> values() {
    return Arbitraries.of(0L, 1L, -2L, 42L, 7_000_000_000L).list().ofSize(Register.values().length);
  }

  private static RegisterFile registers(List<Long> values) {
    RegisterFile registers = new RegisterFile();
    overwrite(registers, values);
    return registers;
  }

  private static void overwrite(RegisterFile registers, List<Long> values) {
    for (Register register : Register.values()) {
      registers.set(register, values.get(register.ordinal()));
    }
  }

  private static RegisterFile filled(long first) {
    RegisterFile registers = new RegisterFile();
    fill(registers, first);
    return registers;
  }

  private static void fill(RegisterFile registers, long first) {
    for (Register register : Register.values()) {
      registers.set(register, first + register.ordinal());
    }
  }

  private static void assertSame(RegisterFile actual, RegisterFile expected, String when) {
    for (Register register : Register.values()) {
      assertThat(actual.get(register))
          .as("%s: %s", when, register)
          .isEqualTo(expected.get(register));
    }
  }
}
