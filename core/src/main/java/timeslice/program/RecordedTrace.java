package timeslice.program;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The references of a real program, recorded once and read back from a compact form.
 *
 * <p>The form: the five bytes {@code T S T R 1}; the number of references; then, until all are
 * there, one <i>run</i> after another. A run is a number n, which says that the next n references
 * come as {@link ReferencePredictor} guesses, and, unless that was the end, one reference that it
 * did not guess: its kind and size as {@code bytes * 4 + kind} (fetch 0, load 1, store 2, modify
 * 3), and its address as the difference from the guessed address. A number is written seven bits a
 * byte, the lowest first, the top bit set where more follow; a difference d is written as {@code (d
 * << 1) ^ (d >> 63)}, so that small ones of either sign are short.
 */
public final class RecordedTrace implements Iterable<Reference> {
  /** What one sees of a reference without making an object of it. */
  @FunctionalInterface
  public interface Visitor {
    /** One reference, in the order of the program. */
    void visit(Kind kind, long address, int bytes);
  }

  /** What is done at an address; see {@link Reference} for the same in records. */
  public enum Kind {
    FETCH,
    LOAD,
    STORE,
    MODIFY;

    /** Whether memory is changed. */
    public boolean writes() {
      return this == STORE || this == MODIFY;
    }
  }

  private final byte[] form;
  private final int size;

  private RecordedTrace(byte[] form, int size) {
    this.form = form;
    this.size = size;
  }

  /**
   * Reads the compact form, to its end.
   *
   * @throws IllegalArgumentException if these bytes are not a whole trace
   */
  public static RecordedTrace decode(byte[] form) {
    byte[] copy = form.clone();
    TraceCursor cursor = new TraceCursor(copy);
    while (cursor.next()) {
      // only to see that every reference can be read
    }
    cursor.checkEnd();
    return new RecordedTrace(copy, cursor.size());
  }

  /** How many references there are. */
  public int size() {
    return size;
  }

  /** Shows every reference to a visitor, in order. */
  public void forEach(Visitor visitor) {
    TraceCursor cursor = new TraceCursor(form);
    while (cursor.next()) {
      visitor.visit(cursor.kind(), cursor.address(), cursor.bytes());
    }
  }

  /** The references as records, in order. */
  @Override
  public Iterator<Reference> iterator() {
    TraceCursor cursor = new TraceCursor(form);
    return new Iterator<>() {
      private int seen;

      @Override
      public boolean hasNext() {
        return seen < size;
      }

      @Override
      public Reference next() {
        if (!cursor.next()) {
          throw new NoSuchElementException("the trace has no reference after the last");
        }
        seen++;
        return cursor.reference();
      }
    };
  }
}
