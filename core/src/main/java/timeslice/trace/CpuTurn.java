package timeslice.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a thread on a CPU: the switch to it, then its instructions.
 *
 * @param run number of the event that gave it the CPU
 * @param from when it was given the CPU
 * @param start when its first instruction ran, or was to run had it not been stopped before
 * @param end when it left the CPU; if it never did, the end of the trace
 * @param why why it left the CPU, null if it never did
 */
public record CpuTurn(
    int run, int cpu, int thread, long from, long start, long end, @Nullable StopReason why) {

  /** When its instructions began, {@code end} if it was stopped before the first. */
  public long computesFrom() {
    return Math.min(start, end);
  }

  /** Hands over all turns of a trace, each when it ends; those without an end come last. */
  public static void forEach(Trace trace, Consumer<CpuTurn> use) {
    StopReason[] reasons = StopReason.values();
    IntColumn open = new IntColumn(-1); // by CPU: the event that gave it away
    int cpus = 0;
    for (int i = 0; i < trace.size(); i++) {
      int cpu = trace.cpu(i);
      switch (trace.kind(i)) {
        case RUN -> {
          open.set(cpu, i);
          cpus = Math.max(cpus, cpu + 1);
        }
        case STOP -> {
          if (open.get(cpu) >= 0) {
            use.accept(turn(trace, open.get(cpu), trace.time(i), reasons[trace.other(i)]));
            open.set(cpu, -1);
          }
        }
        default -> {
          // moves no thread
        }
      }
    }
    for (int cpu = 0; cpu < cpus; cpu++) {
      if (open.get(cpu) >= 0) {
        use.accept(turn(trace, open.get(cpu), trace.end(), null));
      }
    }
  }

  private static CpuTurn turn(Trace trace, int run, long end, @Nullable StopReason why) {
    long from = trace.time(run);
    long start = from + trace.value(run);
    return new CpuTurn(run, trace.cpu(run), trace.who(run), from, start, end, why);
  }

  /** All turns of a trace, in the order in which CPUs were given away. */
  public static List<CpuTurn> all(Trace trace) {
    List<CpuTurn> turns = new ArrayList<>();
    forEach(trace, turns::add);
    turns.sort(Comparator.comparingInt(CpuTurn::run));
    return turns;
  }

  /**
   * Which thread computed where and when: the threads of the trace are the tasks of the timeline.
   * Turns without an instruction are left out.
   *
   * @param cpus how many hardware threads the machine had
   */
  public static Timeline timeline(Trace trace, int cpus) {
    Timeline.Builder timeline = new Timeline.Builder(cpus);
    for (CpuTurn turn : all(trace)) {
      if (turn.start() < turn.end()) {
        timeline.add(turn.cpu(), turn.thread(), turn.start(), turn.end());
      }
    }
    return timeline.build();
  }
}
