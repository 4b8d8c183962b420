package timeslice.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import timeslice.cpu.Costs;
import timeslice.program.RecordedTrace;

/** The numbers that chapter 2 and the README beside the recorded trace give. */
class JoinTraceTest {
  private static RecordedTrace trace;
  private static long[] pages;

  @BeforeAll
  static void read() throws IOException {
    trace =
        RecordedTrace.decode(
            Files.readAllBytes(Path.of("../lab-context-switch/ch2/trace/join.trace")));
    pages = new long[trace.size()];
    int[] next = {0};
    trace.forEach((_, address, _) -> pages[next[0]++] = PageSize.KIB_4.page(address));
  }

  @Test
  void itsSizeIsAsSaid() {
    int[] counts = new int[4];
    trace.forEach((kind, _, _) -> counts[kind.ordinal()]++);
    assertThat(counts).containsExactly(253_333, 42_903, 27_057, 2_625);
    assertThat(StackDistances.of(pages).distinct()).isEqualTo(149);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 4, 15893",
    "1, 8, 5373",
    "1, 16, 3026",
    "1, 32, 1733",
    "1, 48, 887",
    "1, 64, 211",
    "16, 4, 358",
    "32, 2, 441",
    "64, 1, 2391",
    "1, 128, 149"
  })
  void threeCountsOfMissesAgree(int sets, int ways, long misses) {
    SetAssociativeTlb tlb = new SetAssociativeTlb(sets, ways);
    long byTlb = 0;
    for (long page : pages) {
      if (!tlb.touch(page)) {
        byTlb++;
        tlb.insert(page, PageTableEntry.of(0));
      }
    }
    assertThat(byTlb).as("misses of the TLB").isEqualTo(misses);

    Mmu mmu = new Mmu(sets, ways, Costs.TEXTBOOK, new PhysicalMemory(149));
    trace.forEach(
        (kind, address, _) -> mmu.translate(address, kind.writes() ? Access.WRITE : Access.READ));
    assertThat(mmu.misses()).as("misses of the MMU").isEqualTo(misses);
    assertThat(mmu.faults()).isEqualTo(149);

    StackDistances[] ofSet = new StackDistances[sets];
    long byDistance = 0;
    for (int set = 0; set < sets; set++) {
      ofSet[set] = new StackDistances();
    }
    for (long page : pages) {
      ofSet[(int) (page % sets)].add(page);
    }
    for (StackDistances distances : ofSet) {
      byDistance += distances.misses(ways);
    }
    assertThat(byDistance).as("misses by stack distance, set by set").isEqualTo(misses);
  }
}
