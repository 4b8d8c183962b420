package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import timeslice.kernel.Machine;
import timeslice.kernel.MachineView;
import timeslice.kernel.Scheduler;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Operation.Code;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.ReadyCause;
import timeslice.trace.Trace;

/** How long a burst will be, as policies are told before it begins. */
class BurstsProperties {

  /** First in first out; writes down how long each burst is said to be. */
  private static final class Listening implements Scheduler {
    final MachineView view;
    final List<Integer> ready = new ArrayList<>();
    final List<Long> said;

    Listening(MachineView view, List<Long> said) {
      this.view = view;
      this.said = said;
    }

    @Override
    public void ready(int thread, ReadyCause cause) {
      said.add(view.left(thread));
      ready.add(thread);
    }

    @Override
    public int next(int cpu) {
      return ready.isEmpty() ? -1 : ready.removeFirst();
    }

    @Override
    public boolean isEmpty() {
      return ready.isEmpty();
    }
  }

  private static List<Long> said(Workload workload) {
    List<Long> said = new ArrayList<>();
    Scheduler.Factory listening = view -> new Listening(view, said);
    new OneToOne().run(Machine.cores(1).with(listening), workload);
    return said;
  }

  @Example
  void aBurstGoesUpToWhereTheTaskMayWait() {
    Program program =
        Program.start().compute(3).compute(4).io(2).compute(5).lock(0).compute(6).unlock(0).end();
    assertThat(said(Workload.of(program))).containsExactly(7L, 5L);
  }

  @Example
  void whatTakesNoTimeDoesNotEndABurst() {
    Program program =
        Program.start()
            .compute(3)
            .then(new Operation.Complete(0))
            .then(new Operation.Compute(Nanos.of(4), Code.NATIVE, 0))
            .yield()
            .end();
    assertThat(said(Workload.of(program))).containsExactly(7L, 0L);
  }

  @Example
  void eachTaskIsToldApart() {
    assertThat(
            said(Workload.of(Program.start().compute(3).end(), Program.start().compute(8).end())))
        .containsExactly(3L, 8L);
  }

  @Property
  void whatIsSaidIsWhatIsDrawn(@ForAll @LongRange(max = 100_000) long seed) {
    Program program = Program.start().compute(Nanos.between(1, 50)).end();
    Workload workload = Workload.many(3, program, seed);
    List<Long> drawn = new ArrayList<>();
    Trace trace = new OneToOne().run(Machine.cores(1), workload).trace();
    long begun = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.RUN) {
        begun = trace.time(i);
      } else if (trace.kind(i) == Kind.STOP) {
        drawn.add(trace.time(i) - begun);
      }
    }
    assertThat(said(workload)).isEqualTo(drawn);
  }
}
