package timeslice.trace;

/** Why a scheduler chose this thread: the reason in one word, for a picture to put into words. */
public enum Choice {
  /** No other thread was ready. */
  ONLY_ONE,
  /** It has waited longest in the queue. */
  LONGEST_WAIT,
  /** It has the least to compute before it waits or ends. */
  SHORTEST,
  /** It stands in the highest level that is not empty. */
  HIGHEST_LEVEL,
  /** Of those that are owed time, its virtual deadline is the earliest. */
  EARLIEST_DEADLINE,
  /** Its virtual run time is the smallest. */
  LEAST_RUN,
  /** This CPU had nothing to do and took it from another CPU's queue. */
  STOLEN,
  /** The policy does not say. */
  UNSAID
}
