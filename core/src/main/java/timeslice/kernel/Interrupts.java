package timeslice.kernel;

import timeslice.cpu.Cpu;

/**
 * How a kernel that runs on one CPU asks another CPU for something: by an inter-processor interrupt
 * (IPI).
 */
@FunctionalInterface
public interface Interrupts {

  /**
   * Asks this CPU to forget one page and returns at once: the other CPU gets to it when it gets to
   * it.
   */
  Answer invalidate(Cpu target, long page);

  /** The answer of one interrupted CPU. */
  @FunctionalInterface
  interface Answer {

    /** Waits until the other CPU has forgotten the page. */
    void await();
  }
}
