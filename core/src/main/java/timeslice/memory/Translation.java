package timeslice.memory;

/** What comes of asking for one address: a physical address, or one of two faults. */
public sealed interface Translation {

  /** The access goes ahead at this physical address. */
  record Physical(long address) implements Translation {}

  /** A page fault: the page table has no entry for this page. */
  record Absent(long page) implements Translation {}

  /** A protection fault: the entry is there and forbids this access. */
  record Forbidden(long page, Access access) implements Translation {}
}
