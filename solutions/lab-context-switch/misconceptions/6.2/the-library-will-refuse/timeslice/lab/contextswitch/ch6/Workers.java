package timeslice.lab.contextswitch.ch6;

import java.math.BigInteger;

/** Believes that what the library throws for a number too large says enough. */
public final class Workers {
  private Workers() {}

  /** ⌈cores · (cpu + wait) / cpu⌉ = cores + ⌈cores · wait / cpu⌉. */
  public static long count(int cores, long cpu, long wait) {
    if (cores < 1) {
      throw new IllegalArgumentException("there must be at least 1 core, got " + cores);
    }
    if (cpu < 1) {
      throw new IllegalArgumentException("a job's CPU time must be 1 or more, got " + cpu);
    }
    if (wait < 0) {
      throw new IllegalArgumentException("a job's wait must be 0 or more, got " + wait);
    }
    // cores · wait may need 94 bits, so a long cannot hold it on the way.
    BigInteger[] extra =
        BigInteger.valueOf(cores)
            .multiply(BigInteger.valueOf(wait))
            .divideAndRemainder(BigInteger.valueOf(cpu));
    BigInteger roundedUp = extra[1].signum() == 0 ? extra[0] : extra[0].add(BigInteger.ONE);
    BigInteger workers = roundedUp.add(BigInteger.valueOf(cores));
    return workers.longValueExact();
  }
}
