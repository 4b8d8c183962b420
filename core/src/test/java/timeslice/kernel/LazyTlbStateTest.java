package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import timeslice.cpu.AddressSpaceRegister;

class LazyTlbStateTest {
  private final List<String> done = new ArrayList<>();
  private final LazyTlbState cpu =
      new LazyTlbState(
          new AddressSpaceRegister() {
            @Override
            public void load(int addressSpace) {
              done.add("load " + addressSpace);
            }

            @Override
            public void flush() {
              done.add("flush");
            }
          });

  @Example
  void aKernelOnlyThreadInBetweenCostsNothing() {
    cpu.runUser(4, 0);
    cpu.runKernelOnly();
    cpu.runKernelOnly();
    cpu.runUser(4, 0);
    assertThat(done).containsExactly("load 4");
  }

  @Example
  void anUnmapMissedWhileLazyIsMadeUpForOnReturn() {
    cpu.runUser(4, 0);
    cpu.runKernelOnly();
    assertThat(cpu.needsInterrupt(4)).isFalse();
    cpu.runUser(4, 1);
    assertThat(cpu.needsInterrupt(4)).isTrue();
    cpu.runKernelOnly();
    cpu.runUser(4, 1);
    assertThat(done).containsExactly("load 4", "flush");
  }

  @Example
  void anInterruptLeavesNothingToMakeUpFor() {
    cpu.runUser(4, 0);
    cpu.interrupt(1);
    cpu.runKernelOnly();
    cpu.runUser(4, 1);
    assertThat(done).containsExactly("load 4", "flush");
  }

  @Example
  void anotherAddressSpaceIsLoaded() {
    cpu.runUser(4, 0);
    cpu.runKernelOnly();
    cpu.runUser(5, 0);
    assertThat(cpu.needsInterrupt(4)).isFalse();
    assertThat(done).containsExactly("load 4", "load 5");
  }
}
