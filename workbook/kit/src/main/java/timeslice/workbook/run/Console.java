package timeslice.workbook.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.text.PageWords;

/**
 * Standard output while laws run: what an answer prints is let through up to a page and then
 * counted only.
 *
 * <p>Answers that print without end are ended: after {@link #FLOOD} bytes in one law the next
 * {@code println} throws.
 */
final class Console {
  static final int LINES = 20;
  static final int BYTES = 4_000;
  static final int LINES_A_RUN = 200;
  static final long FLOOD = 16L << 20;

  /** Thrown out of the answer's {@code println}. */
  static final class Flood extends Error {
    private static final long serialVersionUID = 1L;

    Flood() {
      super("too much printed", null, false, false);
    }
  }

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final InputStream in = System.in;
  private final PrintStream cappedOut = capped(out);
  private final PrintStream cappedErr = capped(err);

  private volatile @Nullable Trial trial;
  private volatile @Nullable Thread engine;
  private volatile boolean leftBehind;
  private long bytes;
  private long passed;
  private int lines;
  private int linesOfRun;

  private Console() {}

  static Console install() {
    Console console = new Console();
    System.setOut(console.cappedOut);
    System.setErr(console.cappedErr);
    System.setIn(InputStream.nullInputStream());
    return console;
  }

  /** Gives the streams back, unless threads that nobody could end may still be printing. */
  void uninstall() {
    if (leftBehind) {
      return;
    }
    if (System.out == cappedOut) {
      System.setOut(out);
    }
    if (System.err == cappedErr) {
      System.setErr(err);
    }
    System.setIn(in);
  }

  synchronized void begin(Trial law) {
    engine = Thread.currentThread();
    bytes = 0;
    passed = 0;
    lines = 0;
    trial = law;
  }

  synchronized void end(Trial law) {
    trial = null;
    leftBehind |= law.abandoned();
    if (bytes > passed) {
      out.println();
      out.println(PageWords.read().say("console.cut", bytes - passed));
    }
  }

  private PrintStream capped(PrintStream target) {
    OutputStream capped =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] b, int off, int len) throws IOException {
            if (mine()) {
              int pass = take(b, off, len);
              target.write(b, off, pass);
            } else {
              target.write(b, off, len);
            }
          }

          @Override
          public void flush() {
            target.flush();
          }
        };
    return new PrintStream(capped, true, target.charset());
  }

  // Whether the calling thread prints on behalf of an answer.
  private boolean mine() {
    Thread thread = Thread.currentThread();
    return thread.getThreadGroup() instanceof LawThread.Group
        || (trial != null && thread != engine);
  }

  private synchronized int take(byte[] b, int off, int len) {
    Trial current = trial;
    Trial own =
        Thread.currentThread().getThreadGroup() instanceof LawThread.Group group
            ? group.trial()
            : current;
    if (own == null || own != current || own.abandoned()) {
      throw new Flood(); // left behind: a thread that prints can at least be ended this way
    }
    int pass = bytes > passed ? 0 : room(b, off, len);
    bytes += len;
    passed += pass;
    if (bytes > FLOOD) {
      own.flood();
      throw new Flood();
    }
    return pass;
  }

  private int room(byte[] b, int off, int len) {
    if (lines >= LINES || linesOfRun >= LINES_A_RUN) {
      return 0;
    }
    int most = (int) Math.min(len, BYTES - passed);
    for (int i = 0; i < most; i++) {
      if (b[off + i] == '\n') {
        lines++;
        linesOfRun++;
        if (lines >= LINES || linesOfRun >= LINES_A_RUN) {
          return i + 1;
        }
      }
    }
    return most;
  }
}
