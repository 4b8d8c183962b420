package timeslice.solutions;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.picture.ComparisonFigure;
import timeslice.picture.Words;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.Mappings;

/** The picture of the README: the same tasks, run by every mapping of the model. */
final class FrontPicture {
  /** Its name in {@code docs}, and before its words' keys. */
  static final String NAME = "mappings";

  private static final int CORES = 2;
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  private FrontPicture() {}

  static String draw(Words words) {
    Machine machine = Machine.cores(CORES).with(RoundRobin.withQuantum(4 * MILLI));
    List<ComparisonFigure.Panel> panels = new ArrayList<>();
    Mappings.all(RuntimeCosts.FREE, machine.cpus())
        .forEach(
            (name, mapping) ->
                panels.add(
                    new ComparisonFigure.Panel(name, mapping.run(machine, tasks()).trace())));
    return ComparisonFigure.svg(NAME, panels, words);
  }

  /** Two tasks compute, three ask the network eight times, one reads a file. */
  private static Workload tasks() {
    Program computes = Program.start().compute(12 * MILLI).end();
    Program asks = Program.start().repeat(8, part -> part.compute(150 * MICRO).io(2 * MILLI)).end();
    Program reads =
        Program.start().compute(300 * MICRO).io(8 * MILLI, IoKind.FILE).compute(300 * MICRO).end();
    return Workload.of(asks, computes, asks, reads, computes, asks);
  }
}
