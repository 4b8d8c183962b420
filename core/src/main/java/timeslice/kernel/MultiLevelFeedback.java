package timeslice.kernel;

import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/**
 * A multi-level feedback queue: levels of round robin, where a thread falls by what it has used.
 *
 * <p>The rules are those of Arpaci-Dusseau, "Operating Systems: Three Easy Pieces", chapter 8: the
 * highest level that is not empty runs (1), by round robin (2); a thread enters at the top (3);
 * once it has used up its allotment at a level, in however many turns, it falls to the next (4);
 * and every so often all threads go back to the top (5). One set of queues serves all CPUs.
 *
 * <p>A boost takes effect at the first event after its time, which is when a decision is made; a
 * turn that is going on then goes on, and only what it uses after the boost counts.
 */
public final class MultiLevelFeedback implements Scheduler {
  private final MachineView view;
  private final long[] quantum;
  private final long[] allotment;
  private final long boostEvery;
  private final ThreadLinks.Queue[] queues;
  private int size;
  private boolean wasAlone;

  /** How many boosts there have been; what was written down before the last one is void. */
  private long boosts;

  private int[] level = new int[16];
  private long[] used = new long[16];
  private long[] writtenAfter = new long[16];

  private MultiLevelFeedback(MachineView view, long[] quanta, long[] allotments, long boostEvery) {
    this.view = view;
    quantum = quanta;
    allotment = allotments;
    this.boostEvery = boostEvery;
    ThreadLinks links = new ThreadLinks();
    queues = new ThreadLinks.Queue[quanta.length];
    for (int i = 0; i < queues.length; i++) {
      queues[i] = links.new Queue();
    }
  }

  /**
   * Levels with these quanta, the top one first.
   *
   * @param quanta how long a turn may be at each level, 1 ns or more
   * @param allotments how much a thread may use at each level before it falls, 1 ns or more; the
   *     last one does not matter
   * @param boostEvery how often all go back to the top, in nanoseconds, 1 or more; {@link
   *     #FOREVER}: never
   */
  public static Factory levels(long[] quanta, long[] allotments, long boostEvery) {
    if (quanta.length == 0 || quanta.length != allotments.length) {
      throw new IllegalArgumentException(
          "each level needs a quantum and an allotment, got "
              + quanta.length
              + " and "
              + allotments.length);
    }
    for (int i = 0; i < quanta.length; i++) {
      if (quanta[i] < 1 || allotments[i] < 1) {
        throw new IllegalArgumentException(
            "quantum and allotment must be 1 ns or more, got "
                + quanta[i]
                + " and "
                + allotments[i]);
      }
    }
    if (boostEvery < 1) {
      throw new IllegalArgumentException("a boost comes every 1 ns or more, got " + boostEvery);
    }
    long[] ownQuanta = quanta.clone();
    long[] ownAllotments = allotments.clone();
    return view -> new MultiLevelFeedback(view, ownQuanta, ownAllotments, boostEvery);
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
    boostIfDue();
    queues[levelOf(thread)].add(thread);
    size++;
  }

  @Override
  public int next(int cpu) {
    boostIfDue();
    wasAlone = size == 1;
    int top = highest();
    if (top < 0) {
      return -1;
    }
    size--;
    return queues[top].take();
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  /** At the lowest level nobody can fall any further. */
  @Override
  public long quantum(int thread) {
    int at = levelOf(thread);
    boolean lowest = at == queues.length - 1;
    return lowest ? quantum[at] : Math.min(quantum[at], allotment[at] - used[thread]);
  }

  @Override
  public void ran(int thread, long ns) {
    boostIfDue();
    int at = levelOf(thread);
    used[thread] += Math.min(ns, view.now() - boosts * boostEvery);
    if (used[thread] >= allotment[at] && at < queues.length - 1) {
      level[thread]++;
      used[thread] = 0;
    }
  }

  @Override
  public int preempt() {
    boostIfDue();
    int lowest = -1;
    int level = highest();
    for (int cpu = 0; cpu < view.cpus(); cpu++) {
      int thread = view.running(cpu);
      if (thread >= 0 && levelOf(thread) > level) {
        level = levelOf(thread);
        lowest = cpu;
      }
    }
    return lowest;
  }

  @Override
  public Choice why() {
    return wasAlone ? Choice.ONLY_ONE : Choice.HIGHEST_LEVEL;
  }

  /** The highest level where a thread is ready, -1 if none is. */
  private int highest() {
    for (int i = 0; i < queues.length; i++) {
      if (!queues[i].isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  private void boostIfDue() {
    long due = view.now() / boostEvery;
    if (boosts < due) {
      boosts = due;
      for (int i = 1; i < queues.length; i++) {
        queues[0].addAll(queues[i]);
      }
    }
  }

  /** The level a thread is at; what it used before the last boost is forgiven. */
  private int levelOf(int thread) {
    if (thread >= level.length) {
      level = Columns.reaching(thread, level);
      used = Columns.reaching(thread, used);
      writtenAfter = Columns.reaching(thread, writtenAfter);
    }
    if (writtenAfter[thread] != boosts) {
      writtenAfter[thread] = boosts;
      level[thread] = 0;
      used[thread] = 0;
    }
    return level[thread];
  }
}
