package timeslice.workbook.page;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/**
 * What the reader's terminal can show.
 *
 * <p>Maven prints for us, so the lab's build names Maven's own encodings in {@code
 * timeslice.console}, the one that counts first; those that this Maven's Java does not know arrive
 * as <code>${…}</code>.
 */
final class Terminal {
  private static final String[][] PLAIN = {
    {"✓", "+"}, {"✗", "x"}, {"★", "*"}, {"·", "-"}, {"…", "..."}, {"→", "->"},
  };

  private final CharsetEncoder encoder;

  Terminal(Charset charset) {
    encoder = (charset.canEncode() ? charset : Charset.defaultCharset()).newEncoder();
  }

  static Terminal ofThisRun() {
    for (String name : System.getProperty("timeslice.console", "").split(",", -1)) {
      if (!name.isBlank() && !name.contains("$")) {
        try {
          return new Terminal(Charset.forName(name.strip()));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
          continue;
        }
      }
    }
    return new Terminal(System.out.charset());
  }

  boolean korean() {
    return encoder.canEncode('가');
  }

  /** The text with plain letters for the marks that would come out as question marks. */
  String fit(String text) {
    String fitted = text;
    for (String[] mark : PLAIN) {
      if (!encoder.canEncode(mark[0])) {
        fitted = fitted.replace(mark[0], mark[1]);
      }
    }
    return fitted;
  }
}
