package timeslice.lab.threads.ch5;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import timeslice.kernel.Machine;
import timeslice.picture.TimelineFigure;
import timeslice.picture.Words;
import timeslice.program.Operation.Code;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.GilThreads;
import timeslice.trace.GilHold;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;
import timeslice.workbook.Pictures;

/** The pictures of chapter 5, each from a run of the model; a nanosecond is drawn as 1 ms. */
public final class Ch5Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    Map<String, Function<Words, String>> pictures = new TreeMap<>();
    pictures.put("turns", Ch5Pictures::turns);
    pictures.put("convoy", Ch5Pictures::convoy);
    return pictures;
  }

  /** A loop beside a loop, a loop alone, and a long call beside a loop. */
  private static String turns(Words words) {
    Program loop = Program.start().compute(12).end();
    Program call = Program.start().compute(16, Code.NATIVE).compute(2).end();
    return TimelineFigure.svg(
        "turns",
        List.of(
            panel("two", 5, 0, Workload.of(loop, loop)),
            panel("alone", 5, 0, Workload.of(loop)),
            panel("call", 5, 0, Workload.of(call, loop))),
        words);
  }

  /** The same requests with an I/O shorter than waking a thread takes, and with a longer one. */
  private static String convoy(Words words) {
    return TimelineFigure.svg(
        "convoy", List.of(panel("fast", 5, 2, echo(1)), panel("slow", 5, 2, echo(3))), words);
  }

  private static Workload echo(long io) {
    Program answers = Program.start().repeat(3, code -> code.compute(3).io(io)).compute(3).end();
    return Workload.of(answers, Program.start().compute(26).end());
  }

  private static TimelineFigure.Panel panel(
      String key, long interval, long wakeUp, Workload workload) {
    GilThreads rules = GilThreads.cpython().withInterval(interval).withWakeLatency(wakeUp);
    List<Slice> holds =
        GilHold.all(rules.run(Machine.cores(2), workload).trace()).stream()
            .map(hold -> new Slice(0, hold.thread(), hold.from(), hold.to()))
            .toList();
    return new TimelineFigure.Panel(key, Timeline.of(1, holds), 0, holds.getLast().end());
  }
}
