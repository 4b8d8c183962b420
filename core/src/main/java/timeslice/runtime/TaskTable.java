package timeslice.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import timeslice.program.Operation;

/** What a runtime knows of every task, in columns: 6 bytes a task, 14 if there are children. */
final class TaskTable {
  /** The task may go on, or does. */
  static final byte ACTIVE = 0;

  /** The task waits for another task: a lock, a future, a child … */
  static final byte WAITING = 1;

  /** The task is done. */
  static final byte ENDED = 2;

  /** Somebody unparked the task; its next park returns at once. */
  static final byte PERMIT = 1;

  /** The task was notified and now has to take its lock again. */
  static final byte NOTIFIED = 2;

  /** The task has paid for the child that it is about to start. */
  static final byte PAID = 4;

  private final boolean families;
  int size;

  /** The place in the code of the operation that is next, or that the task waits in. */
  int[] place = new int[0];

  byte[] state = new byte[0];
  byte[] flags = new byte[0];

  /** Who started it, -1 for nobody; empty if no program starts children. */
  int[] parent = new int[0];

  /** How many of its children are not done. */
  int[] children = new int[0];

  TaskTable(boolean families) {
    this.families = families;
  }

  void reserve(int tasks) {
    if (tasks > place.length) {
      resize(tasks);
    }
  }

  int add(int entry, int by) {
    if (size == place.length) {
      resize(Math.max(16, size + (size >> 1)));
    }
    int task = size++;
    place[task] = entry;
    if (families) {
      parent[task] = by;
      if (by >= 0) {
        children[by]++;
      }
    }
    return task;
  }

  /** The operation in which this task waits, null if it does not wait. */
  @Nullable Operation waitsIn(int task, @Nullable Operation[] code) {
    return state[task] == WAITING ? code[place[task]] : null;
  }

  /** Who started this task, -1 for nobody. */
  int parentOf(int task) {
    return families ? parent[task] : -1;
  }

  /** How many of this task's children are not done. */
  int childrenOf(int task) {
    return families ? children[task] : 0;
  }

  private void resize(int room) {
    place = Arrays.copyOf(place, room);
    state = Arrays.copyOf(state, room);
    flags = Arrays.copyOf(flags, room);
    if (families) {
      parent = Arrays.copyOf(parent, room);
      children = Arrays.copyOf(children, room);
    }
  }
}
