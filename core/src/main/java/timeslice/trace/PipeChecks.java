package timeslice.trace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules for pipes. */
public final class PipeChecks {
  private PipeChecks() {}

  /**
   * What is received was sent: messages come out of a pipe whole, once, and in the order in which
   * they were put in; so the bytes sent are those received and those still in the pipe.
   */
  public static Optional<String> messages(Trace trace) {
    List<ArrayDeque<Long>> pipes = new ArrayList<>();
    for (int i = 0; i < trace.size(); i++) {
      Kind kind = trace.kind(i);
      if (kind != Kind.SENT && kind != Kind.RECEIVED) {
        continue;
      }
      while (pipes.size() <= trace.other(i)) {
        pipes.add(new ArrayDeque<>());
      }
      ArrayDeque<Long> pipe = pipes.get(trace.other(i));
      if (kind == Kind.SENT) {
        pipe.add(trace.value(i));
        continue;
      }
      Long oldest = pipe.poll();
      if (oldest == null || oldest != trace.value(i)) {
        String holds = oldest == null ? "which is empty" : "whose oldest message has " + oldest;
        return Optional.of(trace.event(i) + ", " + holds);
      }
    }
    return Optional.empty();
  }
}
