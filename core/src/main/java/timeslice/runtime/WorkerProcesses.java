package timeslice.runtime;

import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Workload;

/**
 * Worker processes that take tasks from one queue, as Python's {@code multiprocessing.Pool.map}:
 * every worker has an interpreter, and so a GIL, of its own; what is sent to it and back is copied.
 *
 * <p>A main process starts the workers, sends the tasks in chunks and collects the results, all
 * with one thread. Source: FACTS §2.7.
 *
 * @param workers how many worker processes, 1 or more
 * @param start how they are made
 * @param costs what making them and copying cost
 * @param bytesIn size of a task's arguments, pickled
 * @param bytesOut size of its result, pickled
 * @param chunk how many tasks are sent at a time; 0: as Pool.map, ceil(tasks / (4 × workers))
 */
public record WorkerProcesses(
    int workers, StartMethod start, RuntimeCosts costs, int bytesIn, int bytesOut, int chunk)
    implements Mapping {
  public WorkerProcesses {
    if (workers < 1) {
      throw new IllegalArgumentException("there must be at least 1 worker, got " + workers);
    }
    if (bytesIn < 0 || bytesOut < 0 || chunk < 0) {
      throw new IllegalArgumentException(
          "bytes and chunk must be 0 or more, got " + bytesIn + ", " + bytesOut + ", " + chunk);
    }
  }

  /** Workers made by fork, where nothing costs anything: parallel Python, and nothing else. */
  public static WorkerProcesses free(int workers) {
    return new WorkerProcesses(workers, StartMethod.FORK, RuntimeCosts.FREE, 0, 0, 1);
  }

  /** How many tasks are sent at a time when there are so many. */
  int chunkOf(int tasks) {
    return chunk > 0 ? chunk : Math.max(1, (tasks + 4 * workers - 1) / (4 * workers));
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    return new PoolSession(machine, workload, this).run();
  }
}
