package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import timeslice.kernel.ThreadLinks;

/** First-in-first-out queues of waiting tasks, by number of what they wait for. */
final class WaitQueues {
  private final ThreadLinks links;
  private final List<ThreadLinks.Queue> queues = new ArrayList<>();

  /** Queues over these links; a task waits for one thing at a time, so all may share them. */
  WaitQueues(ThreadLinks links) {
    this.links = links;
  }

  void add(int object, int task) {
    while (object >= queues.size()) {
      queues.add(links.new Queue());
    }
    queues.get(object).add(task);
  }

  /** Removes the task that has waited longest, -1 if none waits. */
  int take(int object) {
    return object < queues.size() ? queues.get(object).take() : -1;
  }

  boolean isEmpty(int object) {
    return object >= queues.size() || queues.get(object).isEmpty();
  }
}
