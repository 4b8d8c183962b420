package timeslice.kernel;

import java.util.Arrays;

/**
 * An event queue that compares nothing: a radix heap, which works because time only moves on.
 *
 * <p>An event waits in bucket b if b - 1 is the highest bit in which its time differs from the time
 * of the last event taken; bucket 0 holds what is due at that very time. When bucket 0 is empty,
 * the earliest time in the next bucket that is not becomes the new "last", and that bucket's events
 * move to lower buckets. Each event so moves down only, at most once per bit. Events of equal time
 * always share a bucket and keep their order, which is the order in which they were added. Source:
 * Ahuja, Mehlhorn, Orlin and Tarjan, "Faster algorithms for the shortest path problem", JACM 1990.
 */
public final class RadixEventQueue implements EventQueue {
  private static final int BUCKETS = 64; // times are not negative: 63 bits, and bucket 0

  /** The events of one bucket, in the order in which they came: three columns that grow. */
  private static final class Bucket {
    long[] time = new long[4];
    long[] sequence = new long[4];
    int[] event = new int[4];
    int size;

    void add(long at, long number, int what) {
      if (size == time.length) {
        time = Arrays.copyOf(time, 2 * size);
        sequence = Arrays.copyOf(sequence, 2 * size);
        event = Arrays.copyOf(event, 2 * size);
      }
      time[size] = at;
      sequence[size] = number;
      event[size] = what;
      size++;
    }
  }

  private final Bucket[] buckets = new Bucket[BUCKETS];

  /** Bit b - 1 says whether bucket b (1 to 63) holds anything. */
  private long filled;

  private int nextOfFirst;
  private int size;
  private long added;
  private long last;
  private long takenSequence;

  /** A queue with nothing in it. */
  public RadixEventQueue() {
    for (int b = 0; b < BUCKETS; b++) {
      buckets[b] = new Bucket();
    }
  }

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
    return takenSequence;
  }

  @Override
  public long add(long at, int what) {
    if (at < last) {
      throw new IllegalArgumentException("it is " + last + ", too late to add for " + at);
    }
    long number = added++;
    size++;
    place(at, number, what);
    return number;
  }

  private void place(long at, long number, int what) {
    int b = Long.SIZE - Long.numberOfLeadingZeros(at ^ last);
    buckets[b].add(at, number, what);
    if (b > 0) {
      filled |= 1L << (b - 1);
    }
  }

  @Override
  public int take() {
    Bucket due = buckets[0];
    if (nextOfFirst == due.size) {
      due.size = 0;
      nextOfFirst = 0;
      refill();
    }
    size--;
    takenSequence = due.sequence[nextOfFirst];
    return due.event[nextOfFirst++];
  }

  /** Moves the lowest bucket that holds anything down, until bucket 0 holds something. */
  private void refill() {
    int b = 1 + Long.numberOfTrailingZeros(filled);
    filled &= filled - 1;
    Bucket from = buckets[b];
    long earliest = from.time[0];
    for (int i = 1; i < from.size; i++) {
      earliest = Math.min(earliest, from.time[i]);
    }
    last = earliest;
    int moved = from.size;
    from.size = 0; // nothing comes back here: every time now differs from last in a lower bit only
    for (int i = 0; i < moved; i++) {
      place(from.time[i], from.sequence[i], from.event[i]);
    }
  }
}
