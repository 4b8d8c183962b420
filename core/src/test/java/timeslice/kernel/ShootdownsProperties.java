package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.kernel.MemoryScript.compute;
import static timeslice.kernel.MemoryScript.touch;
import static timeslice.kernel.MemoryScript.unmap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.cpu.Costs;
import timeslice.kernel.MemoryScript.Step;
import timeslice.kernel.MemoryScript.What;
import timeslice.memory.Access;
import timeslice.memory.Mmu;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/**
 * Many CPUs, threads and processes: what is unmapped is gone everywhere, and what is not, stays.
 */
class ShootdownsProperties {

  /** A thread: its process (-1: kernel-only), and what it does. */
  record Plan(int process, List<Step> steps) {}

  /** A run, watched from the inside. */
  private static final class Watched {
    final List<AddressSpaceCosts> made = new ArrayList<>();
    final Map<Integer, Set<Long>> present = new HashMap<>();
    final Kernel kernel;
    long firstTouches;

    Watched(Machine machine, MemorySystem memory, List<Plan> plans) {
      kernel =
          new Kernel(
              machine.with(
                  (HardwareCosts.Factory)
                      booting -> {
                        made.add(memory.create(booting));
                        return made.getFirst();
                      }));
      for (Plan plan : plans) {
        kernel.create(plan.process(), new MemoryScript(plan.steps(), this::saw));
      }
      kernel.run();
    }

    AddressSpaceCosts hardware() {
      return made.getFirst();
    }

    private void saw(int thread, Step step) {
      int process = kernel.process(thread);
      if (process < 0) {
        return;
      }
      Set<Long> pages = present.computeIfAbsent(process, _ -> new TreeSet<>());
      if (step.what() == What.UNMAP) {
        pages.remove(step.number());
        assertThat(hardware().frame(process, step.number())).as("frame of %s", step).isEqualTo(-1);
        return;
      }
      firstTouches += pages.add(step.number()) ? 1 : 0;
      Mmu mmu = hardware().mmu(kernel.lastCpu(thread));
      assertThat(mmu.translate(step.number() << 12, Access.READ) >>> 12)
          .as("frame that process %d gets for page %d", process, step.number())
          .isEqualTo(hardware().frame(process, step.number()));
    }
  }

  private static Machine machine(int cores, int quantum, boolean siblings) {
    Machine machine = Machine.cores(cores).with(RoundRobin.withQuantum(quantum));
    return siblings ? machine.withSiblings() : machine;
  }

  @Property(tries = 1000)
  void everyAccessGoesWhereThePageTableSays(
      @ForAll("plans") List<Plan> plans,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll @IntRange(min = 1, max = 4) int quantum,
      @ForAll boolean siblings,
      @ForAll @IntRange(max = 2) int tags) {
    MemorySystem memory = MemorySystem.untagged(Costs.FREE).withTlb(2, 2).withTags(tags);
    Watched run = new Watched(machine(cores, quantum, siblings), memory, plans);
    long faults = 0;
    for (int cpu = 0; cpu < run.kernel.cpus(); cpu++) {
      faults += run.hardware().mmu(cpu).faults();
    }
    assertThat(faults).as("a fault for each first touch").isEqualTo(run.firstTouches);
    assertThat(run.hardware().framesInUse())
        .as("a frame for each page that is there")
        .isEqualTo(run.present.values().stream().mapToInt(Set::size).sum());
  }

  @Property(tries = 1000)
  void anUnmapInterruptsThoseWhoRunTheProcessAndNobodyElse(
      @ForAll("plans") List<Plan> plans,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll @IntRange(min = 1, max = 4) int quantum,
      @ForAll @IntRange(max = 2) int tags) {
    MemorySystem memory = MemorySystem.untagged(Costs.FREE).withTags(tags);
    Kernel kernel = new Kernel(machine(cores, quantum, false).withMemory(memory));
    List<Integer> expected = new ArrayList<>();
    Map<Integer, Set<Long>> present = new HashMap<>();
    for (Plan plan : plans) {
      kernel.create(
          plan.process(),
          new MemoryScript(
              plan.steps(),
              (thread, step) -> {
                Set<Long> pages = present.computeIfAbsent(plan.process(), _ -> new TreeSet<>());
                if (step.what() == What.TOUCH) {
                  pages.add(step.number());
                } else if (pages.remove(step.number()) && plan.process() >= 0) {
                  for (int cpu = 0; cpu < cores; cpu++) {
                    int other = kernel.running(cpu);
                    if (other >= 0 && other != thread && kernel.process(other) == plan.process()) {
                      expected.add(cpu);
                    }
                  }
                }
              }));
    }
    kernel.run();
    Trace trace = kernel.trace().trace();
    List<Integer> interrupted = new ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.SHOT_DOWN) {
        interrupted.add(trace.cpu(i));
      }
    }
    assertThat(interrupted).isEqualTo(expected);
  }

  /** Precondition: one CPU and no preemption, so that the order of accesses is the same. */
  @Property(tries = 500)
  void framesAndFaultsDoNotDependOnTheTlb(@ForAll("plans") List<Plan> plans) {
    Machine machine = Machine.cores(1);
    MemorySystem memory = MemorySystem.untagged(Costs.FREE).withTlb(1, 3);
    Watched untagged = new Watched(machine, memory, plans);
    for (int tags = 1; tags <= 3; tags++) {
      Watched tagged = new Watched(machine, memory.withTags(tags), plans);
      assertThat(tagged.hardware().mmu(0).faults()).isEqualTo(untagged.hardware().mmu(0).faults());
      for (int process = 0; process < 3; process++) {
        for (long page = 0; page < 4; page++) {
          assertThat(tagged.hardware().frame(process, page))
              .as("process %d, page %d", process, page)
              .isEqualTo(untagged.hardware().frame(process, page));
        }
      }
    }
  }

  @Example
  void bothSidesPayForAShootdown() {
    // A switch is 1,000, a table 100; a touch 10,101; an invalidation 100, an interrupt 2,000.
    MemorySystem memory = MemorySystem.untagged(Costs.TEXTBOOK);
    List<Plan> plans =
        List.of(
            new Plan(0, List.of(touch(5), unmap(5))),
            new Plan(0, List.of(compute(20_000))),
            new Plan(1, List.of(compute(20_000))));
    Kernel kernel = new Watched(Machine.cores(3), memory, plans).kernel;
    Trace trace = kernel.trace().trace();
    Map<Integer, Long> ends = new HashMap<>();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.STOP) {
        ends.put(trace.who(i), trace.time(i));
      }
    }
    assertThat(ends.get(0)).as("who unmaps").isEqualTo(1_100 + 10_101 + 100 + 2_000);
    assertThat(ends.get(1)).as("its sibling thread").isEqualTo(1_100 + 20_000 + 2_000 + 100);
    assertThat(ends.get(2)).as("another process").isEqualTo(1_100 + 20_000);
  }

  @Example
  void aStolenTimeIsNotTakenFromTheTurn() {
    // Only lookups (1) and interrupts (200) cost anything; the page is unmapped at time 1.
    Costs costs = new Costs(1, 0, 0, 0, 0, 0, 0, 200, 0);
    MemorySystem memory = MemorySystem.untagged(costs);
    List<Plan> plans =
        List.of(new Plan(0, List.of(touch(5), unmap(5))), new Plan(0, List.of(compute(50))));
    Kernel kernel =
        new Watched(Machine.cores(2).with(RoundRobin.withQuantum(30)), memory, plans).kernel;
    Trace trace = kernel.trace().trace();
    List<Long> stops = new ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.STOP && trace.who(i) == 1) {
        stops.add(trace.time(i));
      }
    }
    assertThat(stops).as("30 ns, 200 of the interrupt, 20 ns").containsExactly(230L, 250L);
  }

  @Provide
  Arbitrary<List<Plan>> plans() {
    Arbitrary<Long> page = Arbitraries.longs().between(0, 3);
    Arbitrary<Step> step =
        Arbitraries.oneOf(
            page.map(MemoryScript::touch),
            page.map(MemoryScript::touch),
            page.map(MemoryScript::unmap),
            Arbitraries.longs().between(1, 3).map(MemoryScript::compute),
            Arbitraries.longs().between(1, 5).map(ns -> new Step(What.SLEEP, ns)),
            Arbitraries.just(MemoryScript.yielding()));
    return Combinators.combine(
            Arbitraries.integers().between(-1, 2), step.list().ofMinSize(1).ofMaxSize(12))
        .as(Plan::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }
}
