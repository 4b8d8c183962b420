package timeslice.lab.contextswitch.ch5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.3",
    answers = {LazyTlb.class},
    optional = true,
    closed = {"timeslice.kernel"})
class LazyTlbProperties {

  @Example
  void aKernelOnlyThreadInBetweenCostsNothing() {
    LazyCpu cpu = new LazyCpu().user(4).kernelOnly().user(4);
    assertThat(cpu.done).as("user 4, kernel-only, user 4").containsExactly("load 4");
  }

  @Property(tries = 50)
  void anyNumberOfKernelOnlyThreadsCostNothing(@ForAll @IntRange(max = 9) int times) {
    LazyCpu cpu = new LazyCpu().user(4);
    for (int i = 0; i < times; i++) {
      cpu.kernelOnly();
    }
    assertThat(cpu.done).as("user 4, then %d kernel-only threads", times).containsExactly("load 4");
  }

  @Example
  void anotherProcessAfterAKernelOnlyThreadIsOneLoad() {
    LazyCpu cpu = new LazyCpu().user(4).kernelOnly().user(5);
    assertThat(cpu.done).as("user 4, kernel-only, user 5").containsExactly("load 4", "load 5");
  }

  @Example
  void anUnmapWhileLazyInterruptsNobodyAndIsMadeUpForOnce() {
    LazyCpu cpu = new LazyCpu().user(4).kernelOnly();
    assertThat(cpu.unmap(4)).as("interrupt of a lazy CPU").isFalse();
    assertThat(cpu.unmap(4)).as("second interrupt of a lazy CPU").isFalse();
    cpu.user(4).kernelOnly().user(4);
    assertThat(cpu.done).as("one flush for both unmaps").containsExactly("load 4", "flush");
  }

  @Example
  void anUnmapWhileRunningInterruptsAtOnceAndIsNotMadeUpForAgain() {
    LazyCpu cpu = new LazyCpu().user(4);
    assertThat(cpu.unmap(4)).as("interrupt of a CPU that runs 4, for an unmap in 4").isTrue();
    assertThat(cpu.unmap(5)).as("interrupt of a CPU that runs 4, for an unmap in 5").isFalse();
    cpu.kernelOnly().user(4);
    assertThat(cpu.done).as("one flush, at the interrupt").containsExactly("load 4", "flush");
  }

  @Property(tries = 400)
  void nothingIsDoneThatNeedNotBeDoneAndNothingLeftOut(@ForAll("events") List<CpuEvent> events) {
    LazyCpu cpu = new LazyCpu();
    int loaded = -1; // what the register must point at
    boolean running = false; // a user thread of it, at this moment
    boolean missed = false; // an unmap in it since the TLB was emptied
    for (int i = 0; i < events.size(); i++) {
      String story = "after " + events.subList(Math.max(0, i - 5), i + 1);
      cpu.done.clear();
      switch (events.get(i)) {
        case CpuEvent.User(int space) -> {
          cpu.user(space);
          List<String> due =
              space != loaded ? List.of("load " + space) : missed ? List.of("flush") : List.of();
          assertThat(cpu.done).as(story).isEqualTo(due);
          loaded = space;
          running = true;
          missed = false;
        }
        case CpuEvent.KernelOnly kernelOnly -> {
          cpu.kernelOnly();
          assertThat(cpu.done).as(story).isEmpty();
          running = false;
        }
        case CpuEvent.Unmap(int space) -> {
          boolean due = running && space == loaded;
          assertThat(cpu.unmap(space)).as("interrupt %s", story).isEqualTo(due);
          assertThat(cpu.done).as(story).isEqualTo(due ? List.of("flush") : List.of());
          missed |= !due && space == loaded;
        }
      }
    }
  }

  @Example
  void aGenerationBeyondAnIntIsSeen() {
    LazyCpu register = new LazyCpu();
    LazyTlb lazy = new LazyTlb(register);
    lazy.runUser(4, 5);
    lazy.runKernelOnly();
    lazy.runUser(4, 5 + (1L << 32));
    assertThat(register.done).as("first 5, then 5 + 2^32").containsExactly("load 4", "flush");
  }

  @Example
  void aNegativeNumberIsRefused() {
    LazyTlb lazy = new LazyTlb(new LazyCpu());
    assertThatThrownBy(() -> lazy.runUser(-1, 0))
        .as("runUser(-1, 0)")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Provide
  Arbitrary<List<CpuEvent>> events() {
    return CpuEvent.events();
  }
}
