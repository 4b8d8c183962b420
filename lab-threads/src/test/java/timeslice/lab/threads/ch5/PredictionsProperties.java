package timeslice.lab.threads.ch5;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import timeslice.explore.Interleavings;
import timeslice.explore.program.ClassicPrograms;
import timeslice.explore.program.ConcurrentProgram;
import timeslice.explore.program.ProgramModel;
import timeslice.kernel.Machine;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.GilThreads;
import timeslice.trace.GilHold;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.0",
    answers = {Predictions.class},
    kind = Exercise.Kind.PREDICT,
    weight = 0)
class PredictionsProperties {

  @Example
  void aThreadAloneForFiftyMilliseconds() {
    Workload alone = Workload.of(Program.start().compute(50_000_000).end());
    var holds = GilHold.all(GilThreads.cpython().run(Machine.cores(2), alone).trace());
    assertThat(Predictions.dropsOfALoneThread())
        .as("times the GIL was given up on the way; who held it, in ns: %s", holds)
        .isEqualTo(holds.size() - 1);
  }

  @Example
  void theLeastThatTwoThreadsCanCountTo() {
    ConcurrentProgram program = ClassicPrograms.counterWithCheckpoints(2, 3, true);
    var values =
        Interleavings.of(new ProgramModel(program).underGil())
            .reach(program.variable("x")::in)
            .proved()
            .outcomes();
    assertThat(Predictions.leastValueOfTheCounter())
        .as("least value of x in all schedules, which end with %s", values)
        .isEqualTo(values.first());
  }
}
