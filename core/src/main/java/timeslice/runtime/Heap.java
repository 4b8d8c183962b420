package timeslice.runtime;

import timeslice.program.Operation;
import timeslice.trace.TaskError;

/** The objects of a run, whose references are counted as the language counts them. */
final class Heap {
  /** What {@link #change} answers for a mistake; {@link #error} says which. */
  static final long MISTAKE = -1;

  private final ObjectModel model;
  private TaskError error = TaskError.FREED_OBJECT;
  private boolean freed;

  Heap(ObjectModel model) {
    this.model = model;
  }

  /** Makes an object or changes a count; what that costs this thread in nanoseconds. */
  long change(int thread, Operation operation) {
    freed = false;
    return switch (operation) {
      case Operation.Allocate make -> {
        error = TaskError.LIVE_OBJECT;
        yield model.isFree(make.object()) ? model.allocate(thread, make.object()) : MISTAKE;
      }
      case Operation.Incref take -> {
        error = TaskError.FREED_OBJECT;
        yield model.isFree(take.object()) ? MISTAKE : model.incref(thread, take.object());
      }
      case Operation.Decref drop -> decref(thread, drop.object());
      default -> throw new IllegalStateException("not an operation on objects: " + operation);
    };
  }

  private long decref(int thread, int object) {
    error = TaskError.FREED_OBJECT;
    if (model.isFree(object)) {
      return MISTAKE;
    }
    long ns = model.decref(thread, object);
    freed = model.isFree(object);
    return ns;
  }

  /** What was wrong with the last change. */
  TaskError error() {
    return error;
  }

  /** Whether the last change freed its object. */
  boolean hasFreed() {
    return freed;
  }
}
