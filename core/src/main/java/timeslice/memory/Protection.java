package timeslice.memory;

/** What a page table entry lets a program do with its page. */
public enum Protection {
  READ_ONLY,
  READ_WRITE;

  /** Whether this access may go ahead. */
  public boolean allows(Access access) {
    return this == READ_WRITE || access == Access.READ;
  }
}
