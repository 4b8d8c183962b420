package timeslice.runtime;

import java.util.Arrays;

/**
 * Which thread each task has, and which task each thread, one to one. As long as both have the same
 * number, which is so until a thread is refused, nothing is stored.
 */
final class Pairs {
  private int[] threadOf = new int[0];
  private int[] taskOf = new int[0];

  int threadOf(int task) {
    return threadOf.length == 0 ? task : threadOf[task];
  }

  int taskOf(int thread) {
    return taskOf.length == 0 ? thread : taskOf[thread];
  }

  /** From now on this task has this thread. Threads come in the order of their numbers. */
  void put(int task, int thread) {
    if (taskOf.length == 0) {
      if (task == thread) {
        return;
      }
      threadOf = sameNumbers(task);
      taskOf = sameNumbers(thread);
    }
    threadOf = put(threadOf, task, thread);
    taskOf = put(taskOf, thread, task);
  }

  private static int[] sameNumbers(int below) {
    int[] column = new int[below + 16];
    Arrays.setAll(column, i -> i);
    return column;
  }

  private static int[] put(int[] column, int index, int number) {
    int[] wide = index < column.length ? column : Arrays.copyOf(column, index + (index >> 1) + 16);
    wide[index] = number;
    return wide;
  }
}
