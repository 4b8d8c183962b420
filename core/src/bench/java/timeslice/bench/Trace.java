package timeslice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import timeslice.program.RecordedTrace;

/** The trace to measure with: the recorded one of chapter 2, or what {@code -Dtrace=} names. */
final class Trace {
  static final String FILE =
      System.getProperty("trace", "../lab-context-switch/ch2/trace/join.trace");

  private Trace() {}

  /** Every reference as {@code address << 1 | write}. */
  static long[] load() throws IOException {
    RecordedTrace recorded = RecordedTrace.decode(Files.readAllBytes(Path.of(FILE)));
    long[] references = new long[recorded.size()];
    int[] next = {0};
    recorded.forEach(
        (kind, address, _) -> references[next[0]++] = address << 1 | (kind.writes() ? 1 : 0));
    return references;
  }
}
