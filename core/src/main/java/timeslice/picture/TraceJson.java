package timeslice.picture;

import java.util.function.Consumer;

/** Writes events of the Trace Event Format, one a line, as they come. */
final class TraceJson {
  private final Consumer<? super String> out;
  private final StringBuilder line = new StringBuilder();
  private boolean first = true;

  TraceJson(Consumer<? super String> out) {
    this.out = out;
    out.accept("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[\n");
  }

  /** Names a process, which is a group of tracks here. */
  void process(int process, String name) {
    begin('M', process);
    line.append(",\"name\":\"process_name\",\"args\":{\"name\":").append(quoted(name)).append('}');
    finish();
  }

  /** Names a track. */
  void track(int process, int track, String name) {
    begin('M', process, track);
    line.append(",\"name\":\"thread_name\",\"args\":{\"name\":").append(quoted(name)).append('}');
    finish();
  }

  /** Something that lasted from one time to another, in nanoseconds. */
  void slice(int process, int track, String name, long from, long to) {
    begin('X', process, track);
    line.append(",\"name\":").append(quoted(name)).append(",\"ts\":").append(micros(from));
    line.append(",\"dur\":").append(micros(to - from));
    finish();
  }

  /** The beginning of something. */
  void begin(int process, int track, String name, long at) {
    begin('B', process, track);
    line.append(",\"name\":").append(quoted(name)).append(",\"ts\":").append(micros(at));
    finish();
  }

  /** The end of what began last on this track. */
  void end(int process, int track, long at) {
    begin('E', process, track);
    line.append(",\"ts\":").append(micros(at));
    finish();
  }

  /** An arrow between two tracks of a process, each end bound to the slice that is there then. */
  void arrow(int process, int id, String name, int track, long at, int toTrack, long toTime) {
    begin('s', process, track);
    flow(id, name, at);
    finish();
    begin('f', process, toTrack);
    flow(id, name, toTime);
    line.append(",\"bp\":\"e\"");
    finish();
  }

  private void flow(int id, String name, long at) {
    line.append(",\"cat\":\"wake\",\"id\":").append(id).append(",\"name\":").append(quoted(name));
    line.append(",\"ts\":").append(micros(at));
  }

  /** The end of everything. */
  void close() {
    out.accept("\n]}\n");
  }

  // Viewers take track 0 for something else, so tracks are counted from 1.
  private void begin(char phase, int process, int track) {
    begin(phase, process);
    line.append(",\"tid\":").append(track + 1);
  }

  private void begin(char phase, int process) {
    line.append(first ? "" : ",\n").append("{\"ph\":\"").append(phase);
    line.append("\",\"pid\":").append(process);
    first = false;
  }

  private void finish() {
    out.accept(line.append('}').toString());
    line.setLength(0);
  }

  /** Microseconds with three decimals, from nanoseconds. */
  private static String micros(long nanos) {
    String rest = String.valueOf(nanos % 1000 + 1000).substring(1);
    return nanos / 1000 + "." + rest;
  }

  /** A string of JSON (RFC 8259, 7). */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
