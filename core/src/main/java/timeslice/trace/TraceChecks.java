package timeslice.trace;

import java.util.Optional;

/**
 * All the rules that no run may break, whatever its policy and its runtime. Each looks for itself
 * in {@link CpuChecks}, {@link LifeChecks}, {@link LockChecks}, {@link PipeChecks}, {@link
 * GilChecks} and {@link WakeChecks}; rules that only some policies promise are in {@link
 * QueueChecks}.
 */
public final class TraceChecks {
  private TraceChecks() {}

  /**
   * The first offence of the first rule that is broken, or empty. To be asked about a run that went
   * on until nothing was left to happen.
   *
   * @param cpus how many hardware threads the machine had
   */
  public static Optional<String> all(Trace trace, int cpus) {
    return CpuChecks.timesNeverFall(trace)
        .or(() -> CpuChecks.onePlace(trace, cpus))
        .or(() -> CpuChecks.oneCarrier(trace))
        .or(() -> LifeChecks.threads(trace))
        .or(() -> LifeChecks.tasks(trace))
        .or(() -> LifeChecks.noThreadIsLost(trace))
        .or(() -> LockChecks.mutualExclusion(trace))
        .or(() -> PipeChecks.messages(trace))
        .or(() -> GilChecks.oneHolder(trace))
        .or(() -> WakeChecks.causes(trace));
  }
}
