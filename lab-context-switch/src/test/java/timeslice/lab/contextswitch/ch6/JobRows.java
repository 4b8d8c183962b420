package timeslice.lab.contextswitch.ch6;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import timeslice.kernel.Job;
import timeslice.kernel.WorkerPool;
import timeslice.trace.Slice;

/**
 * A batch as text, a row for each job: a digit is the core on which it computes, a dot a unit of
 * time in which it waits off the CPU; the row ends with the time at which the job is done.
 */
final class JobRows {
  private static final int COLUMNS = 60;

  /** A worker's slices that are still to be given to jobs. */
  private final List<Deque<Slice>> slices = new ArrayList<>();

  /** When a worker takes its next job; at the same instant, what was decided first comes first. */
  private record Free(int worker, long at, long computedUntil, int decided) {}

  private final List<Free> free = new ArrayList<>();

  private final List<Slice> inOrder;

  private JobRows(int workers, WorkerPool.Batch batch) {
    inOrder = batch.timeline().slices();
    List<Slice> all = new ArrayList<>(inOrder);
    all.sort(Comparator.comparingLong(Slice::start));
    for (int worker = 0; worker < workers; worker++) {
      int mine = worker;
      slices.add(new ArrayDeque<>(all.stream().filter(slice -> slice.task() == mine).toList()));
      free.add(new Free(worker, 0, 0, worker));
    }
  }

  /** The rows of all jobs of this run. */
  static String of(List<Job> jobs, int workers, WorkerPool.Batch batch) {
    if (jobs.stream().anyMatch(job -> job.io() < 1) || batch.end() > 1000) {
      return ""; // not by the rules, so nothing to draw
    }
    JobRows rows = new JobRows(workers, batch);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < jobs.size(); i++) {
      out.append("%njob %d ".formatted(i + 1)).append(rows.row(jobs.get(i), batch.end()));
    }
    return out.toString();
  }

  private String row(Job job, long end) {
    Free next =
        free.stream()
            .min(
                Comparator.comparingLong(Free::at)
                    .thenComparingLong(Free::computedUntil)
                    .thenComparingInt(Free::decided))
            .orElseThrow();
    free.remove(next);
    StringBuilder row = new StringBuilder(" ".repeat((int) end));
    Slice last = slices.get(next.worker()).element();
    for (long left = job.cpu(); left > 0; left -= last.length()) {
      last = slices.get(next.worker()).remove();
      fill(row, last.start(), last.end(), (char) ('0' + last.cpu()));
    }
    long done = last.end() + job.io();
    fill(row, last.end(), done, '.');
    free.add(new Free(next.worker(), done, last.end(), inOrder.indexOf(last)));
    return (end <= COLUMNS ? "|" + row.toString().stripTrailing() + "| " : "") + "done at " + done;
  }

  private static void fill(StringBuilder row, long from, long to, char with) {
    for (long t = from; t < to; t++) {
      row.setCharAt((int) t, with);
    }
  }
}
