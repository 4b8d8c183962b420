package timeslice.runtime;

import java.util.LinkedHashMap;
import java.util.Map;
import timeslice.cpu.RuntimeCosts;

/** The mappings by name, each as its language has it without options. */
public final class Mappings {
  private Mappings() {}

  /**
   * All of them, in the order in which they are best explained.
   *
   * @param costs what threads, processes, moves and copies cost in each
   * @param cpus how many hardware threads the machine has: as many carriers, workers, interpreters
   */
  public static Map<String, Mapping> all(RuntimeCosts costs, int cpus) {
    Map<String, Mapping> byName = new LinkedHashMap<>();
    byName.put("one-to-one", new OneToOne().with(costs));
    byName.put("many-to-one", new ManyToOne(SystemCalls.BLOCKING).with(costs));
    byName.put("event-loop", new EventLoops(1, costs));
    byName.put("many-to-many", ManyToMany.carriers(cpus).with(costs));
    byName.put("virtual-threads", VirtualThreads.jdk(25).with(costs));
    byName.put("gil", GilThreads.cpython().with(costs));
    byName.put("interpreters", GilThreads.cpython().with(costs).withInterpreters(cpus));
    byName.put("processes", new WorkerProcesses(cpus, StartMethod.FORK, costs, 1_024, 1_024, 1));
    byName.put("free-threading", new FreeThreads(80, costs));
    return byName;
  }
}
