package timeslice.trace;

import java.util.Arrays;

/** A part of a trace: up to 65,536 events, in columns. A full one is never copied again. */
final class Block {
  static final int BITS = 16;
  static final int FULL = 1 << BITS;
  private static final int SMALLEST = 64;

  long[] time;
  byte[] kind;
  int[] cpu;
  int[] who;
  int[] other;
  long[] value;

  /** Small for the first block of a trace, which may stay small; full size for all others. */
  Block(boolean first) {
    int room = first ? SMALLEST : FULL;
    time = new long[room];
    kind = new byte[room];
    cpu = new int[room];
    who = new int[room];
    other = new int[room];
    value = new long[room];
  }

  int room() {
    return time.length;
  }

  void grow() {
    int room = Math.min(FULL, 2 * time.length);
    time = Arrays.copyOf(time, room);
    kind = Arrays.copyOf(kind, room);
    cpu = Arrays.copyOf(cpu, room);
    who = Arrays.copyOf(who, room);
    other = Arrays.copyOf(other, room);
    value = Arrays.copyOf(value, room);
  }
}
