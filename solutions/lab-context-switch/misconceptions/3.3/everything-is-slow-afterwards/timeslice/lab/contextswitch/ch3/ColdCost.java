package timeslice.lab.contextswitch.ch3;

import java.util.LinkedHashSet;
import timeslice.cpu.Costs;

/** Believes that after a flush every translation is slow. */
public final class ColdCost {
  private static final int WALK_REFERENCES = 4;

  private final int entries;
  private final Costs costs;

  /**
   * @param entries how many translations the TLB holds, 1 or more
   * @param costs what the machine charges
   */
  public ColdCost(int entries, Costs costs) {
    this.entries = entries;
    this.costs = costs;
  }

  /** How many of these references miss when the TLB is empty at first. */
  public long coldMisses(long[] pages) {
    return pages.length;
  }

  /** How many of {@code pages} miss when {@code before} went through the same TLB just before. */
  public long warmMisses(long[] before, long[] pages) {
    LinkedHashSet<Long> remembered = new LinkedHashSet<>();
    run(remembered, before);
    return run(remembered, pages);
  }

  /** How many cycles more {@code pages} costs cold than warm: a walk for every extra miss. */
  public long refillCycles(long[] before, long[] pages) {
    long extraMisses = coldMisses(pages) - warmMisses(before, pages);
    return extraMisses * WALK_REFERENCES * costs.walkReference();
  }

  /** Sends pages through a TLB whose pages stand in order of their last use, the oldest first. */
  private long run(LinkedHashSet<Long> remembered, long[] pages) {
    long misses = 0;
    for (long page : pages) {
      if (!remembered.remove(page)) {
        misses++;
      }
      remembered.add(page);
      if (remembered.size() > entries) {
        remembered.removeFirst();
      }
    }
    return misses;
  }
}
