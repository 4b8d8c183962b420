package timeslice.lab.contextswitch.ch4;

/** Believes that every switch flushes, and that every CPU is interrupted. */
public final class Predictions {
  private Predictions() {}

  /** Three times the next thread belongs to the other process. */
  public static int flushesOfTheSchedule() {
    return 5;
  }

  /** Three CPUs have the address space loaded, and one of them asks. */
  public static int interruptsOfOneUnmap() {
    return 7;
  }
}
