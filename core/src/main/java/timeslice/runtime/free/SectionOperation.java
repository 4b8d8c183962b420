package timeslice.runtime.free;

/**
 * One thing that a thread of a {@link CriticalSectionModel} does.
 *
 * @param first the object, numbered from 0; -1 if there is none
 * @param second the other object of a section on two, else -1
 */
public record SectionOperation(Kind kind, int first, int second) {

  /** What may be done. */
  public enum Kind {
    /** Enters a section on one object or two. */
    BEGIN,
    /** Leaves the section entered last. */
    END,
    /** Reads the object's number into the thread's register. */
    READ,
    /** Writes the register plus 1 into the object. */
    WRITE,
    /** Blocks outside of Python for a while. */
    BLOCK
  }

  public static SectionOperation begin(int object) {
    return new SectionOperation(Kind.BEGIN, object, -1);
  }

  public static SectionOperation begin(int one, int other) {
    return new SectionOperation(Kind.BEGIN, one, other);
  }

  public static SectionOperation end() {
    return new SectionOperation(Kind.END, -1, -1);
  }

  public static SectionOperation read(int object) {
    return new SectionOperation(Kind.READ, object, -1);
  }

  public static SectionOperation write(int object) {
    return new SectionOperation(Kind.WRITE, object, -1);
  }

  public static SectionOperation block() {
    return new SectionOperation(Kind.BLOCK, -1, -1);
  }

  /** The operation in a few words: {@code "begin a, b"}. */
  String text() {
    String objects = first < 0 ? "" : " " + name(first) + (second < 0 ? "" : ", " + name(second));
    return switch (kind) {
      case BEGIN -> "begin" + objects;
      case END -> "end";
      case READ -> "read" + objects;
      case WRITE -> "write" + objects;
      case BLOCK -> "block outside";
    };
  }

  /** An object's name: a, b, c. */
  static String name(int object) {
    return String.valueOf((char) ('a' + object));
  }
}
