package timeslice.lab.contextswitch.observe;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Counts the page faults of this JVM while it touches fresh memory, page by page: mapping memory
 * takes no frame, the first touch does.
 */
public final class PageFaults {
  private static final long PAGE = 4096;
  private static final long BYTES = 64L << 20;
  private static final Path STAT = Path.of("/proc/self/stat");
  private static final Path MAPS = Path.of("/proc/self/maps");

  // mmap(2) and madvise(2) on Linux
  private static final int READ_WRITE = 1 | 2;
  private static final int PRIVATE_ANONYMOUS = 2 | 0x20;
  private static final int HUGE = 14;
  private static final int NO_HUGE = 15;

  private final MethodHandle mmap =
      find(
          "mmap",
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_LONG);
  private final MethodHandle madvise =
      find(
          "madvise",
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_LONG,
          ValueLayout.JAVA_INT);

  private PageFaults() {}

  public static void main(String[] arguments) throws Throwable {
    if (!Files.isReadable(STAT) || !Files.isReadable(MAPS)) {
      System.out.println(
          "skipped: page faults are counted in /proc/self/stat, which only Linux has.");
      return;
    }
    new PageFaults().run();
  }

  private void run() throws Throwable {
    faults(); // the first call loads classes, which faults too
    long small = map(NO_HUGE);
    System.out.println(
        "64 MiB mapped at 0x"
            + Long.toHexString(small)
            + ", which is page 0x"
            + Long.toHexString(small / PAGE)
            + "; in /proc/self/maps:");
    System.out.println("  " + line(small));
    touch("first touch of each of its 16384 pages", small);
    touch("second touch of each", small);
    touch("first touch of 64 MiB for which huge pages were asked", map(HUGE));
  }

  /** Writes one byte to each page and says how many page faults that took. */
  private static void touch(String what, long start) throws IOException {
    MemorySegment memory = MemorySegment.ofAddress(start).reinterpret(BYTES);
    long before = faults();
    for (long offset = 0; offset < BYTES; offset += PAGE) {
      memory.set(ValueLayout.JAVA_BYTE, offset, (byte) 1);
    }
    System.out.println((faults() - before) + " page faults: " + what);
  }

  /** Fresh memory, aligned to 2 MiB. */
  private long map(int advice) throws Throwable {
    long huge = 2L << 20;
    long start = (long) mmap.invokeExact(0L, BYTES + huge, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
    if (start == -1) {
      throw new IllegalStateException("the system did not give " + BYTES + " bytes");
    }
    long aligned = (start + huge - 1) & -huge;
    int unused = (int) madvise.invokeExact(aligned, BYTES, advice); // a wish, not an order
    return aligned;
  }

  /**
   * Faults that needed no disk, of all threads so far: the tenth field, the eighth behind the name.
   */
  private static long faults() throws IOException {
    String stat = Files.readString(STAT);
    return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[7]);
  }

  /** The line of /proc/self/maps that holds this address. */
  private static String line(long address) throws IOException {
    List<String> lines = Files.readAllLines(MAPS);
    for (String line : lines) {
      String[] range = line.split(" ")[0].split("-");
      if (Long.compareUnsigned(Long.parseUnsignedLong(range[0], 16), address) <= 0
          && Long.compareUnsigned(address, Long.parseUnsignedLong(range[1], 16)) < 0) {
        return line.strip();
      }
    }
    return "(no line holds it)";
  }

  private static MethodHandle find(String name, ValueLayout result, ValueLayout... parameters) {
    Linker linker = Linker.nativeLinker();
    MemorySegment function = linker.defaultLookup().find(name).orElseThrow();
    return linker.downcallHandle(function, FunctionDescriptor.of(result, parameters));
  }
}
