package timeslice.runtime;

import timeslice.trace.Recorder;
import timeslice.trace.Trace;

/**
 * What came of running a workload.
 *
 * @param outcome whether every task is done
 * @param end when the last thing happened, in nanoseconds
 * @param tasks how many tasks there were, spawned ones included
 * @param recorder what was taken down
 */
public record Run(Outcome outcome, long end, int tasks, Recorder recorder) {

  /** Everything that happened, if it was recorded in full. */
  public Trace trace() {
    return recorder.trace();
  }
}
