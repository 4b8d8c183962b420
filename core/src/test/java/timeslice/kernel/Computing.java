package timeslice.kernel;

import timeslice.trace.StopReason;

/** Threads that only compute, without a runtime above them. */
final class Computing {
  private Computing() {}

  /** Computes for so long and ends. */
  static ThreadBody once(long ns) {
    return inBursts(ns);
  }

  /** Computes and sleeps in turns: these times, a burst first; ends after the last. */
  static ThreadBody inBursts(long... times) {
    int[] next = {0};
    return (kernel, thread) -> {
      int place = next[0]++;
      if (place >= times.length) {
        return ThreadBody.ENDED;
      }
      return place % 2 == 0
          ? times[place]
          : kernel.sleep(thread, times[place], StopReason.SLEEP, 0);
    };
  }
}
