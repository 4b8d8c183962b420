package timeslice.lab.contextswitch.ch5;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.PageTableEntry;
import timeslice.memory.TaggedTlb;

/**
 * A tagged TLB that never forgets by itself, and writes down what it is told to forget: the worst
 * that can happen to somebody who flushes too little, and who flushes too much is seen.
 */
final class EndlessTlb implements TaggedTlb {
  private final Map<String, PageTableEntry> entries = new TreeMap<>();

  /** What was asked for, in words, such as {@code "flush(3)"}. */
  final List<String> asked = new ArrayList<>();

  @Override
  public Optional<PageTableEntry> lookup(int asid, long page) {
    return Optional.ofNullable(entries.get(asid + ":" + page));
  }

  @Override
  public void insert(int asid, long page, PageTableEntry entry) {
    entries.put(asid + ":" + page, entry);
  }

  @Override
  public void insertGlobal(long page, PageTableEntry entry) {
    throw new UnsupportedOperationException("no global pages in exercise 5.2");
  }

  @Override
  public void invalidate(int asid, long page) {
    entries.remove(asid + ":" + page);
    asked.add("invalidate(" + asid + ", " + page + ")");
  }

  @Override
  public void flush(int asid) {
    entries.keySet().removeIf(key -> key.startsWith(asid + ":"));
    asked.add("flush(" + asid + ")");
  }

  @Override
  public void flushAll() {
    entries.clear();
    asked.add("flushAll()");
  }
}
