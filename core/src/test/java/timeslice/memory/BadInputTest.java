package timeslice.memory;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import timeslice.cpu.Costs;

/** Bad input is refused in one sentence that names the value. */
class BadInputTest {
  private static final String PAGE = "page number must be from 0 to 2^36 - 1, got ";
  private static final String ASID = "address space number must be from 0 to 4095, got ";
  private static final PageTableEntry ENTRY = PageTableEntry.of(1);

  static Stream<Arguments> mistakes() {
    RadixPageTable table = new RadixPageTable();
    SetAssociativeTlb tlb = new SetAssociativeTlb(4, 2);
    TaggedTlb tagged = new TaggedSetAssociativeTlb(4, 2);
    FifoTlb fifo = new FifoTlb(2);
    Mmu mmu = new Mmu(4, 2, Costs.TEXTBOOK);
    PhysicalMemory memory = new PhysicalMemory(2);
    memory.allocate();
    StackDistances distances = new StackDistances();
    return Stream.of(
        mistake(() -> table.map(-1, ENTRY), PAGE + "-1"),
        mistake(() -> table.mapGlobal(1L << 36, ENTRY), PAGE + "68719476736"),
        mistake(() -> table.unmap(1L << 36), PAGE + "68719476736"),
        mistake(() -> table.walk(-7), PAGE + "-7"),
        mistake(() -> table.levelsWalked(-1), PAGE + "-1"),
        mistake(() -> table.accessed(-1), PAGE + "-1"),
        mistake(() -> table.dirty(-1), PAGE + "-1"),
        mistake(() -> tlb.lookup(-1), PAGE + "-1"),
        mistake(() -> tlb.touch(-1), PAGE + "-1"),
        mistake(() -> tlb.insert(-1, ENTRY), PAGE + "-1"),
        mistake(() -> tlb.invalidate(-1), PAGE + "-1"),
        mistake(() -> tlb.pages(4), "set must be from 0 to 3, got 4"),
        mistake(() -> new SetAssociativeTlb(3, 2), "sets must be a power of two, got 3"),
        mistake(() -> new SetAssociativeTlb(0, 2), "sets must be a power of two, got 0"),
        mistake(
            () -> new SetAssociativeTlb(4, 0),
            "ways must be 1 or more, and sets times ways fit an int; got 4 x 0"),
        mistake(
            () -> new TaggedSetAssociativeTlb(1 << 30, 4),
            "ways must be 1 or more, and sets times ways fit an int; got 1073741824 x 4"),
        mistake(() -> tagged.lookup(4096, 1), ASID + "4096"),
        mistake(() -> tagged.lookup(1, -1), PAGE + "-1"),
        mistake(() -> tagged.insert(-1, 1, ENTRY), ASID + "-1"),
        mistake(() -> tagged.insertGlobal(-1, ENTRY), PAGE + "-1"),
        mistake(() -> tagged.invalidate(-1, 1), ASID + "-1"),
        mistake(() -> tagged.flush(-1), ASID + "-1"),
        mistake(() -> new FifoTlb(0), "a TLB needs 1 entry or more, got 0"),
        mistake(() -> fifo.lookup(-1), PAGE + "-1"),
        mistake(() -> fifo.insert(-1, ENTRY), PAGE + "-1"),
        mistake(() -> fifo.invalidate(-1), PAGE + "-1"),
        mistake(() -> AddressSpace.empty(5000), ASID + "5000"),
        mistake(
            () -> mmu.translate(1L << 48, Access.READ),
            "address must be from 0 to 2^48 - 1, got 281474976710656"),
        mistake(() -> mmu.access(-1, Access.READ), "address must be from 0 to 2^48 - 1, got -1"),
        mistake(() -> mmu.map(-1, ENTRY), PAGE + "-1"),
        mistake(() -> mmu.unmap(-1), PAGE + "-1"),
        mistake(() -> mmu.invalidate(1L << 36), PAGE + "68719476736"),
        mistake(() -> new PhysicalMemory(0), "memory needs 1 frame or more, got 0"),
        mistake(() -> memory.free(2), "frame number must be from 0 to 1, got 2"),
        mistake(() -> memory.free(1), "frame 1 is not in use: allocate it first"),
        mistake(() -> memory.read(0, 4096), "offset must be from 0 to 4095, got 4096"),
        mistake(() -> memory.write(0, -1, (byte) 0), "offset must be from 0 to 4095, got -1"),
        mistake(() -> memory.write(-1, 0, (byte) 0), "frame number must be from 0 to 1, got -1"),
        mistake(() -> memory.copy(0, 1), "frame 1 is not in use: allocate it first"),
        mistake(() -> distances.add(-1), PAGE + "-1"),
        mistake(() -> distances.misses(-1), "entries must be 0 or more, got -1"),
        mistake(
            () -> new PageTableEntry(-1, Protection.READ_ONLY),
            "frame number must be 0 or more, got -1"),
        mistake(
            () -> new PageSize(3000),
            "page size must be a power of two from 2 to 2^30 bytes, got 3000"),
        mistake(
            () -> Costs.TEXTBOOK.withWalkReference(-5),
            "walkReference must cost 0 cycles or more, got -5"),
        mistake(
            () -> new Costs(1, 1, 1, 1, 1, 1, 1, 1, -2),
            "cacheMiss must cost 0 cycles or more, got -2"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void isRefusedInASentence(Runnable mistake, String sentence) {
    assertThatIllegalArgumentException().isThrownBy(mistake::run).withMessage(sentence);
  }

  private static Arguments mistake(Runnable mistake, String sentence) {
    return Arguments.of(mistake, sentence);
  }
}
