package timeslice.program;

import java.io.ByteArrayOutputStream;
import timeslice.program.RecordedTrace.Kind;

/** Writes the compact form that {@link RecordedTrace} reads. */
public final class TraceEncoder {
  private final ByteArrayOutputStream runs = new ByteArrayOutputStream();
  private final ReferencePredictor predictor = new ReferencePredictor();
  private int size;
  private int guessed;

  /** The next reference of the program. */
  public void add(Kind kind, long address, int bytes) {
    int shape = bytes << 2 | kind.ordinal();
    if (predictor.shape() == shape && predictor.address() == address) {
      guessed++;
    } else {
      number(runs, guessed);
      number(runs, shape);
      long difference = address - predictor.address();
      number(runs, difference << 1 ^ difference >> 63);
      guessed = 0;
    }
    predictor.learn(shape, address);
    size++;
  }

  /** The next reference of the program. */
  public void add(Reference reference) {
    Kind kind =
        switch (reference) {
          case Reference.Fetch _ -> Kind.FETCH;
          case Reference.Load _ -> Kind.LOAD;
          case Reference.Store _ -> Kind.STORE;
          case Reference.Modify _ -> Kind.MODIFY;
        };
    add(kind, reference.address(), reference.bytes());
  }

  /** The whole trace so far. */
  public byte[] toBytes() {
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.writeBytes(TraceCursor.MAGIC);
    number(form, size);
    form.writeBytes(runs.toByteArray());
    if (guessed > 0) {
      number(form, guessed);
    }
    return form.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
