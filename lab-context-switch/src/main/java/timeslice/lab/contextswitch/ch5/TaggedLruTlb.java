package timeslice.lab.contextswitch.ch5;

import static timeslice.Todo.todo;

import java.util.Optional;
import timeslice.memory.PageTableEntry;
import timeslice.memory.TaggedTlb;

/**
 * Exercise 5.1: a TLB whose entries carry their address space (ASID), and that, when full, forgets
 * the entry unused for longest, whoever it belongs to. A successful {@link #lookup} and every insert
 * are uses. A global entry answers for every address space and takes the room of one entry.
 */
public final class TaggedLruTlb implements TaggedTlb {

  /**
   * An empty TLB.
   *
   * @param entries how many entries fit in all, global ones included, 1 or more
   * @throws IllegalArgumentException with the bad value in its sentence, if it is less
   */
  public TaggedLruTlb(int entries) {
    todo("5.1: room for that many entries, and a refusal of fewer than one");
  }

  @Override
  public Optional<PageTableEntry> lookup(int asid, long page) {
    return todo("5.1: the entry that this address space may use for this page");
  }

  @Override
  public void insert(int asid, long page, PageTableEntry entry) {
    todo("5.1: remember it for this address space; if that is one too many, forget the right one");
  }

  @Override
  public void insertGlobal(long page, PageTableEntry entry) {
    todo("5.1: remember it once, for everybody");
  }

  @Override
  public void invalidate(int asid, long page) {
    todo("5.1: forget this page as this address space sees it, a global entry included");
  }

  @Override
  public void flush(int asid) {
    todo("5.1: forget what belongs to this address space alone");
  }

  @Override
  public void flushAll() {
    todo("5.1: forget everything, global entries too");
  }
}
