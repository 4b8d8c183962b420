package timeslice.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import timeslice.cpu.RuntimeCosts.Copying;
import timeslice.cpu.RuntimeCosts.Counting;
import timeslice.cpu.RuntimeCosts.Moves;

class RuntimeCostsTest {

  @Example
  void aTaskIsCheaperThanAThreadAndAThreadThanAProcess() {
    for (RuntimeCosts costs : List.of(RuntimeCosts.TEXTBOOK, RuntimeCosts.MEASURED)) {
      RuntimeCosts.Creation create = costs.creation();
      assertThat(List.of(create.task(), create.thread(), create.fork(), create.spawn()))
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Example
  void aMessageCostsByTheKibibyteRoundedUp() {
    Copying copying = new Copying(1_024, 2_048);
    assertThat(copying.out(3)).isEqualTo(3);
    assertThat(copying.in(1_024)).isEqualTo(2_048);
    assertThat(new Copying(1, 1).out(1)).as("one byte at 1 ns per KiB").isEqualTo(1);
    assertThat(RuntimeCosts.MEASURED.copying().in(1 << 30))
        .as("1 GiB in")
        .isEqualTo((1L << 20) * RuntimeCosts.MEASURED.copying().inPerKib());
  }

  @Example
  void noCostIsNegative() {
    assertThatThrownBy(() -> new Counting(1, 2, -3, 4))
        .hasMessage("atomic must cost 0 ns or more, got -3");
    assertThatThrownBy(() -> new Moves(0, 0, 0, 0, -1))
        .hasMessage("gilHandOff must cost 0 ns or more, got -1");
  }
}
