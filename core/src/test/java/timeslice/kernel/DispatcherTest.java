package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.cpu.Register;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.RadixPageTable;
import timeslice.memory.SetAssociativeTlb;
import timeslice.memory.Translation;

class DispatcherTest {
  private final ProcessControlBlock a = process(1, 10);
  private final ProcessControlBlock b = process(2, 20);
  private final Cpu cpu = new Cpu(0, new SetAssociativeTlb(1, 4), Costs.FREE);

  DispatcherTest() {
    cpu.loadPageTable(a.pageTable());
  }

  @Test
  void aProcessSwitchChangesRegistersTableAndTlb() {
    cpu.registers().set(Register.R2, 7);
    assertReads(10);
    Dispatcher.switchTo(cpu, a, b);
    assertThat(cpu.registers().get(Register.R2)).isZero();
    assertReads(20);
    cpu.registers().set(Register.R2, 8);
    Dispatcher.switchTo(cpu, b, a);
    assertThat(cpu.registers().get(Register.R2)).isEqualTo(7);
    assertReads(10);
    assertThat(cpu.tlb().flushes()).isEqualTo(2);
  }

  @Test
  void aSwitchToTheSameProcessDoesNothing() {
    cpu.registers().set(Register.R2, 7);
    Dispatcher.switchTo(cpu, a, a);
    assertThat(cpu.registers().get(Register.R2)).isEqualTo(7);
    assertThat(cpu.pageTableLoads()).isEqualTo(1);
    assertThat(cpu.tlb().flushes()).isZero();
  }

  @Test
  void siblingsKeepTheAddressSpace() {
    ThreadControlBlock first = new ThreadControlBlock(1, a);
    ThreadControlBlock second = new ThreadControlBlock(2, a);
    ThreadControlBlock stranger = new ThreadControlBlock(3, b);
    cpu.registers().set(Register.SP, 7);
    Dispatcher.switchTo(cpu, first, first);
    Dispatcher.switchTo(cpu, first, second);
    assertThat(cpu.registers().get(Register.SP)).isZero();
    assertThat(cpu.tlb().flushes()).isZero();
    assertThat(cpu.pageTableLoads()).isEqualTo(1);
    Dispatcher.switchTo(cpu, second, stranger);
    assertReads(20);
    assertThat(cpu.tlb().flushes()).isEqualTo(1);
    Dispatcher.switchTo(cpu, stranger, first);
    assertThat(cpu.registers().get(Register.SP)).isEqualTo(7);
  }

  @Test
  void aMemoryDescriptorKnowsWhoHasItLoaded() {
    MemoryDescriptor space = new MemoryDescriptor(b.pageTable());
    Cpu other = new Cpu(1, new SetAssociativeTlb(1, 4), Costs.FREE);
    space.enter(other);
    assertReads(10);
    space.enter(cpu);
    assertReads(20);
    assertThat(space.cpus()).containsExactly(cpu, other);
    space.leave(cpu);
    assertThat(space.cpus()).containsExactly(other);
  }

  private void assertReads(int frame) {
    assertThat(cpu.access(0x4000, Access.READ))
        .isEqualTo(new Translation.Physical((long) frame << 12));
  }

  private static ProcessControlBlock process(int pid, int frame) {
    RadixPageTable table = new RadixPageTable();
    table.map(4, PageTableEntry.of(frame));
    return new ProcessControlBlock(pid, table);
  }
}
