package timeslice.lab.contextswitch.ch4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.cpu.Cpu;
import timeslice.memory.Access;
import timeslice.workbook.Exercise;

@Exercise(
    value = "4.3",
    answers = {Shootdown.class},
    closed = {"timeslice.kernel.Dispatcher"})
class ShootdownProperties {

  /** Who runs what, who unmaps, which page, and whether interrupts are served as they arrive. */
  record Scene(List<Boolean> runsA, int self, long page, boolean atOnce) {
    Cores cores() {
      return new Cores(runsA, self);
    }
  }

  @Example
  void threeCpusForgetThePageAndTheFourthIsLeftAlone() {
    Cores cores = new Cores(List.of(true, true, false, true), 1);
    Shootdown.unmap(cores.a, 2, cores.self, cores.interrupts(true));
    cores.assertGone(2);
    assertThat(cores.asked).as("CPUs that CPU 1 has interrupted").containsExactly(0, 3);
  }

  @Property(tries = 200)
  void afterwardsNoCpuTranslatesThePage(@ForAll("scenes") Scene scene) {
    Cores cores = scene.cores();
    unmap(cores, scene);
    cores.assertGone(scene.page());
  }

  @Property(tries = 200)
  void aCpuThatTouchesThePageInTheMiddleDoesNotRememberIt(@ForAll("scenes") Scene scene) {
    Cores cores = scene.cores();
    cores.touchAgainAfterForgetting(scene.page());
    unmap(cores, scene);
    cores.assertGone(scene.page());
  }

  @Property(tries = 200)
  void otherPagesStillHitEverywhere(@ForAll("scenes") Scene scene) {
    Cores cores = scene.cores();
    unmap(cores, scene);
    for (Cpu cpu : cores.cpus) {
      for (long page = 0; page < Cores.PAGES; page++) {
        if (page == scene.page() && cores.runsA(cpu) || !cores.touched(cpu, page)) {
          continue;
        }
        long hits = cpu.hits();
        cpu.access(page << 12, Access.READ);
        assertThat(cpu.hits() - hits)
            .as("%s runs %s and touches page %d", cpu, cores.runsA(cpu) ? "A" : "B", page)
            .isEqualTo(1);
      }
    }
  }

  @Property(tries = 200)
  void exactlyTheOtherCpusThatRunTheSpaceAreInterruptedOnceEach(@ForAll("scenes") Scene scene) {
    Cores cores = scene.cores();
    unmap(cores, scene);
    List<Integer> others =
        IntStream.range(0, scene.runsA().size())
            .filter(cpu -> scene.runsA().get(cpu) && cpu != scene.self())
            .boxed()
            .toList();
    assertThat(cores.asked)
        .as("CPUs that were interrupted")
        .containsExactlyInAnyOrderElementsOf(others);
  }

  @Property(tries = 200)
  void allAreAskedBeforeTheFirstIsAwaitedAndAllAreAwaited(@ForAll("scenes") Scene scene) {
    Cores cores = scene.cores();
    unmap(cores, scene);
    assertThat(cores.awaited)
        .as("CPUs whose answer was awaited, of those interrupted")
        .containsAll(cores.asked);
    if (!cores.awaited.isEmpty()) {
      assertThat(cores.askedWhenFirstAwaited)
          .as("interrupts sent before the first answer was awaited")
          .isEqualTo(cores.asked.size());
    }
  }

  @Property(tries = 100)
  void unmappingAnAbsentPageDisturbsNobody(@ForAll("scenes") Scene scene) {
    Cores cores = scene.cores();
    Shootdown.unmap(cores.a, Cores.PAGES + 3, cores.self, cores.interrupts(scene.atOnce()));
    assertThat(cores.asked).as("CPUs interrupted for a page that was never mapped").isEmpty();
    unmap(cores, scene);
    int once = cores.asked.size();
    unmap(cores, scene);
    assertThat(cores.asked.size() - once).as("interrupts for the same page once more").isZero();
  }

  @Provide
  Arbitrary<Scene> scenes() {
    Arbitrary<List<Boolean>> others = Arbitraries.of(true, false).list().ofMaxSize(4);
    return Combinators.combine(
            others,
            Arbitraries.integers().between(0, 4),
            Arbitraries.longs().between(0, Cores.PAGES - 1),
            Arbitraries.of(true, false))
        .as(
            (runsA, position, page, atOnce) -> {
              int self = Math.min(position, runsA.size());
              List<Boolean> all = new ArrayList<>(runsA);
              all.add(self, true);
              return new Scene(List.copyOf(all), self, page, atOnce);
            });
  }

  private static void unmap(Cores cores, Scene scene) {
    Shootdown.unmap(cores.a, scene.page(), cores.self, cores.interrupts(scene.atOnce()));
  }
}
