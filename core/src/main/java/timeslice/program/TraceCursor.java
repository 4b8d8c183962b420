package timeslice.program;

import timeslice.program.RecordedTrace.Kind;

/** A place in a compact trace, moving from one reference to the next. */
final class TraceCursor {
  static final byte[] MAGIC = {'T', 'S', 'T', 'R', 1};

  private static final Kind[] KINDS = Kind.values();

  private final byte[] form;
  private final ReferencePredictor predictor = new ReferencePredictor();
  private final int size;
  private int at;
  private int seen;
  private int guessed;
  private int shape;
  private long address;

  /** Stands before the first reference. */
  TraceCursor(byte[] form) {
    this.form = form;
    while (at < MAGIC.length) {
      if (at >= form.length || form[at] != MAGIC[at]) {
        throw bad("it does not begin with TSTR 1");
      }
      at++;
    }
    long count = number();
    if (count < 0 || count > Integer.MAX_VALUE) {
      throw bad("it promises " + count + " references");
    }
    size = (int) count;
    guessed = run();
  }

  int size() {
    return size;
  }

  /** Moves on; false after the last reference. */
  boolean next() {
    if (seen == size) {
      return false;
    }
    if (guessed > 0) {
      guessed--;
      shape = predictor.shape();
      address = predictor.address();
    } else {
      shape = checkedShape(number());
      address = predictor.address() + difference();
      guessed = -1; // the next run's length is read below, once this reference is known good
    }
    if (shape >> 2 == 0 || address < 0) {
      throw bad("reference " + seen + " touches " + (shape >> 2) + " bytes at " + address);
    }
    predictor.learn(shape, address);
    seen++;
    if (guessed < 0) {
      guessed = run();
    }
    return true;
  }

  Kind kind() {
    return KINDS[shape & 3];
  }

  long address() {
    return address;
  }

  int bytes() {
    return shape >> 2;
  }

  Reference reference() {
    return switch (kind()) {
      case FETCH -> new Reference.Fetch(address, bytes());
      case LOAD -> new Reference.Load(address, bytes());
      case STORE -> new Reference.Store(address, bytes());
      case MODIFY -> new Reference.Modify(address, bytes());
    };
  }

  /** To be called after the last reference: nothing may follow it. */
  void checkEnd() {
    if (at != form.length) {
      throw bad((form.length - at) + " bytes follow the last reference");
    }
  }

  private int run() {
    if (seen == size) {
      return 0;
    }
    long run = number();
    if (run < 0 || run > size - seen) {
      throw bad("a run of " + run + " begins where " + (size - seen) + " references are left");
    }
    return (int) run;
  }

  private int checkedShape(long number) {
    if (number < 0 || number > Short.MAX_VALUE) {
      throw bad("reference " + seen + " has kind and size " + number);
    }
    return (int) number;
  }

  private long difference() {
    long zigzag = number();
    return zigzag >>> 1 ^ -(zigzag & 1);
  }

  /** Seven bits a byte, the lowest first. */
  private long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at == form.length) {
        throw bad("it ends in the middle of reference " + seen);
      }
      byte next = form[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw bad("a number has more than 64 bits");
  }

  private IllegalArgumentException bad(String what) {
    return new IllegalArgumentException(
        "not a recorded trace: " + what + " (at byte " + at + " of " + form.length + ")");
  }
}
