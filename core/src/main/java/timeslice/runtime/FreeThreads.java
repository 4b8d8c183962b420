package timeslice.runtime;

import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Kernel;
import timeslice.kernel.Machine;
import timeslice.program.Workload;
import timeslice.trace.Kind;

/**
 * Free-threaded Python: one to one without a GIL, with biased reference counts, and with
 * interpreted code that runs somewhat slower (PEP 703, PEP 779).
 *
 * @param slowdownPermille how much longer interpreted code takes than in a build with a GIL, in
 *     thousandths; FACTS §3 has figures from 10 to 400 for different releases and machines
 * @param costs what making and waking threads and changing counts costs
 */
public record FreeThreads(int slowdownPermille, RuntimeCosts costs) implements Mapping {
  public FreeThreads {
    if (slowdownPermille < 0) {
      throw new IllegalArgumentException(
          "the slowdown must be 0 thousandths or more, got " + slowdownPermille);
    }
  }

  /** Everything free: what remains is parallelism. */
  public static FreeThreads ideal() {
    return new FreeThreads(0, RuntimeCosts.FREE);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    return new Session(machine, workload, this, new BiasedObjects(costs.counting())).run();
  }

  /** One run. */
  private static final class Session extends OneToOne.Session {
    private final FreeThreads rules;
    private final BiasedObjects objects;

    Session(Machine machine, Workload workload, FreeThreads rules, BiasedObjects objects) {
      super(machine, workload, HandOff.TO_FIRST_WAITER, rules.costs(), objects);
      this.rules = rules;
      this.objects = objects;
    }

    /** Between two operations, which is where a thread looks at its eval-breaker. */
    @Override
    public long next(Kernel asking, int thread) {
      objects.check(thread);
      long answer = super.next(asking, thread);
      if (answer == ENDED) {
        objects.exit(thread);
      }
      for (int dead = objects.takeFreedInQueue(); dead >= 0; dead = objects.takeFreedInQueue()) {
        trace.note(kernel.now(), Kind.FREED, NOBODY, NOBODY, dead, 0);
      }
      return answer;
    }

    @Override
    long interpreted(long ns) {
      return ns + ns * rules.slowdownPermille() / 1000;
    }
  }
}
