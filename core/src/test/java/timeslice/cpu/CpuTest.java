package timeslice.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;
import timeslice.memory.RadixPageTable;
import timeslice.memory.SetAssociativeTlb;
import timeslice.memory.Translation;

class CpuTest {
  private final RadixPageTable table = new RadixPageTable();
  private final Cpu cpu = new Cpu(3, new SetAssociativeTlb(1, 4), Costs.TEXTBOOK);

  @Test
  void theFirstTouchMissesAndTheSecondHits() {
    table.map(5, PageTableEntry.of(9));
    cpu.loadPageTable(table);
    assertThat(cpu.access(0x5123, Access.READ)).isEqualTo(new Translation.Physical(0x9123));
    assertThat(cpu.access(0x5456, Access.WRITE)).isEqualTo(new Translation.Physical(0x9456));
    assertThat(cpu.misses()).isEqualTo(1);
    assertThat(cpu.hits()).isEqualTo(1);
  }

  @Test
  void itChargesLooksWalksPointerWritesFlushesAndInvalidations() {
    table.map(5, PageTableEntry.of(9));
    cpu.loadPageTable(table);
    cpu.access(0x5000, Access.READ);
    cpu.access(0x5000, Access.READ);
    cpu.tlb().invalidate(5);
    cpu.tlb().flush();
    assertThat(cpu.cycles()).isEqualTo(100 + (1 + 4 * 100) + 1 + 100 + 100);
  }

  @Test
  void whatIsAbsentIsNotCached() {
    cpu.loadPageTable(table);
    assertThat(cpu.access(0x5000, Access.READ)).isEqualTo(new Translation.Absent(5));
    table.map(5, PageTableEntry.of(9));
    assertThat(cpu.access(0x5000, Access.READ)).isEqualTo(new Translation.Physical(0x9000));
  }

  @Test
  void writingToAReadOnlyPageIsForbiddenOnAHitToo() {
    table.map(5, new PageTableEntry(9, Protection.READ_ONLY));
    cpu.loadPageTable(table);
    cpu.access(0x5000, Access.READ);
    assertThat(cpu.access(0x5000, Access.WRITE))
        .isEqualTo(new Translation.Forbidden(5, Access.WRITE));
  }

  @Test
  void loadingAnotherTableLeavesTheTlbAsItWas() {
    table.map(5, PageTableEntry.of(9));
    cpu.loadPageTable(table);
    cpu.access(0x5000, Access.READ);
    RadixPageTable other = new RadixPageTable();
    cpu.loadPageTable(other);
    assertThat(cpu.hasLoaded(other)).isTrue();
    assertThat(cpu.access(0x5000, Access.READ)).isEqualTo(new Translation.Physical(0x9000));
    assertThat(cpu.tlb().flushes()).isZero();
    assertThat(cpu.pageTableLoads()).isEqualTo(2);
  }

  @Test
  void withoutATableItSaysWhatToDo() {
    assertThatThrownBy(() -> cpu.access(0, Access.READ))
        .hasMessage("CPU 3 has no page table loaded: call loadPageTable before the first access");
  }

  @Test
  void registersPrintWhatIsNotZero() {
    assertThat(cpu.registers().toString()).isEqualTo("all 0");
    cpu.registers().set(Register.PC, 4096);
    cpu.registers().set(Register.R1, 7);
    assertThat(cpu.registers().toString()).isEqualTo("PC=4096 R1=7");
  }
}
