package timeslice.lab.threads.ch2;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import timeslice.kernel.Machine;
import timeslice.kernel.Scheduler;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Run;
import timeslice.trace.CpuTurn;
import timeslice.trace.Timeline;
import timeslice.trace.Trace;

/**
 * Threads to run and a machine to run them on: thread i comes {@code gaps.get(i)} after the one
 * before it and then computes and waits for a device in turns, a burst of {@code times} first.
 */
record Load(List<Life> lives, int cores, long quantum, long switchCost) {

  /** What one thread does: computes, waits, computes … */
  record Life(long gap, List<Long> times) {
    long cpu() {
      return sum(0);
    }

    long io() {
      return sum(1);
    }

    private long sum(int first) {
      long sum = 0;
      for (int i = first; i < times.size(); i += 2) {
        sum += times.get(i);
      }
      return sum;
    }
  }

  /** Threads that are there from the start and only compute. */
  static Load computing(List<Long> work, int cores, long quantum, long switchCost) {
    List<Life> lives = work.stream().map(cpu -> new Life(0, List.of(cpu))).toList();
    return new Load(lives, cores, quantum, switchCost);
  }

  Run run(Scheduler.Factory policy) {
    Machine machine = Machine.cores(cores).with(policy).withSwitchCost(switchCost);
    return new OneToOne().run(machine, workload());
  }

  private Workload workload() {
    List<Program> programs = new ArrayList<>();
    List<Workload.Group> groups = new ArrayList<>();
    long at = 0;
    for (Life life : lives) {
      Program.Builder program = Program.start();
      for (int i = 0; i < life.times().size(); i++) {
        long time = life.times().get(i);
        program = i % 2 == 0 ? program.compute(time) : program.io(time);
      }
      at += life.gap();
      groups.add(new Workload.Group(programs.size(), 1, at, 0));
      programs.add(program.end());
    }
    return new Workload(programs, groups, 0, List.of());
  }

  long work() {
    return lives.stream().mapToLong(Life::cpu).sum();
  }

  /** Who ran where and when, switches left out. */
  static Timeline timeline(Trace trace, int cores) {
    Timeline.Builder timeline = new Timeline.Builder(cores);
    CpuTurn.forEach(
        trace,
        turn -> {
          if (turn.computesFrom() < turn.end()) {
            timeline.add(turn.cpu(), turn.thread(), turn.computesFrom(), turn.end());
          }
        });
    return timeline.build();
  }

  /** Few short threads that come close together, so that they meet in the queue. */
  static Arbitrary<Load> anything() {
    Arbitrary<Life> life =
        Combinators.combine(
                Arbitraries.longs().between(0, 4),
                Arbitraries.longs().between(1, 6).list().ofMinSize(1).ofMaxSize(5))
            .as(Load::life);
    return Combinators.combine(
            life.list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.integers().between(1, 3),
            Arbitraries.longs().between(1, 4),
            Arbitraries.longs().between(0, 2))
        .as(Load::new);
  }

  // A life ends with a burst: whoever waits last of all never needs a CPU for it again.
  private static Life life(long gap, List<Long> times) {
    return new Life(gap, times.size() % 2 == 0 ? times.subList(1, times.size()) : times);
  }
}
