package timeslice.lab.contextswitch.ch4;

/** The numbers that the model comes to. */
public final class Predictions {
  private Predictions() {}

  /** Three times the next thread belongs to the other process. */
  public static int flushesOfTheSchedule() {
    return 3;
  }

  /** Three CPUs have the address space loaded, and one of them asks. */
  public static int interruptsOfOneUnmap() {
    return 2;
  }
}
