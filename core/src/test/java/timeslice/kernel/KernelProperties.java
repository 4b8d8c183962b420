package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import timeslice.kernel.Policies.Named;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.HandOff;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Outcome;
import timeslice.runtime.Run;
import timeslice.trace.Kind;
import timeslice.trace.Recording;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/** What holds for every policy, every workload and every machine. */
class KernelProperties {

  @Property(tries = 1500)
  void bothEventQueuesGiveTheSameRun(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll("policies") Named policy,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll boolean siblings,
      @ForAll HandOff handOff,
      @ForAll @LongRange(max = 2) long switchCost) {
    Machine machine = machine(policy, cores, siblings, switchCost);
    OneToOne mapping = new OneToOne(handOff);
    Workload workload = RandomWorkloads.of(seed);
    Trace heap = mapping.run(machine.with(Machine.Queue.HEAP), workload).trace();
    Trace radix = mapping.run(machine.with(Machine.Queue.RADIX), workload).trace();
    assertThat(radix.size()).isEqualTo(heap.size());
    assertThat(radix.checksum()).isEqualTo(heap.checksum());
  }

  @Property(tries = 1500)
  void noThreadIsAnywhereTwiceAndNoCpuHasTwoThreads(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll("policies") Named policy,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll boolean siblings,
      @ForAll @LongRange(max = 2) long switchCost) {
    Machine machine = machine(policy, cores, siblings, switchCost);
    Trace trace = new OneToOne().run(machine, RandomWorkloads.of(seed)).trace();
    int[] onCpu = new int[machine.cpus()];
    Arrays.fill(onCpu, -1);
    List<Place> place = new ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      int who = trace.who(i);
      switch (trace.kind(i)) {
        case THREAD_CREATED -> place.add(Place.WAITING);
        case READY -> {
          assertThat(place.set(who, Place.READY)).as("before READY").isEqualTo(Place.WAITING);
        }
        case RUN -> {
          assertThat(place.set(who, Place.RUNNING)).as("before RUN").isEqualTo(Place.READY);
          assertThat(onCpu[trace.cpu(i)]).as("already on the CPU").isEqualTo(-1);
          onCpu[trace.cpu(i)] = who;
        }
        case STOP -> {
          assertThat(onCpu[trace.cpu(i)]).as("on the CPU").isEqualTo(who);
          onCpu[trace.cpu(i)] = -1;
          place.set(who, after(StopReason.values()[trace.other(i)]));
        }
        default -> {
          // not about threads
        }
      }
    }
    assertThat(place).as("at the end").doesNotContain(Place.READY, Place.RUNNING);
  }

  private enum Place {
    WAITING,
    READY,
    RUNNING,
    ENDED
  }

  private static Place after(StopReason reason) {
    return switch (reason) {
      case QUANTUM, PREEMPTED, YIELDED -> Place.READY;
      case ENDED -> Place.ENDED;
      default -> Place.WAITING;
    };
  }

  @Property(tries = 1000)
  void everyThreadComputesExactlyWhatItAskedFor(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll("policies") Named policy,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @LongRange(max = 2) long switchCost) {
    Workload workload = RandomWorkloads.of(seed);
    Run run = new OneToOne().run(machine(policy, cores, false, switchCost), workload);
    int[] taskOf = taskOfThread(run);
    long[] ran = new long[run.tasks()];
    for (Turn turn : Turn.of(run.trace())) {
      ran[taskOf[turn.thread()]] += turn.length();
    }
    if (run.outcome() instanceof Outcome.Finished) {
      for (int task = 0; task < workload.tasks(); task++) {
        assertThat(ran[task]).as("task %d", task).isEqualTo(asked(workload, task));
      }
    }
  }

  private static int[] taskOfThread(Run run) {
    int[] taskOf = new int[run.tasks()];
    Trace trace = run.trace();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.MOUNTED) {
        taskOf[trace.other(i)] = trace.who(i);
      }
    }
    return taskOf;
  }

  /** The draws are a function of seed, task and place; so one can read on what a task asks for. */
  private static long asked(Workload workload, int task) {
    int group = 0;
    int before = 0;
    while (before + workload.groups().get(group).count() <= task) {
      before += workload.groups().get(group++).count();
    }
    Program program = workload.programs().get(workload.groups().get(group).program());
    long total = 0;
    int place = entry(workload.programs(), program);
    for (Operation operation : program.operations()) {
      if (operation instanceof Operation.Compute compute) {
        Nanos time = compute.time();
        total += Nanos.draw(workload.seed(), task, place, time.min(), time.max());
      } else if (operation instanceof Operation.Touch touch) {
        total += touch.count(); // without a memory model, 1 ns each
      }
      place++;
    }
    return total;
  }

  /** Programs stand one after the other, an end after each, children behind their parents. */
  private static int entry(List<Program> programs, Program wanted) {
    List<Program> laidOut = new ArrayList<>();
    programs.forEach(program -> layOut(program, laidOut));
    int place = 0;
    for (Program program : laidOut) {
      if (program.equals(wanted)) {
        return place;
      }
      place += program.operations().size() + 1;
    }
    throw new AssertionError("not laid out: " + wanted);
  }

  private static void layOut(Program program, List<Program> laidOut) {
    if (laidOut.contains(program)) {
      return;
    }
    laidOut.add(program);
    for (Operation operation : program.operations()) {
      if (operation instanceof Operation.Spawn spawn) {
        layOut(spawn.child(), laidOut);
      }
    }
  }

  @Property(tries = 1000)
  void noCpuIsIdleWhileAThreadIsReady(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll("workConserving") Named policy,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll boolean siblings,
      @ForAll @LongRange(max = 2) long switchCost) {
    Machine machine = machine(policy, cores, siblings, switchCost);
    Trace trace = new OneToOne().run(machine, RandomWorkloads.of(seed)).trace();
    int ready = 0;
    int running = 0;
    for (int i = 0; i < trace.size(); i++) {
      boolean timeMoved = i > 0 && trace.time(i) > trace.time(i - 1);
      if (timeMoved) {
        assertThat(ready == 0 || running == machine.cpus())
            .as("%d ready, %d CPUs busy from %d on", ready, running, trace.time(i - 1))
            .isTrue();
      }
      switch (trace.kind(i)) {
        case READY -> ready++;
        case RUN -> {
          ready--;
          running++;
        }
        case STOP -> {
          running--;
          ready += after(StopReason.values()[trace.other(i)]) == Place.READY ? 1 : 0;
        }
        default -> {
          // not about threads
        }
      }
    }
  }

  @Property(tries = 500)
  void countsAndChecksumAreTheSameWithoutTheEvents(
      @ForAll @LongRange(max = 1_000_000) long seed, @ForAll("policies") Named policy) {
    Machine machine = machine(policy, 2, false, 1);
    Run full = new OneToOne().run(machine, RandomWorkloads.of(seed));
    Run summary = new OneToOne().run(machine.with(Recording.SUMMARY), RandomWorkloads.of(seed));
    assertThat(summary.recorder().checksum()).isEqualTo(full.trace().checksum());
    assertThat(summary.recorder().count(Kind.RUN)).isEqualTo(full.recorder().count(Kind.RUN));
    assertThat(summary.end()).isEqualTo(full.end());
  }

  private static Machine machine(Named policy, int cores, boolean siblings, long switchCost) {
    Machine machine = Machine.cores(cores).with(policy.factory()).withSwitchCost(switchCost);
    return siblings ? machine.withSiblings() : machine;
  }

  @Provide
  Arbitrary<Named> policies() {
    return Policies.any();
  }

  @Provide
  Arbitrary<Named> workConserving() {
    return Policies.anyWorkConserving();
  }
}
