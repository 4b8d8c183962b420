package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Program;
import timeslice.program.Workload;

/** Whatever a machine does, some interleaving of single steps does, and so ends the same way. */
class InterleavingProperties {
  private static final List<Integer> PERMITS = List.of(1, 0, 0, 0, 1, 0);

  private static Run run(
      List<Program> programs, int cores, int quantum, Machine.Queue queue, HandOff handOff) {
    Machine machine = Machine.cores(cores).with(queue);
    if (quantum > 0) {
      machine = machine.with(RoundRobin.withQuantum(quantum));
    }
    return new OneToOne(handOff)
        .run(machine, Workload.of(programs).withPermits(PERMITS.toArray(new Integer[0])));
  }

  @Property(tries = 2000)
  void aRunEndsAsSomeInterleavingDoes(
      @ForAll("few") List<Program> programs,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @IntRange(max = 2) int quantum,
      @ForAll Machine.Queue queue,
      @ForAll HandOff handOff) {
    Set<String> ends = AllInterleavings.ends(programs, PERMITS);
    Assume.that(!ends.isEmpty());
    Run run = run(programs, cores, quantum, queue, handOff);
    Ends found = new Ends(run.trace());
    assertThat(found.line()).as("how it ended").isIn(ends);
    assertThat(found.broken).as("rules broken on the way").isEmpty();
    assertThat(run.outcome() instanceof Outcome.Finished)
        .as("finished: %s", run.outcome())
        .isEqualTo(found.line().matches("(\\d+: done; )*"));
  }

  @Property(tries = 1000)
  void aDeadlockIsReportedIfAndOnlyIfTasksWaitInACircle(
      @ForAll("programs") List<Program> programs,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @IntRange(max = 2) int quantum,
      @ForAll HandOff handOff) {
    Run run = run(programs, cores, quantum, Machine.Queue.HEAP, handOff);
    Map<Integer, List<Integer>> edges = new Ends(run.trace()).waitsFor();
    boolean circle =
        edges.keySet().stream().anyMatch(task -> reachable(task, edges).contains(task));
    Outcome outcome =
        run.outcome() instanceof Outcome.Failed failed ? failed.others() : run.outcome();
    assertThat(outcome instanceof Outcome.Deadlock)
        .as("%s of %s", outcome, edges)
        .isEqualTo(circle);
    if (outcome instanceof Outcome.Deadlock deadlock) {
      List<Outcome.Waiting> cycle = deadlock.cycle();
      for (int i = 0; i < cycle.size(); i++) {
        Outcome.Waiting waiting = cycle.get(i);
        assertThat(edges.get(waiting.task())).as("%s", waiting).contains(waiting.heldBy());
        assertThat(cycle.get((i + 1) % cycle.size()).task()).isEqualTo(waiting.heldBy());
        assertThat(waiting.task()).isGreaterThanOrEqualTo(cycle.getFirst().task());
      }
    }
  }

  /** Precondition: a core for each task, so that nobody waits for a CPU. */
  @Property(tries = 300)
  void programsThatShareNothingDoNotSeeEachOther(
      @ForAll("programs") List<Program> some,
      @ForAll("programs") List<Program> others,
      @ForAll HandOff handOff) {
    Assume.that(Apart.areNumberedAlike(some) && Apart.areNumberedAlike(others));
    List<Program> both = new ArrayList<>(some);
    others.forEach(program -> both.add(Apart.from(program, some.size())));
    String alone = end(some, handOff) + Apart.from(end(others, handOff), some.size());
    assertThat(end(both, handOff)).isEqualTo(alone);
  }

  private static String end(List<Program> programs, HandOff handOff) {
    return new Ends(run(programs, 8, 0, Machine.Queue.HEAP, handOff).trace()).line();
  }

  @Property(tries = 300)
  void theKindOfEventQueueChangesNothing(
      @ForAll("programs") List<Program> programs,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @IntRange(max = 2) int quantum,
      @ForAll HandOff handOff) {
    Run heap = run(programs, cores, quantum, Machine.Queue.HEAP, handOff);
    Run radix = run(programs, cores, quantum, Machine.Queue.RADIX, handOff);
    assertThat(heap.recorder().checksum()).isEqualTo(radix.recorder().checksum());
    assertThat(heap.outcome()).isEqualTo(radix.outcome());
  }

  private static Set<Integer> reachable(int from, Map<Integer, List<Integer>> edges) {
    Set<Integer> found = new TreeSet<>();
    while (true) {
      int before = found.size();
      found.addAll(edges.get(from));
      for (int task : List.copyOf(found)) {
        found.addAll(edges.get(task));
      }
      if (found.size() == before) {
        return found;
      }
    }
  }

  @Provide
  Arbitrary<List<Program>> programs() {
    return SmallPrograms.upTo(4);
  }

  @Provide
  Arbitrary<List<Program>> few() {
    return SmallPrograms.upTo(3);
  }
}
