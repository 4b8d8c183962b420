package timeslice.lab.threads.ch2;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.kernel.Scheduler;
import timeslice.lab.threads.ch2.OneMoreCore.Arc;
import timeslice.picture.TimelineFigure;
import timeslice.picture.TraceFigure;
import timeslice.picture.Words;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.trace.Metrics;
import timeslice.trace.Timeline;
import timeslice.trace.Trace;
import timeslice.workbook.Pictures;

/** The pictures of chapter 2, each from a run of the model. */
public final class Ch2Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    Map<String, Function<Words, String>> pictures = new TreeMap<>();
    pictures.put("queue", Ch2Pictures::queue);
    pictures.put("life", Ch2Pictures::life);
    pictures.put("graham", Ch2Pictures::graham);
    return pictures;
  }

  /** The same three threads, first in first out and in turns of two. */
  private static String queue(Words words) {
    return TimelineFigure.svg(
        "queue", List.of(turns("fifo", Scheduler.FOREVER), turns("turns", 2)), words);
  }

  private static TimelineFigure.Panel turns(String key, long quantum) {
    Load load = Load.computing(List.of(8L, 3L, 2L), 1, quantum, 0);
    Timeline timeline = Load.timeline(load.run(RoundRobin.withQuantum(quantum)).trace(), 1);
    return new TimelineFigure.Panel(key, timeline, 0, Metrics.makespan(timeline));
  }

  /** Three threads on one CPU, two of which wait for a device once. */
  private static String life(Words words) {
    Workload workload =
        Workload.of(
            Program.start().compute(4).io(6).compute(3).end(),
            Program.start().compute(7).end(),
            Program.start().compute(2).io(5).compute(4).end());
    Machine machine = Machine.cores(1).with(RoundRobin.withQuantum(3));
    Trace trace = new OneToOne().run(machine, workload).trace();
    return TraceFigure.svg("life", trace, 1, words);
  }

  /** Graham's jobs on three cores and on four. */
  private static String graham(Words words) {
    JobGraph jobs =
        new JobGraph(
            new long[] {3, 2, 2, 2, 4, 4, 4, 4, 9},
            List.of(new Arc(0, 8), new Arc(3, 4), new Arc(3, 5), new Arc(3, 6), new Arc(3, 7)));
    return TimelineFigure.svg(
        "graham", List.of(cores("three", jobs, 3), cores("four", jobs, 4)), words);
  }

  private static TimelineFigure.Panel cores(String key, JobGraph jobs, int cores) {
    Timeline timeline = jobs.run(cores);
    return new TimelineFigure.Panel(key, timeline, 0, Metrics.makespan(timeline));
  }
}
