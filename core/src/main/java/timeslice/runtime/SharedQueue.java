package timeslice.runtime;

/** One run queue for all carriers: first in, first out. */
public final class SharedQueue implements RunQueues {
  private final TaskDeque queue = new TaskDeque();

  private SharedQueue() {}

  /** First in, first out. */
  public static Factory fifo() {
    return _ -> new SharedQueue();
  }

  @Override
  public void add(int task, int carrier) {
    queue.add(task);
  }

  @Override
  public void addYielded(int task, int carrier) {
    queue.add(task);
  }

  @Override
  public int next(int carrier) {
    return queue.isEmpty() ? -1 : queue.takeOldest();
  }
}
