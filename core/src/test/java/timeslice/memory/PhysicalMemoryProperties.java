package timeslice.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A frame belongs to one owner at a time and keeps what is written to it. */
class PhysicalMemoryProperties {

  @Property
  void aFrameIsHandedOutToOneOwnerAtATime(
      @ForAll @Size(max = 60) List<@IntRange(min = -3, max = 5) Integer> steps) {
    PhysicalMemory memory = new PhysicalMemory(4);
    List<Integer> held = new ArrayList<>();
    for (int step : steps) {
      if (step < 0 && held.size() < 4) {
        int frame = memory.allocate();
        assertThat(frame).isBetween(0, 3);
        assertThat(held).as("frames in use").doesNotContain(frame);
        assertThat(memory.read(frame, 4095)).as("a frame handed out reads as zero").isZero();
        memory.write(frame, 4095, (byte) 1);
        held.add(frame);
      } else if (step >= 0 && step < held.size()) {
        memory.free(held.remove(step));
      }
      assertThat(memory.inUse()).isEqualTo(held.size());
    }
  }

  @Example
  void aCopyIsACopyAndNotTheSameBytes() {
    PhysicalMemory memory = new PhysicalMemory(2, new PageSize(16));
    int from = memory.allocate();
    int to = memory.allocate();
    memory.write(from, 3, (byte) 7);
    memory.copy(from, to);
    memory.write(from, 3, (byte) 8);
    assertThat(memory.read(to, 3)).isEqualTo((byte) 7);
    memory.write(to, 3, (byte) 9);
    assertThat(memory.read(from, 3)).isEqualTo((byte) 8);
    assertThat(memory.copies()).isEqualTo(1);
  }

  @Example
  void aFullMemorySaysSo() {
    PhysicalMemory memory = new PhysicalMemory(2);
    memory.allocate();
    memory.allocate();
    assertThatThrownBy(memory::allocate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("out of memory: all 2 frames are in use");
  }
}
