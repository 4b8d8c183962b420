package timeslice.runtime.loop;

import org.jspecify.annotations.Nullable;

/** The ready queue: first in, first out, in a ring that doubles when it is full. */
final class ReadyRing {
  private @Nullable Ready[] ring = new @Nullable Ready[16];
  private int head;
  private int size;

  int size() {
    return size;
  }

  void add(Ready ready) {
    if (size == ring.length) {
      grow();
    }
    ring[(head + size) & (ring.length - 1)] = ready;
    size++;
  }

  /** Removes the oldest; there must be one. */
  Ready take() {
    Ready first = ring[head];
    if (size == 0 || first == null) {
      throw new IllegalStateException("the ready queue is empty: ask hasNext() first");
    }
    ring[head] = null;
    head = (head + 1) & (ring.length - 1);
    size--;
    return first;
  }

  void clear() {
    ring = new @Nullable Ready[16];
    head = 0;
    size = 0;
  }

  private void grow() {
    @Nullable Ready[] larger = new @Nullable Ready[2 * ring.length];
    int untilEnd = ring.length - head;
    System.arraycopy(ring, head, larger, 0, untilEnd);
    System.arraycopy(ring, 0, larger, untilEnd, head);
    ring = larger;
    head = 0;
  }
}
