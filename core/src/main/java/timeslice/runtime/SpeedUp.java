package timeslice.runtime;

/**
 * How much faster n workers can be than one: the three laws (FACTS §5.5). They say what a model
 * predicts; a machine has caches, siblings and clocks that none of them knows.
 */
public final class SpeedUp {
  private SpeedUp() {}

  /**
   * Amdahl: the work stays the same, and a share of it is serial.
   *
   * @param serial that share, 0 to 1. A GIL held for a share g is not quite the same: others go on
   *     while one holds it, so that n threads can gain up to min(n, 1 / g)
   * @param workers 1 or more
   */
  public static double amdahl(double serial, int workers) {
    checkShare("serial share", serial);
    checkWorkers(workers);
    return 1 / (serial + (1 - serial) / workers);
  }

  /** Gustafson: the time stays the same, and the parallel part of the work grows with workers. */
  public static double gustafson(double serial, int workers) {
    checkShare("serial share", serial);
    checkWorkers(workers);
    return serial + (1 - serial) * workers;
  }

  /**
   * Gunther's universal scalability law: workers queue for what they share, and tell each other
   * about it.
   *
   * @param contention share of the work that is done one at a time, 0 to 1
   * @param coherence what each pair of workers costs, 0 or more; at 0 this is Amdahl's law
   * @param workers 1 or more
   */
  public static double universal(double contention, double coherence, int workers) {
    checkShare("contention", contention);
    checkWorkers(workers);
    if (!(coherence >= 0)) {
      throw new IllegalArgumentException("coherence must be 0 or more, got " + coherence);
    }
    double n = workers;
    return n / (1 + contention * (n - 1) + coherence * n * (n - 1));
  }

  private static void checkShare(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + " must be from 0 to 1, got " + share);
    }
  }

  private static void checkWorkers(int workers) {
    if (workers < 1) {
      throw new IllegalArgumentException("there must be at least 1 worker, got " + workers);
    }
  }
}
