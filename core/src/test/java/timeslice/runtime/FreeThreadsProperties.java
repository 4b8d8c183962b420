package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;

/** Threads without a GIL (FACTS §2.8), on the machine. */
class FreeThreadsProperties {
  private static final RuntimeCosts COUNTING =
      RuntimeCosts.FREE.with(new RuntimeCosts.Counting(1, 2, 10, 100));

  @Property
  void freeOfCostTheyAreThreadsWithoutALock(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 50) Long> cpus,
      @ForAll @IntRange(min = 1, max = 4) int cores) {
    List<Program> programs = new ArrayList<>();
    cpus.forEach(ns -> programs.add(Program.start().compute(ns).io(ns).compute(ns).end()));
    Workload workload = Workload.of(programs);
    assertThat(FreeThreads.ideal().run(Machine.cores(cores), workload).recorder().checksum())
        .isEqualTo(new OneToOne().run(Machine.cores(cores), workload).recorder().checksum());
  }

  @Property
  void speedUpNeverExceedsWhatCoresAndSlowdownAllow(
      @ForAll @IntRange(min = 1, max = 8) int threads,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @IntRange(max = 400) int slowdown) {
    Workload workload = Workload.many(threads, Program.start().compute(1_000).end(), 1);
    long free =
        new FreeThreads(slowdown, RuntimeCosts.FREE).run(Machine.cores(cores), workload).end();
    long gil = GilThreads.cpython().run(Machine.cores(cores), workload).end();
    int waves = (threads + cores - 1) / cores;
    assertThat(free).isEqualTo(waves * (1_000L + slowdown));
    assertThat(gil).isEqualTo(threads * 1_000L);
  }

  // False: "the build without a GIL is never slower": one thread pays for the others.
  @Example
  void oneThreadIsSlowerThanUnderAGil() {
    Workload alone = Workload.of(Program.start().compute(1_000).end());
    assertThat(new FreeThreads(80, RuntimeCosts.FREE).run(Machine.cores(4), alone).end())
        .isGreaterThan(GilThreads.cpython().run(Machine.cores(4), alone).end());
  }

  @Property
  void theOwnerCountsCheaply(@ForAll @IntRange(min = 1, max = 30) int pairs) {
    Program owner =
        Program.start()
            .then(new Operation.Allocate(0))
            .repeat(pairs, part -> part.then(new Operation.Incref(0)).then(new Operation.Decref(0)))
            .then(new Operation.Decref(0))
            .end();
    Run run = new FreeThreads(0, COUNTING).run(Machine.cores(1), Workload.of(owner));
    assertThat(run.end()).isEqualTo((2L * pairs + 1) * 2);
    assertThat(run.recorder().count(Kind.FREED)).isEqualTo(1);
  }

  @Example
  void twoThreadsThatCountTheSameObjectPassItsCacheLineToAndFro() {
    Program owner =
        Program.start().then(new Operation.Allocate(0)).compute(1).io(10_000).then(drop()).end();
    Program other =
        Program.start().compute(5).repeat(10, part -> part.then(take()).then(drop())).end();
    Machine machine = Machine.cores(3);
    FreeThreads mapping = new FreeThreads(0, COUNTING);
    long one = endOf(mapping.run(machine, Workload.of(owner, other)), 1);
    long two = endOf(mapping.run(machine, Workload.of(owner, other, other)), 1);
    assertThat(one).isEqualTo(5 + 100 + 19 * 10); // the line is fetched once
    assertThat(two).isEqualTo(5 + 20 * 100); // each time it was at the other's
  }

  @Example
  void theLastReferenceDroppedByAnotherThreadIsFreedByTheOwner() {
    Program owner = Program.start().then(new Operation.Allocate(0)).compute(50).compute(1).end();
    Program other = Program.start().compute(10).then(drop()).end();
    Run run = FreeThreads.ideal().run(Machine.cores(2), Workload.of(owner, other));
    long freedAt = -1;
    for (int i = 0; i < run.trace().size(); i++) {
      freedAt = run.trace().kind(i) == Kind.FREED ? run.trace().time(i) : freedAt;
    }
    assertThat(freedAt).isEqualTo(50); // not at 10: the object waits in the owner's queue
  }

  @Example
  void anOwnerThatHasLeftLeavesNothingBehind() {
    Program owner = Program.start().then(new Operation.Allocate(0)).compute(5).end();
    Program other = Program.start().compute(10).then(drop()).end();
    Run run = FreeThreads.ideal().run(Machine.cores(2), Workload.of(owner, other));
    assertThat(run.recorder().count(Kind.FREED)).isEqualTo(1);
  }

  private static Operation take() {
    return new Operation.Incref(0);
  }

  private static Operation drop() {
    return new Operation.Decref(0);
  }

  private static long endOf(Run run, int task) {
    for (int i = 0; i < run.trace().size(); i++) {
      if (run.trace().kind(i) == Kind.TASK_ENDED && run.trace().who(i) == task) {
        return run.trace().time(i);
      }
    }
    throw new AssertionError("task " + task + " never ended");
  }
}
