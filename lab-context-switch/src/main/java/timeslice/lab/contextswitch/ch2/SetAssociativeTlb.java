package timeslice.lab.contextswitch.ch2;

import static timeslice.Todo.todo;

import java.util.Optional;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/**
 * Exercise 2.2: a set-associative TLB. The low bits of the page number choose a set; within its set
 * a page may take any of the ways; a full set forgets that one of its pages whose last use is
 * furthest back.
 *
 * <p>A use is the same as in 2.1: an {@link #insert}, or a {@link #lookup} that found something.
 */
public final class SetAssociativeTlb implements Tlb {

  /**
   * An empty TLB of {@code sets * ways} entries.
   *
   * @param sets a power of two, at least 1; page p belongs to set p mod sets
   * @param ways how many pages one set can remember, at least 1
   * @throws IllegalArgumentException if either is out of range; the message holds the value
   */
  public SetAssociativeTlb(int sets, int ways) {
    todo("2.2: refuse what is out of range, otherwise start empty");
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    return todo("2.2: the entry of this page if its set remembers it; then it has just been used");
  }

  @Override
  public void insert(long page, PageTableEntry entry) {
    todo("2.2: remember this entry; if that is one too many for its set, the set forgets one page");
  }

  @Override
  public void invalidate(long page) {
    todo("2.2: forget this page and no other");
  }

  @Override
  public void flush() {
    todo("2.2: forget everything, in all sets");
  }
}
