package timeslice.lab.contextswitch.ch0;

import static timeslice.Todo.todo;

import java.util.List;
import java.util.Optional;
import timeslice.program.Reference;

/** Exercise 0.2: what the four kinds of reference that a program makes do to memory. */
public final class Touches {
  private Touches() {}

  /**
   * How often memory is accessed: once for a fetch, a load or a store; twice for a modify, which
   * reads and then writes.
   */
  public static int memoryAccesses(Reference reference) {
    return todo("0.2: 1 or 2, by the kind of reference");
  }

  /** Whether memory may be different afterwards: true for a store and for a modify. */
  public static boolean writes(Reference reference) {
    return todo("0.2: whether this kind of reference writes");
  }

  /**
   * How many bytes travel between memory and CPU: for each reference its size, as often as it
   * accesses memory. 0 for an empty list.
   */
  public static long bytesMoved(List<Reference> references) {
    return todo("0.2: the sum over the list of size times accesses, as a long");
  }

  /** The first reference of the list that writes; empty if none does. */
  public static Optional<Reference> firstWrite(List<Reference> references) {
    return todo("0.2: the first reference that writes");
  }
}
