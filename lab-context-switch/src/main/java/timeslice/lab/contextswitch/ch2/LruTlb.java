package timeslice.lab.contextswitch.ch2;

import static timeslice.Todo.todo;

import java.util.Optional;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/**
 * Exercise 2.1: a fully associative TLB that, when full, forgets the page whose last use is
 * furthest back.
 *
 * <p>A use of a page is an {@link #insert} of it or a {@link #lookup} that found it. A lookup that
 * found nothing is no use and changes nothing. Page numbers run from 0 to 2^36 - 1.
 */
public final class LruTlb implements Tlb {

  /**
   * An empty TLB.
   *
   * @param entries how many pages it can remember, at least 1; anything less is refused with an
   *     {@link IllegalArgumentException} whose message holds the value
   */
  public LruTlb(int entries) {
    todo("2.1: refuse fewer than one entry, otherwise start empty");
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    return todo("2.1: the entry of this page if it is remembered; then it has just been used");
  }

  @Override
  public void insert(long page, PageTableEntry entry) {
    todo("2.1: remember this entry; if that is one page too many, forget the right one");
  }

  @Override
  public void invalidate(long page) {
    todo("2.1: forget this page and no other");
  }

  @Override
  public void flush() {
    todo("2.1: forget everything");
  }
}
