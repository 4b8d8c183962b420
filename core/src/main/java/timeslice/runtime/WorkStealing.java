package timeslice.runtime;

/**
 * A run queue for each carrier and one for submissions from outside; who finds nothing in these two
 * steals from another carrier.
 *
 * @param order which of its own tasks a carrier takes; a thief takes the oldest in either case
 * @param victims whom it tries to steal from first
 * @param seed from which {@link Victims#SEEDED} draws
 */
public record WorkStealing(Order order, Victims victims, long seed) implements RunQueues.Factory {

  /** Which of its own tasks a carrier takes. */
  public enum Order {
    /** The newest: depth first, and thieves at the other end (Blumofe and Leiserson, JACM 1999). */
    LIFO,
    /** The oldest: fair to tasks that never join each other ({@code ForkJoinPool}: async mode). */
    FIFO
  }

  /** Where a thief begins to look; from there it goes round until it finds something. */
  public enum Victims {
    /** At the carrier with the next number. */
    NEXT_NEIGHBOUR,
    /** At a carrier drawn from the seed. */
    SEEDED
  }

  /** A carrier without work tries its next neighbour first. */
  public static WorkStealing of(Order order) {
    return new WorkStealing(order, Victims.NEXT_NEIGHBOUR, 0);
  }

  @Override
  public RunQueues create(int carriers) {
    return new StealingQueues(this, carriers);
  }
}
