package timeslice.lab.contextswitch.ch6;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import timeslice.kernel.Job;
import timeslice.kernel.WorkerPool;
import timeslice.picture.TimelineFigure;
import timeslice.picture.Words;
import timeslice.workbook.Pictures;

/** The pictures of chapter 6, each from a run of the model. */
public final class Ch6Pictures implements Pictures {

  @Override
  public Map<String, Function<Words, String>> pictures() {
    Map<String, Function<Words, String>> pictures = new TreeMap<>();
    pictures.put("turns", Ch6Pictures::turns);
    pictures.put("workers", Ch6Pictures::workers);
    return pictures;
  }

  /** The same work with a small quantum and with a large one. */
  private static String turns(Words words) {
    List<Job> tasks = List.of(new Job(6, 0), new Job(4, 0), new Job(5, 0));
    return TimelineFigure.svg(
        "turns", List.of(panel("small", 3, 2, 1, tasks), panel("large", 3, 6, 1, tasks)), words);
  }

  /** One core, the same batch, more and more workers. */
  private static String workers(Words words) {
    List<Job> jobs = Collections.nCopies(6, new Job(2, 4));
    long whole = WorkerPool.RUN_TO_COMPLETION;
    return TimelineFigure.svg(
        "workers",
        List.of(
            panel("one", 1, whole, 0, jobs),
            panel("three", 3, whole, 0, jobs),
            panel("six", 6, whole, 0, jobs)),
        words);
  }

  private static TimelineFigure.Panel panel(
      String key, int workers, long quantum, long switchCost, List<Job> jobs) {
    WorkerPool.Batch run = new WorkerPool(workers, 1, quantum, switchCost).run(jobs);
    return new TimelineFigure.Panel(key, run.timeline(), switchCost, run.end());
  }
}
