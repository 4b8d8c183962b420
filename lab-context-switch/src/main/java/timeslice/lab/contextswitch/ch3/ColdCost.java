package timeslice.lab.contextswitch.ch3;

import static timeslice.Todo.todo;

import timeslice.cpu.Costs;

/**
 * What a process pays when it comes back to an empty TLB. The TLB is fully associative and forgets
 * the page unused for longest.
 */
public final class ColdCost {

  /**
   * @param entries how many translations the TLB holds, 1 or more
   * @param costs what the machine charges
   */
  public ColdCost(int entries, Costs costs) {
    todo("3.3: keep these two");
  }

  /** How many of these references miss when the TLB is empty at first. */
  public long coldMisses(long[] pages) {
    return todo("3.3: count the misses, beginning with an empty TLB");
  }

  /** How many of {@code pages} miss when {@code before} went through the same TLB just before. */
  public long warmMisses(long[] before, long[] pages) {
    return todo("3.3: count the misses of pages, beginning with what before left in the TLB");
  }

  /**
   * How many cycles more {@code pages} costs cold than warm. A miss costs a walk of four references
   * more than a hit.
   */
  public long refillCycles(long[] before, long[] pages) {
    return todo("3.3: what the extra misses cost");
  }
}
