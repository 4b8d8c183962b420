package timeslice.runtime;

import timeslice.kernel.Machine;
import timeslice.program.Workload;

/** How a language maps its threads (here: tasks) onto those of the kernel. */
@FunctionalInterface
public interface Mapping {

  /** Runs a workload on a machine until nothing is left to happen. */
  Run run(Machine machine, Workload workload);
}
