package timeslice.kernel;

/**
 * The bookkeeping of EEVDF: how much each competing thread was served, up to where its deadline is,
 * and what all have and weigh together. {@link EarliestEligibleDeadline} explains the terms.
 *
 * <p>{@code running} is always the CPU time used in turns that are still going on, which is in the
 * sums of nobody yet but has moved V.
 */
final class Competition {
  private static final byte OUT = 0;
  private static final byte IN = 1;

  /** It waits or has ended, but still owes time and is counted. */
  private static final byte GONE = 2;

  private long[] service = new long[16];
  private long[] deadline = new long[16];
  private long[] keptLag = new long[16];
  private int[] weight = new int[16];
  private int[] standing = new int[16];

  /** When each was queued last: of equal threads, the first comes first. */
  private long[] queued = new long[16];

  private long queueings;

  private long allService;
  private long allWeight;

  /** V when nobody competes: where the thread stood that left last. */
  private long lastService;

  private int lastWeight = 1;

  int compareDeadlines(int first, int second) {
    return VirtualTime.compare(deadline[first], weight[first], deadline[second], weight[second]);
  }

  int compareQueuedDeadlines(int first, int second) {
    int compared = compareDeadlines(first, second);
    return compared != 0 ? compared : Long.compare(queued[first], queued[second]);
  }

  int compareQueuedTimes(int first, int second) {
    int compared =
        VirtualTime.compare(service[first], weight[first], service[second], weight[second]);
    return compared != 0 ? compared : Long.compare(queued[first], queued[second]);
  }

  /** What a thread of this weight would have been served if it always had exactly its share. */
  private long share(int ofWeight, long running) {
    return allWeight == 0
        ? VirtualTime.service(ofWeight, lastService, lastWeight)
        : VirtualTime.service(ofWeight, allService + running, allWeight);
  }

  /** What this thread is owed, in whole nanoseconds, rounded down. */
  long lag(int thread, long running) {
    return share(weight[thread], running) - service[thread];
  }

  /** Whether this thread, which does not run, is owed nothing less than zero. */
  boolean isEligible(int thread, long running) {
    return lag(thread, running) >= 0;
  }

  boolean isGone(int thread) {
    return thread < standing.length && standing[thread] == GONE;
  }

  /**
   * Puts a thread where it is owed what it was owed when it left. Its coming moves V too, so it is
   * put further off by as much: after it, w (V - v) is that lag again (Linux: place_entity).
   */
  void join(int thread, int newWeight, long slice, long running) {
    service = Columns.reaching(thread, service);
    deadline = Columns.reaching(thread, deadline);
    keptLag = Columns.reaching(thread, keptLag);
    weight = Columns.reaching(thread, weight);
    standing = Columns.reaching(thread, standing);
    queued = Columns.reaching(thread, queued);
    long lag = allWeight == 0 ? 0 : keptLag[thread];
    long moved = allWeight == 0 ? 0 : Math.floorDiv(lag * newWeight, allWeight);
    service[thread] = share(newWeight, running) - lag - moved;
    deadline[thread] = service[thread] + slice;
    weight[thread] = newWeight;
    standing[thread] = IN;
    allService += service[thread];
    allWeight += newWeight;
  }

  /** Another weight, the same lag: V stays where it is. */
  void reweigh(int thread, int newWeight, long running) {
    if (newWeight == weight[thread]) {
      return;
    }
    long left = deadline[thread] - service[thread];
    long moved = share(newWeight, running) - share(weight[thread], running);
    service[thread] += moved;
    deadline[thread] = service[thread] + left;
    allService += moved;
    allWeight += newWeight - weight[thread];
    weight[thread] = newWeight;
  }

  /** The thread was served; a deadline that was reached is replaced. */
  void serve(int thread, long ns, long slice) {
    service[thread] += ns;
    allService += ns;
    if (service[thread] >= deadline[thread]) {
      deadline[thread] = service[thread] + slice;
    }
  }

  /** The thread is queued behind all others that are equal. */
  void queue(int thread) {
    queued[thread] = queueings++;
  }

  void postpone(int thread, long slice) {
    deadline[thread] += slice;
  }

  long untilDeadline(int thread) {
    return deadline[thread] - service[thread];
  }

  /** Writes down what the thread is owed, for when it comes back. */
  void keepLag(int thread, long most, long running) {
    keptLag[thread] = Math.max(-most, Math.min(most, lag(thread, running)));
  }

  /** The thread waits, but is counted on. */
  void goAway(int thread) {
    standing[thread] = GONE;
  }

  void comeBack(int thread) {
    standing[thread] = IN;
  }

  /** The thread owes nothing any more and leaves, owed nothing. */
  void forgive(int thread) {
    keptLag[thread] = 0;
    leave(thread);
  }

  /** The thread is no longer counted. */
  void leave(int thread) {
    standing[thread] = OUT;
    allService -= service[thread];
    allWeight -= weight[thread];
    if (allWeight == 0) {
      lastService = service[thread];
      lastWeight = weight[thread];
    }
  }
}
