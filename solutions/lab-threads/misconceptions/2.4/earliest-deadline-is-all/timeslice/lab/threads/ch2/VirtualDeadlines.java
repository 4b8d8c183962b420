package timeslice.lab.threads.ch2;

import java.util.ArrayList;
import java.util.List;
import timeslice.trace.Slice;

/** Believes that the earliest deadline decides, whoever is ahead. */
public final class VirtualDeadlines {
  private VirtualDeadlines() {}

  /** Who has which turn. Fractions are compared by multiplying crosswise, so nothing is rounded. */
  public static List<Slice> schedule(int[] weights, long[] slices, int turns) {
    long[] ran = new long[weights.length];
    long allWeights = 0;
    for (int weight : weights) {
      allWeights += weight;
    }
    List<Slice> schedule = new ArrayList<>();
    long now = 0; // which is Σs, for the CPU never idles
    for (int turn = 0; turn < turns; turn++) {
      int best = -1;
      for (int i = 0; i < weights.length; i++) {
        boolean eligible = true;
        if (eligible
            && (best < 0
                || (ran[i] + slices[i]) * weights[best]
                    < (ran[best] + slices[best]) * weights[i])) {
          best = i;
        }
      }
      schedule.add(new Slice(0, best, now, now + slices[best]));
      ran[best] += slices[best];
      now += slices[best];
    }
    return schedule;
  }
}
