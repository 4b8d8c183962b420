package timeslice.runtime;

/**
 * How a language counts references to its objects, and what each count costs in nanoseconds of CPU
 * time, 0 or more.
 */
public interface ObjectModel {

  /** A thread makes an object, which has one reference; there is none with this number. */
  long allocate(int thread, int object);

  /** A thread takes one more reference to an object that is not free. */
  long incref(int thread, int object);

  /**
   * A thread drops a reference to an object that is not free; {@link #isFree} then says whether it
   * was the last.
   */
  long decref(int thread, int object);

  /** Whether this object has been freed, or was never made. */
  boolean isFree(int object);
}
