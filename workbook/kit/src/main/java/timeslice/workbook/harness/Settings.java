package timeslice.workbook.harness;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How a harness runs its workers.
 *
 * @param lanes how many worker JVMs may be at work at once
 * @param silence how long a worker may say nothing before it counts as hung and is killed; the
 *     laws' own guard is much shorter, this one is for what escapes it
 * @param flags the workers' JVM flags
 */
public record Settings(int lanes, Duration silence, List<String> flags) {
  private static final List<String> SHORT_RUN =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xmx512m",
          "-Xshare:auto",
          "-XX:-CreateCoredumpOnCrash",
          "-Dfile.encoding=UTF-8");

  public Settings {
    if (lanes < 1) {
      throw new IllegalArgumentException("a harness needs at least one lane, got " + lanes);
    }
    if (silence.isNegative() || silence.isZero()) {
      throw new IllegalArgumentException("the time of silence must be positive, got " + silence);
    }
    flags = List.copyOf(flags);
  }

  /** A lane for each CPU, at most four; two minutes of silence; the flags of a short run. */
  public static Settings standard() {
    var flags = new ArrayList<>(SHORT_RUN);
    // What a run may look into is said once, in the root pom: whoever runs us was given it.
    for (String given : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if (given.startsWith("--add-") || given.startsWith("--enable-native-access")) {
        flags.add(given);
      }
    }
    int lanes = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);
    return new Settings(lanes, Duration.ofMinutes(2), flags);
  }

  /** The same with another number of lanes. */
  public Settings withLanes(int lanes) {
    return new Settings(lanes, silence, flags);
  }

  /** The same with another time of silence. */
  public Settings withSilence(Duration silence) {
    return new Settings(lanes, silence, flags);
  }

  /** The same with one more JVM flag. */
  public Settings withFlag(String flag) {
    var more = new ArrayList<>(flags);
    more.add(flag);
    return new Settings(lanes, silence, more);
  }
}
