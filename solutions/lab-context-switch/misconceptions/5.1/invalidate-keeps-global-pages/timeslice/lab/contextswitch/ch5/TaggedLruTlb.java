package timeslice.lab.contextswitch.ch5;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import timeslice.memory.PageTableEntry;
import timeslice.memory.TaggedTlb;

/** Believes that only flushAll may touch a global entry. */
public final class TaggedLruTlb implements TaggedTlb {
  /** No address space has this number, so no address space can own a global entry. */
  private static final int GLOBAL = -1;

  private record Key(int asid, long page) {}

  private final int entries;

  /** In order of last use, the one unused for longest first. */
  private final Map<Key, PageTableEntry> byUse = new LinkedHashMap<>(16, 0.75f, true);

  public TaggedLruTlb(int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("a TLB must have at least 1 entry, got " + entries);
    }
    this.entries = entries;
  }

  @Override
  public Optional<PageTableEntry> lookup(int asid, long page) {
    PageTableEntry own = byUse.get(new Key(asid, page));
    return Optional.ofNullable(own != null ? own : byUse.get(new Key(GLOBAL, page)));
  }

  @Override
  public void insert(int asid, long page, PageTableEntry entry) {
    byUse.put(new Key(asid, page), entry);
    if (byUse.size() > entries) {
      Iterator<Key> oldestFirst = byUse.keySet().iterator();
      oldestFirst.next();
      oldestFirst.remove();
    }
  }

  @Override
  public void insertGlobal(long page, PageTableEntry entry) {
    insert(GLOBAL, page, entry);
  }

  @Override
  public void invalidate(int asid, long page) {
    byUse.remove(new Key(asid, page));
  }

  @Override
  public void flush(int asid) {
    byUse.keySet().removeIf(key -> key.asid() == asid);
  }

  @Override
  public void flushAll() {
    byUse.clear();
  }
}
