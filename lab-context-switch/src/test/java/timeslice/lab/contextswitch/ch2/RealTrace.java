package timeslice.lab.contextswitch.ch2;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import timeslice.memory.Access;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.RadixPageTable;
import timeslice.program.RecordedTrace;

/** The recorded trace of this chapter: every reference of one run of {@code trace/join.c}. */
record RealTrace(long[] addresses, Access[] accesses) {

  static RealTrace read() {
    try (InputStream in = RealTrace.class.getResourceAsStream("/ch2/trace/join.trace")) {
      if (in == null) {
        throw new IllegalStateException("ch2/trace/join.trace is not on the test class path");
      }
      return of(RecordedTrace.decode(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RealTrace of(RecordedTrace trace) {
    long[] addresses = new long[trace.size()];
    Access[] accesses = new Access[trace.size()];
    int[] next = {0};
    trace.forEach(
        (kind, address, _) -> {
          addresses[next[0]] = address;
          accesses[next[0]++] = kind.writes() ? Access.WRITE : Access.READ;
        });
    return new RealTrace(addresses, accesses);
  }

  /** The page numbers, in the order of use. */
  long[] pages() {
    long[] pages = new long[addresses.length];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = addresses[i] >>> 12;
    }
    return pages;
  }

  /** A page table in which every page of the trace is present and may be written. */
  PageTable table() {
    RadixPageTable table = new RadixPageTable();
    int frame = 0;
    for (long page : pages()) {
      if (table.walk(page).isEmpty()) {
        table.map(page, PageTableEntry.of(frame++));
      }
    }
    return table;
  }

  @Override
  public String toString() {
    return addresses.length + " references";
  }
}
