package timeslice.program;

/** One touch of memory by a program: what was done, where, and to how many bytes. */
public sealed interface Reference {

  /** The virtual address of the first byte. */
  long address();

  /** How many bytes, 1 or more. */
  int bytes();

  /** An instruction is fetched. */
  record Fetch(long address, int bytes) implements Reference {
    public Fetch {
      check(address, bytes);
    }
  }

  /** Data is read. */
  record Load(long address, int bytes) implements Reference {
    public Load {
      check(address, bytes);
    }
  }

  /** Data is written. */
  record Store(long address, int bytes) implements Reference {
    public Store {
      check(address, bytes);
    }
  }

  /** Data is read and written by one instruction, as {@code counter++} may be. */
  record Modify(long address, int bytes) implements Reference {
    public Modify {
      check(address, bytes);
    }
  }

  private static void check(long address, int bytes) {
    if (address < 0) {
      throw new IllegalArgumentException("address must be 0 or more, got " + address);
    }
    if (bytes < 1) {
      throw new IllegalArgumentException("a reference touches 1 byte or more, got " + bytes);
    }
  }
}
