package timeslice.kernel;

/**
 * Arithmetic of virtual time: CPU time over weight, kept as the fraction that it is, so that
 * nothing is rounded and no long turn overflows.
 *
 * <p>A thread of weight w that has been served for s nanoseconds is at virtual time s / w. Weights
 * are from 1 to 2^17 (Linux: 15 to 88761), sums of weights below 2^45.
 */
final class VirtualTime {
  private VirtualTime() {}

  /** Compares service / weight of one thread with that of another. */
  static int compare(long service, int weight, long otherService, int otherWeight) {
    if (weight == otherWeight) {
      return Long.compare(service, otherService);
    }
    int whole =
        Long.compare(Math.floorDiv(service, weight), Math.floorDiv(otherService, otherWeight));
    if (whole != 0) {
      return whole;
    }
    long rest = Math.floorMod(service, weight);
    long otherRest = Math.floorMod(otherService, otherWeight);
    return Long.compare(rest * otherWeight, otherRest * weight);
  }

  /**
   * What a thread of this weight has been served at virtual time {@code sum / weights}; floored.
   */
  static long service(int weight, long sum, long weights) {
    long rest = Math.floorMod(sum, weights);
    return weight * Math.floorDiv(sum, weights) + weight * rest / weights;
  }
}
