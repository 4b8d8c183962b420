package timeslice.lab.contextswitch.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Chapter 5, for real: whether this CPU tags its TLB entries, whether the kernel hides itself from
 * user space (page-table isolation), and how many shootdown interrupts arrive in one second of
 * whatever else this machine is doing.
 */
public final class AddressSpaceTags {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");
  private static final Path INTERRUPTS = Path.of("/proc/interrupts");
  private static final List<String> FLAGS = List.of("pcid", "invpcid", "pge", "pti", "invlpgb");

  private AddressSpaceTags() {}

  /** Takes about a second. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (!Files.isReadable(CPUINFO)) {
      System.out.println("skipped: there is no /proc/cpuinfo here; this looks at Linux only");
      return;
    }
    List<String> flags = flags();
    if (flags.isEmpty()) {
      System.out.println("skipped: /proc/cpuinfo lists no x86 flags on this CPU");
    }
    for (String flag : flags.isEmpty() ? List.<String>of() : FLAGS) {
      System.out.printf("%-8s %s%n", flag, flags.contains(flag) ? "yes" : "no");
    }
    long before = shootdowns();
    if (before < 0) {
      System.out.println("skipped: /proc/interrupts has no readable TLB line here");
      return;
    }
    Thread.sleep(1000);
    long quiet = shootdowns() - before;
    System.out.printf("TLB shootdown interrupts in a second, all CPUs: %d%n", quiet);
  }

  private static List<String> flags() throws IOException {
    try (var lines = Files.lines(CPUINFO)) {
      return lines
          .filter(line -> line.startsWith("flags"))
          .findFirst()
          .map(line -> Arrays.asList(line.substring(line.indexOf(':') + 1).trim().split(" ")))
          .orElse(List.of());
    }
  }

  /** Sum over all CPUs, -1 if this kernel does not show it. */
  private static long shootdowns() {
    try (var lines = Files.lines(INTERRUPTS)) {
      return lines
          .filter(line -> line.trim().startsWith("TLB:"))
          .findFirst()
          .map(AddressSpaceTags::sum)
          .orElse(-1L);
    } catch (IOException | UncheckedIOException unreadable) {
      return -1;
    }
  }

  private static long sum(String line) {
    long sum = 0;
    for (String word : line.trim().split(" +", -1)) {
      if (Character.isDigit(word.charAt(0))) {
        sum += Long.parseLong(word);
      }
    }
    return sum;
  }
}
