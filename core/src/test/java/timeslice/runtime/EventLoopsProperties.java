package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Operation;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/** Tasks on event loops (FACTS §2.6, §5.4), on the machine. */
class EventLoopsProperties {
  private static final EventLoops ONE = EventLoops.one();

  @Property
  void aLoopCarriesOneTaskAtATimeAndNoTaskMoves(
      @ForAll("programs") @Size(min = 1, max = 6) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 3) int loops,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll Machine.Queue queue) {
    Machine machine = Machine.cores(cores).with(queue);
    Run run = new EventLoops(loops, RuntimeCosts.FREE).run(machine, Workload.of(programs));
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
    Trace trace = run.trace();
    int[] home = new int[programs.size()];
    Arrays.fill(home, -1);
    List<Integer> carried = new ArrayList<>();
    for (int i = 0; i < loops + 40; i++) {
      carried.add(-1);
    }
    for (int i = 0; i < trace.size(); i++) {
      int task = trace.who(i);
      if (trace.kind(i) == Kind.MOUNTED) {
        int thread = trace.other(i);
        assertThat(carried.get(thread)).as("what thread %d carries", thread).isEqualTo(-1);
        carried.set(thread, task);
        assertThat(home[task]).as("home of task %d", task).isIn(-1, thread);
        home[task] = thread;
      } else if (trace.kind(i) == Kind.UNMOUNTED) {
        assertThat(carried.set(trace.other(i), -1)).isEqualTo(task);
      }
    }
  }

  @Property
  void pureSleepsTakeAsLongAsTheLongest(
      @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 50) Long> sleeps) {
    List<Program> programs = new ArrayList<>();
    long longest = 0;
    for (long ns : sleeps) {
      programs.add(Program.start().sleep(ns).end());
      longest = Math.max(longest, ns);
    }
    assertThat(ONE.run(Machine.cores(1), Workload.of(programs)).end()).isEqualTo(longest);
  }

  @Property
  void computingAddsUpOnAnyNumberOfCores(
      @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 50) Long> cpus,
      @ForAll @IntRange(min = 1, max = 4) int cores) {
    List<Program> programs = new ArrayList<>();
    long sum = 0;
    for (long ns : cpus) {
      programs.add(Program.start().compute(ns).end());
      sum += ns;
    }
    assertThat(ONE.run(Machine.cores(cores), Workload.of(programs)).end()).isEqualTo(sum);
  }

  @Property
  void aBlockingCallDelaysWhateverFallsDueInside(
      @ForAll @LongRange(min = 1, max = 50) long block,
      @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 60) Long> sleeps) {
    List<Program> programs = new ArrayList<>();
    programs.add(Program.start().io(block, IoKind.NATIVE).end());
    sleeps.forEach(ns -> programs.add(Program.start().yield().sleep(ns).end()));
    Trace trace = ONE.run(Machine.cores(2), Workload.of(programs)).trace();
    for (int task = 1; task < programs.size(); task++) {
      // It begins to sleep when the call has returned: in the iteration after.
      assertThat(endOf(trace, task)).isEqualTo(block + sleeps.get(task - 1));
    }
  }

  @Property
  void whatIsGivenToThePoolDelaysNobody(
      @ForAll @LongRange(min = 1, max = 50) long block,
      @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 60) Long> sleeps) {
    List<Program> programs = new ArrayList<>();
    programs.add(Program.start().io(block, IoKind.FILE_COMPENSATED).end());
    sleeps.forEach(ns -> programs.add(Program.start().yield().sleep(ns).end()));
    Trace trace = ONE.run(Machine.cores(2), Workload.of(programs)).trace();
    assertThat(endOf(trace, 0)).isEqualTo(block);
    for (int task = 1; task < programs.size(); task++) {
      assertThat(endOf(trace, task)).isEqualTo(sleeps.get(task - 1));
    }
  }

  @Property
  void aLoopEachOnACoreEachIsAThreadEach(
      @ForAll("programs") @Size(min = 1, max = 4) List<Program> programs) {
    Workload workload = Workload.of(programs);
    Machine machine = Machine.cores(programs.size());
    EventLoops loops = new EventLoops(programs.size(), RuntimeCosts.FREE);
    assertThat(loops.run(machine, workload).end())
        .isEqualTo(new OneToOne().run(machine, workload).end());
  }

  @Property
  void everyCallbackCostsWhatACallbackCosts(@ForAll @IntRange(min = 1, max = 20) int tasks) {
    RuntimeCosts costs = RuntimeCosts.FREE.with(new RuntimeCosts.Moves(0, 0, 7, 0, 0));
    Program program = Program.start().compute(3).yield().compute(2).end();
    Run run = new EventLoops(1, costs).run(Machine.cores(1), Workload.many(tasks, program, 1));
    assertThat(run.end()).isEqualTo(tasks * (7L + 3 + 7 + 2));
  }

  @Property
  void aSocketThatIsReadyDoesNotEndABlockingCall(
      @ForAll @LongRange(min = 1, max = 40) long socket,
      @ForAll @LongRange(min = 1, max = 40) long block) {
    Program asks = Program.start().io(socket).end();
    Program blocks = Program.start().io(block, IoKind.NATIVE).end();
    Trace trace = ONE.run(Machine.cores(2), Workload.of(asks, blocks)).trace();
    assertThat(endOf(trace, 1)).isEqualTo(block);
    assertThat(endOf(trace, 0)).isEqualTo(Math.max(socket, block));
  }

  @Property
  void aChildBelongsToTheLoopOfItsParent(
      @ForAll @IntRange(min = 1, max = 4) int loops,
      @ForAll @IntRange(min = 1, max = 6) int parents) {
    Program child = Program.start().compute(2).io(3).compute(1).end();
    Program parent = Program.start().compute(1).spawn(child).spawn(child).join().end();
    Run run =
        new EventLoops(loops, RuntimeCosts.FREE)
            .run(Machine.cores(2), Workload.many(parents, parent, 1));
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
    Trace trace = run.trace();
    int[] thread = new int[run.tasks()];
    int[] by = new int[run.tasks()];
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.TASK_CREATED) {
        by[trace.who(i)] = trace.other(i);
      } else if (trace.kind(i) == Kind.MOUNTED) {
        thread[trace.who(i)] = trace.other(i);
      }
    }
    for (int task = parents; task < run.tasks(); task++) {
      assertThat(thread[task]).as("thread of child %d", task).isEqualTo(thread[by[task]]);
    }
  }

  // False: "more cores help one loop".
  @Example
  void oneLoopUsesOneCore() {
    Workload workload = Workload.many(4, Program.start().compute(10).end(), 1);
    assertThat(ONE.run(Machine.cores(4), workload).end()).isEqualTo(40);
    assertThat(new EventLoops(4, RuntimeCosts.FREE).run(Machine.cores(4), workload).end())
        .isEqualTo(10);
  }

  @Example
  void aLockAcrossLoopsWakesTheOtherLoop() {
    Program program = Program.start().lock(0).io(10).unlock(0).end();
    Run run =
        new EventLoops(2, RuntimeCosts.FREE).run(Machine.cores(2), Workload.many(4, program, 1));
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
    assertThat(run.end()).isEqualTo(40);
  }

  private static long endOf(Trace trace, int task) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.TASK_ENDED && trace.who(i) == task) {
        return trace.time(i);
      }
    }
    throw new AssertionError("task " + task + " never ended");
  }

  @Provide
  Arbitrary<List<Program>> programs() {
    Arbitrary<Program> part =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 9).map(ns -> Program.start().compute(ns).end()),
            Arbitraries.longs().between(1, 9).map(ns -> Program.start().io(ns).end()),
            Arbitraries.longs().between(1, 9).map(ns -> Program.start().sleep(ns).end()),
            Arbitraries.longs().between(1, 9).map(ns -> Program.start().io(ns, IoKind.FILE).end()),
            Arbitraries.just(Program.start().yield().end()));
    return part.list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(
            parts -> {
              List<Operation> all = new ArrayList<>();
              parts.forEach(one -> all.addAll(one.operations()));
              return new Program(all);
            })
        .list();
  }
}
