package timeslice.lab.contextswitch.ch4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.kernel.MemoryDescriptor;
import timeslice.memory.SetAssociativeTlb;
import timeslice.picture.TouchFigure;
import timeslice.workbook.Exercise;
import timeslice.workbook.oracle.PlainPageTable;

@Exercise(
    value = "4.0",
    answers = {Predictions.class},
    kind = Exercise.Kind.PREDICT,
    weight = 0)
class PredictionsProperties {

  @Example
  void flushesOfTheSchedule() {
    Schedule schedule = Schedule.run(Schedule.CHAPTER);
    assertThat((long) Predictions.flushesOfTheSchedule())
        .as(
            "flushes; each turn touches two pages (- miss, + hit, | switch, ‖ switch and flush):\n%s\n",
            TouchFigure.text(Schedule.LANES, schedule.trace()))
        .isEqualTo(schedule.flushes());
  }

  @Example
  void interruptsOfOneUnmap() {
    MemoryDescriptor a = new MemoryDescriptor(new PlainPageTable());
    for (int id : List.of(0, 2, 5)) {
      a.enter(new Cpu(id, new SetAssociativeTlb(1, 8), Costs.TEXTBOOK));
    }
    assertThat((long) Predictions.interruptsOfOneUnmap())
        .as(
            """
            interrupted CPUs. Of eight CPUs, these have A's page table loaded: %s.
            CPU 2 forgets the page by itself; sleeping threads have no CPU, so no TLB holds their pages.
            """,
            a.cpus())
        .isEqualTo(a.cpus().size() - 1);
  }
}
