package timeslice.kernel;

/**
 * An event queue that compares nothing: a radix heap, which works because time only moves on. With
 * digits to base 64 it is also what is called a hierarchical timing wheel.
 *
 * <p>Times are read as numbers to base 64. An event waits at the level of the highest digit in
 * which its time differs from {@link #now}, in the slot of its own digit there; at level 0, a slot
 * so holds one time only. When level 0 is empty, the lowest slot of the lowest level that is not
 * holds what comes first: its earliest time becomes the new "now", and its events move to lower
 * levels, at most once per digit. Events of equal time always share a slot and keep their order,
 * which is the order in which they were added.
 *
 * <p>Sources: Ahuja, Mehlhorn, Orlin and Tarjan, "Faster algorithms for the shortest path problem",
 * JACM 1990; Varghese and Lauck, "Hashed and hierarchical timing wheels", SOSP 1987.
 */
public final class RadixEventQueue implements EventQueue {
  private static final int DIGIT_BITS = 6;
  private static final int SLOTS = 1 << DIGIT_BITS;
  private static final int LEVELS = 11; // times are not negative: 63 bits

  /** The slots of each level; none until the level is first used. */
  private final EventList[][] levels = new EventList[LEVELS][0];

  /** Bit s says whether slot s of the level holds anything. */
  private final long[] filled = new long[LEVELS];

  private final EventList.Blocks blocks = new EventList.Blocks();
  private int size;
  private long added;
  private long last;
  private int takenSequence;

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public long now() {
    return last;
  }

  @Override
  public long sequence() {
    return added - Integer.toUnsignedLong((int) added - takenSequence); // its upper half again
  }

  @Override
  public long add(long at, int what) {
    if (at < last) {
      throw new IllegalArgumentException("it is " + last + ", too late to add for " + at);
    }
    long number = added++;
    size++;
    place(at, number << Integer.SIZE | what & 0xffffffffL);
    return number;
  }

  private void place(long at, long what) {
    int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros(at ^ last | 1)) / DIGIT_BITS;
    int slot = (int) (at >>> level * DIGIT_BITS) & SLOTS - 1;
    EventList[] slots = levels[level];
    if (slots.length == 0) {
      slots = newLevel(level);
    }
    slots[slot].add(at, what);
    filled[level] |= 1L << slot;
  }

  private EventList[] newLevel(int level) {
    EventList[] slots = new EventList[SLOTS];
    for (int i = 0; i < SLOTS; i++) {
      slots[i] = new EventList(blocks);
    }
    levels[level] = slots;
    return slots;
  }

  @Override
  public int take() {
    if (filled[0] == 0) {
      refill();
    }
    int slot = Long.numberOfTrailingZeros(filled[0]);
    EventList due = levels[0][slot];
    last = due.firstTime();
    long what = due.removeFirst();
    if (due.isEmpty()) {
      filled[0] &= ~(1L << slot);
    }
    size--;
    takenSequence = (int) (what >>> Integer.SIZE);
    return (int) what;
  }

  /** Moves the earliest slot down, so that level 0 holds what comes first. */
  private void refill() {
    int level = 1;
    while (filled[level] == 0) {
      level++;
    }
    EventList from = levels[level][Long.numberOfTrailingZeros(filled[level])];
    filled[level] &= filled[level] - 1;
    last = from.earliest();
    while (!from.isEmpty()) { // nothing comes back here: its digit is now that of "last"
      long at = from.firstTime();
      place(at, from.removeFirst());
    }
  }
}
