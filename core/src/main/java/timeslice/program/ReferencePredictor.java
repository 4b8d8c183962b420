package timeslice.program;

/**
 * Guesses the next reference of a program: after this instruction, and as many data references
 * since, there comes what came last time. An instruction is expected at the same address again,
 * data one stride further than last time.
 *
 * <p>Recorder and reader of a trace make the same guesses, so only wrong ones need be written down.
 * Two places of a program may share a slot; that makes a guess worse and nothing wrong.
 */
final class ReferencePredictor {
  static final int FETCH = 0;

  private static final int SLOT_BITS = 14;

  private final long[] addresses = new long[1 << SLOT_BITS];
  private final long[] strides = new long[1 << SLOT_BITS];
  private final short[] shapes = new short[1 << SLOT_BITS];

  private long instruction;
  private int dataSince;

  /** Kind (low two bits) and number of bytes (above) of the guess. */
  int shape() {
    return shapes[slot()];
  }

  /** The address of the guess. */
  long address() {
    int slot = slot();
    return addresses[slot] + strides[slot];
  }

  /** Learns what really came. */
  void learn(int shape, long address) {
    int slot = slot();
    boolean fetch = (shape & 3) == FETCH;
    strides[slot] = fetch || shapes[slot] != shape ? 0 : address - addresses[slot];
    addresses[slot] = address;
    shapes[slot] = (short) shape;
    if (fetch) {
      instruction = address;
      dataSince = 0;
    } else {
      dataSince++;
    }
  }

  private int slot() {
    return (int) ((instruction * 4 + dataSince) * 0x9e3779b97f4a7c15L >>> 64 - SLOT_BITS);
  }
}
