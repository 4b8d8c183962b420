package timeslice.runtime;

/**
 * Where ready tasks wait for a carrier, and which of them a free carrier takes. Carriers are
 * numbered from 0. An object serves one run.
 */
public interface RunQueues {

  /**
   * A task is ready.
   *
   * @param carrier the carrier that made it so, -1 for somebody outside (a timer, the network, an
   *     arrival)
   */
  void add(int task, int carrier);

  /** A task gave its turn up on this carrier: whoever is ready already goes before it. */
  void addYielded(int task, int carrier);

  /** Takes out the task that this carrier carries next, -1 if there is none at all. */
  int next(int carrier);

  /** The carrier whose queue {@link #next} took its last task from, -1 if it was nobody else's. */
  default int stolenFrom() {
    return -1;
  }

  /** Makes the queues of a run. */
  @FunctionalInterface
  interface Factory {
    /** Empty queues for this many carriers at most. */
    RunQueues create(int carriers);
  }
}
