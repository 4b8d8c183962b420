package timeslice.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import timeslice.program.RecordedTrace.Kind;

/**
 * Turns what {@code valgrind --tool=lackey --trace-mem=yes} prints (standard input) into the
 * compact form (standard output). Lines look like {@code "I 0040164a,4"} or {@code " S
 * 1ffeffffd8,8"}.
 */
public final class EncodeLackey {
  private EncodeLackey() {}

  /** Reads to the end of standard input. */
  public static void main(String[] arguments) throws IOException {
    TraceEncoder encoder = new TraceEncoder();
    try (var lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      lines.lines().forEach(line -> encode(line, encoder));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    System.out.write(encoder.toBytes());
    System.out.flush();
  }

  private static void encode(String line, TraceEncoder encoder) {
    int comma = line.indexOf(',');
    if (line.startsWith("==") || comma < 0) {
      return; // valgrind's own messages
    }
    Kind kind =
        switch (line.substring(0, 3)) {
          case "I  " -> Kind.FETCH;
          case " L " -> Kind.LOAD;
          case " S " -> Kind.STORE;
          case " M " -> Kind.MODIFY;
          default -> throw new IllegalArgumentException("not a line of lackey: \"" + line + "\"");
        };
    long address = Long.parseUnsignedLong(line.substring(3, comma), 16);
    encoder.add(kind, address, Integer.parseInt(line.substring(comma + 1)));
  }
}
