package timeslice.lab.contextswitch.observe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Maps, touches and unmaps a page many times: alone, beside a sibling thread that computes, and
 * beside another process that computes. Linux counts the interrupts that each one costs.
 */
public final class Shootdowns {
  private static final Path INTERRUPTS = Path.of("/proc/interrupts");
  private static final int ROUNDS = 20_000;
  private static final long PAGE = 4096;

  private static volatile boolean stop;

  private Shootdowns() {}

  /** Without arguments it measures; with one it is the child that computes. */
  public static void main(String[] args) throws Throwable {
    if (args.length == 1) {
      spin(TimeUnit.SECONDS.toNanos(8));
      return;
    }
    if (tlbInterrupts() < 0) {
      System.out.println("skipped: no line TLB in " + INTERRUPTS + " (it is Linux's on x86)");
      return;
    }
    System.out.println("                            interrupts    us for map, touch, unmap");
    measure(); // warm up
    report("alone");
    Process process = child();
    TimeUnit.MILLISECONDS.sleep(300); // until the child has started
    report("beside another process");
    process.destroy();
    process.waitFor(1, TimeUnit.SECONDS);
    Thread sibling = Thread.ofPlatform().start(() -> spin(TimeUnit.SECONDS.toNanos(8)));
    report("beside a sibling thread");
    stop = true;
    sibling.join();
  }

  private static void report(String what) throws Throwable {
    long interrupts = tlbInterrupts();
    double nanos = measure();
    System.out.printf("%-26s  %10d    %10.1f%n", what, tlbInterrupts() - interrupts, nanos / 1000);
  }

  /** Nanoseconds for one round, at most two seconds in all. */
  private static double measure() throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle mmap =
        linker.downcallHandle(
            linker.defaultLookup().find("mmap").orElseThrow(),
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
    MethodHandle munmap =
        linker.downcallHandle(
            linker.defaultLookup().find("munmap").orElseThrow(),
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
    int readWrite = 1 | 2;
    int privateAnonymous = 0x02 | 0x20;
    long start = System.nanoTime();
    int rounds = 0;
    while (rounds < ROUNDS && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2)) {
      var page =
          (MemorySegment)
              mmap.invokeExact(MemorySegment.NULL, PAGE, readWrite, privateAnonymous, -1, 0L);
      page.reinterpret(PAGE).set(JAVA_BYTE, 0, (byte) 1);
      int result = (int) munmap.invokeExact(page, PAGE);
      if (result != 0) {
        throw new IOException("munmap answered " + result);
      }
      rounds++;
    }
    return (double) (System.nanoTime() - start) / rounds;
  }

  private static long tlbInterrupts() throws IOException {
    if (!Files.isReadable(INTERRUPTS)) {
      return -1;
    }
    for (String line : Files.readAllLines(INTERRUPTS)) {
      if (line.strip().startsWith("TLB:")) {
        long sum = 0;
        for (String word : line.strip().split(" +")) {
          if (Character.isDigit(word.charAt(0))) {
            sum += Long.parseLong(word);
          }
        }
        return sum;
      }
    }
    return -1;
  }

  private static void spin(long nanos) {
    long end = System.nanoTime() + nanos;
    while (!stop && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static Process child() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java, "-XX:+UseSerialGC", "-cp", classes, Shootdowns.class.getName(), "child")
        .inheritIO()
        .start();
  }
}
