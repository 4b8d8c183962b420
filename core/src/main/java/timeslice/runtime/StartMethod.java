package timeslice.runtime;

import timeslice.cpu.RuntimeCosts;

/** How Python's multiprocessing makes a process (FACTS §2.7). */
public enum StartMethod {
  /** A copy of the parent: it has everything the parent had. The default on Linux up to 3.13. */
  FORK,
  /** A copy of a small server, which then imports the main module. Linux's default since 3.14. */
  FORKSERVER,
  /** A new interpreter, which then imports the main module. The default on macOS and Windows. */
  SPAWN;

  /** What it costs the parent, in nanoseconds. */
  public long parentCost(RuntimeCosts.Creation costs) {
    return switch (this) {
      case FORK -> costs.fork();
      case FORKSERVER -> costs.forkserver();
      case SPAWN -> costs.spawn();
    };
  }

  /** What the child does before it can work, in nanoseconds. */
  public long childCost(RuntimeCosts.Creation costs) {
    return importsMain() ? costs.importMain() : 0;
  }

  /** Whether the child runs the main module again, and inherits nothing of the parent's heap. */
  public boolean importsMain() {
    return this != FORK;
  }
}
