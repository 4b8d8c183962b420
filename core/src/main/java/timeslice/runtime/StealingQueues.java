package timeslice.runtime;

import timeslice.program.SplitMix;

/**
 * The queues of {@link WorkStealing}. A carrier looks into its own queue, then into the one for
 * submissions from outside, then steals one task; {@code ForkJoinPool} scans the last two together,
 * in a random order.
 */
final class StealingQueues implements RunQueues {
  private static final int NOBODY = -1;

  private final TaskDeque outside = new TaskDeque();
  private final TaskDeque[] own;
  private final WorkStealing rule;
  private final SplitMix draws;
  private int known;
  private int queued;
  private int victim = NOBODY;

  StealingQueues(WorkStealing rule, int carriers) {
    this.rule = rule;
    draws = new SplitMix(rule.seed());
    own = new TaskDeque[carriers];
  }

  private void know(int carrier) {
    while (known <= carrier) {
      own[known++] = new TaskDeque();
    }
  }

  @Override
  public void add(int task, int carrier) {
    (carrier == NOBODY ? outside : own[carrier]).add(task);
    queued++;
  }

  /**
   * To the end of its carrier's queue if that is the last to be served; otherwise to the queue for
   * submissions from outside, as {@code VirtualThread.afterYield} does when its own is empty.
   */
  @Override
  public void addYielded(int task, int carrier) {
    boolean othersFirst = rule.order() == WorkStealing.Order.FIFO && !own[carrier].isEmpty();
    add(task, othersFirst ? carrier : NOBODY);
  }

  @Override
  public int next(int carrier) {
    know(carrier);
    victim = NOBODY;
    if (queued == 0) {
      return NOBODY;
    }
    queued--;
    if (!own[carrier].isEmpty()) {
      return rule.order() == WorkStealing.Order.LIFO
          ? own[carrier].takeNewest()
          : own[carrier].takeOldest();
    }
    return outside.isEmpty() ? steal(carrier) : outside.takeOldest();
  }

  /** One round over the others, of whom at least one has something. */
  private int steal(int thief) {
    int first = rule.victims() == WorkStealing.Victims.SEEDED ? draws.below(known) : thief + 1;
    int at = first % known;
    while (own[at].isEmpty()) {
      at = (at + 1) % known;
    }
    victim = at;
    return own[at].takeOldest();
  }

  @Override
  public int stolenFrom() {
    return victim;
  }
}
