package timeslice.kernel;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Every policy there is, with short turns, so that small runs meet all of its rules. */
final class Policies {
  private Policies() {}

  /** A policy and what to call it in a message. */
  record Named(String name, Scheduler.Factory factory) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Named> ALL =
      List.of(
          new Named("FIFO", RoundRobin.fifo()),
          new Named("round robin", RoundRobin.withQuantum(7)),
          new Named("SJF", ShortestFirst.untilItWaits()),
          new Named("SRPT", ShortestFirst.preemptive()),
          new Named("list", FixedPriority.list()),
          new Named("priorities", FixedPriority.preemptive(thread -> thread % 3)),
          new Named(
              "MLFQ", MultiLevelFeedback.levels(new long[] {3, 6, 12}, new long[] {5, 10, 20}, 70)),
          new Named("CFS", VirtualRunTime.within(24, 4)),
          new Named("EEVDF", EarliestEligibleDeadline.withSlice(8)),
          new Named("EEVDF, own slices", EarliestEligibleDeadline.withSlices(t -> 3 + t % 4 * 4)),
          new Named("stealing", PerCpuQueues.stealing(7)),
          new Named("balancing", PerCpuQueues.balancing(7, 20)),
          new Named("pinned", PerCpuQueues.pinned(7)));

  /** Those that never leave a CPU idle while a thread is ready. */
  static final List<Named> WORK_CONSERVING =
      ALL.stream().filter(p -> !List.of("balancing", "pinned").contains(p.name())).toList();

  static Arbitrary<Named> any() {
    return Arbitraries.of(ALL);
  }

  static Arbitrary<Named> anyWorkConserving() {
    return Arbitraries.of(WORK_CONSERVING);
  }
}
